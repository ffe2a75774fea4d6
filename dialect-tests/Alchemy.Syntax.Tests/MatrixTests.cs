using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alchemy.Tests;

/// <summary>What the matrix has executed elsewhere, as it is written for Oracle. Microsoft's parser is quick enough to read it for SQL Server in the matrix itself.</summary>
[TestFixture]
public sealed partial class MatrixTests
{
    [Test]
    public void A_PLSQL_grammar_reads_what_the_matrix_has_executed()
    {
        if (Environment.GetEnvironmentVariable("ALCHEMY_ORACLE_STATEMENTS") is not { Length: > 0 } path)
        {
            Assert.Ignore("./tools/test dialects has the matrix keep its statements for this");
            return;
        }

        var statements = File.ReadLines(path).Select(l => JsonSerializer.Deserialize<string>(l)!).ToList();
        var errors = new PlSqlJudge().Errors([.. statements.Select(ForTheGrammar)]);
        TestContext.Out.WriteLine($"{statements.Count} statements were made for Oracle.");
        Assert.That(statements, Is.Not.Empty);
        Assert.That(errors.Zip(statements).Where(t => t.First is not null).Select(t => $"{t.First}\n    {t.Second}"), Is.Empty);
    }

    // To it BIG is a word, which Oracle has not; and it loses its way in texts with a lone carriage return or letters beyond ASCII's.
    private static string ForTheGrammar(string statement) => Big().Replace(Unusual().Replace(statement, " "), "big_");

    [GeneratedRegex("(?<![\":])\\bbig\\b")]
    private static partial Regex Big();

    [GeneratedRegex("[^ -~]")]
    private static partial Regex Unusual();
}
