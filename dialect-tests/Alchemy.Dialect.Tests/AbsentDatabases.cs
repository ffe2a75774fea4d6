using System.Collections.Concurrent;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Alchemy.Tests;

/// <summary>
/// Writes every statement that a test executes on SQLite for the databases that are not there to run it. Microsoft's own parser reads it for SQL Server at once;
/// what is written for Oracle is kept in the file that <c>tools/test</c> names, and a grammar of PL/SQL, which takes longer, reads it in Alchemy.Syntax.Tests. Text of the test's own is left out, and what the dialect refuses by name.
/// </summary>
internal sealed class AbsentDatabases
{
    private static readonly SqlServerDialect SqlServer = new(new Version(15, 0));
    private static readonly ConcurrentDictionary<string, string?> Known = new();
    private static readonly OracleStatements? Oracle = OracleStatements.Create();
    private readonly ConcurrentBag<string> _faults = [];

    public AbsentDatabases(Engine engine) => engine.Events.Executing += e => Read(e.Compiled?.Statement);

    public void AssertNone() => Assert.That(_faults, Is.Empty, "What SQL Server's parser does not read");

    private void Read(ClauseElement? statement)
    {
        if (statement is not (SelectBase or DmlStatement) || Visitors.Iterate(statement).Any(n => n is TextClause or TextSelect or TextFrom or ExtensionElement) || statement is DmlStatement { Prefixes.Count: > 0 })
        {
            return;
        }

        if (Text(SqlServer, statement) is { } text && Known.GetOrAdd(text, Error) is { } error)
        {
            _faults.Add($"{error}\n    {text}");
        }

        if (Oracle is not null && Text(Dialects.Oracle, statement) is { } kept)
        {
            Oracle.Keep(kept);
        }
    }

    private static string? Text(Dialect dialect, ClauseElement statement)
    {
        try
        {
            var text = dialect.Compile(statement).Text;
            return text.Contains("__[POSTCOMPILE", StringComparison.Ordinal) ? null : text;
        }
        catch (AlchemyException refused) when (refused is CompileException or InvalidStatementException)
        {
            return null;
        }
    }

    private static string? Error(string text)
    {
        var script = (TSqlScript?)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors.Count > 0 ? errors[0].Message : script!.Batches.Sum(b => b.Statements.Count) != 1 ? "It is not exactly one statement." : null;
    }
}
