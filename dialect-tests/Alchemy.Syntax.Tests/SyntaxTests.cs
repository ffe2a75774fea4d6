namespace Alchemy.Tests;

/// <summary>Parsers and servers that nobody here wrote judge what every dialect makes of the statements of the facts, and of generated ones.</summary>
/// <remarks>Tables and functions of the facts are not there: a judge that knows of nothing else to say has read the statement.</remarks>
[TestFixture]
public sealed class SyntaxTests
{
    private const int GeneratedStatements = 200;

    private static readonly Lazy<IReadOnlyList<(ClauseElement Statement, string Dialect)>> Rendered = new(() => [.. RenderedStatements.Collect().Where(s => !FactStatements.IsParticular(s.Statement))]);

    // Others each time: a text that is refused is shown whole.
    private static readonly Lazy<IReadOnlyList<ClauseElement>> Generated = new(() => RenderedStatements.Generate(GeneratedStatements));

    private static readonly Lazy<IReadOnlyList<(ClauseElement Statement, StandardDialect Dialect)>> Statements = new(FactStatements.Collect);

    [Test]
    public void Microsofts_parser_reads_what_is_made_for_SQL_Server() => Judge(new SqlServerDialect(new Version(15, 0)), new TransactSqlJudge());

    [Test]
    public void A_PLSQL_grammar_reads_what_is_made_for_Oracle() => Judge(Dialects.Oracle, new PlSqlJudge());

    [Test]
    public void PostgreSQL_prepares_what_is_made_for_it()
        => Judge(new PostgreSqlDialect(new Version(15, 0)).With(f => f with { ParameterCast = ParameterCast.Suffix }), new PostgreSqlJudge());

    [Test]
    public void MariaDB_prepares_what_is_made_for_it()
        => Judge(Dialects.MariaDb.With(f => f with { ParameterStyle = ParameterStyle.QuestionMark }), new MariaDbJudge());

    private static void Judge(StandardDialect dialect, ISyntaxJudge judge)
    {
        // What was recorded for one database is asked of that one only; so is every definition, for which there is hardly a common form.
        var statements = Statements.Value.Where(s => s.Dialect.Name == dialect.Name || s.Dialect.Name == "standard" && s.Statement is not DdlStatement).ToList();
        statements.AddRange(Definitions.All().Select(d => (d, dialect)));
        statements.AddRange(Rendered.Value.Where(r => r.Dialect == dialect.Name).Select(r => (r.Statement, dialect)));
        statements.AddRange(Generated.Value.Take(judge.MostGenerated).Select(g => (g, dialect)));
        statements.RemoveAll(s => s.Statement is DdlStatement && !judge.ReadsDefinitions);
        var texts = statements.Select(s => Text(dialect, s.Statement)).OfType<string>().Where(t => !t.Contains("__[POSTCOMPILE", StringComparison.Ordinal)).Distinct().ToList();
        var errors = judge.Errors(texts);
        TestContext.Out.WriteLine($"{texts.Count} of {statements.Count} statements were made for {dialect}; the others it refuses by name.");
        var found = texts.Zip(errors).Where(t => t.Second is not null).Select(t => $"{t.Second}\n    {t.First}").ToList();
        Assert.That(texts, Is.Not.Empty);
        Assert.That(found, Is.Empty, $"{found.Count} of {texts.Count}:\n{string.Join("\n", found.Take(25))}");
    }

    private static string? Text(StandardDialect dialect, ClauseElement statement)
    {
        try
        {
            return dialect.Compile(statement).Text;
        }
        catch (AlchemyException refused) when (refused is CompileException or InvalidStatementException)
        {
            return null;
        }
    }
}
