using System.Collections.Concurrent;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Alchemy.Tests;

/// <summary>Has Microsoft's own parser read every statement that a test executes on SQLite, as it is written for SQL Server, which is not there to run it. Text of the test's own is left out, and what the dialect refuses by name.</summary>
internal sealed class TransactSqlReading
{
    private static readonly SqlServerDialect Dialect = new(new Version(15, 0));
    private static readonly ConcurrentDictionary<string, string?> Known = new();
    private readonly ConcurrentBag<string> _faults = [];

    public TransactSqlReading(Engine engine) => engine.Events.Executing += e => Read(e.Compiled?.Statement);

    public void AssertNone() => Assert.That(_faults, Is.Empty, "What SQL Server's parser does not read");

    private void Read(ClauseElement? statement)
    {
        if (statement is not (SelectBase or DmlStatement) || Visitors.Iterate(statement).Any(n => n is TextClause or TextSelect or TextFrom or ExtensionElement) || statement is DmlStatement { Prefixes.Count: > 0 })
        {
            return;
        }

        string text;
        try
        {
            text = Dialect.Compile(statement).Text;
        }
        catch (AlchemyException refused) when (refused is CompileException or InvalidStatementException)
        {
            return;
        }

        if (!text.Contains("__[POSTCOMPILE", StringComparison.Ordinal) && Known.GetOrAdd(text, Error) is { } error)
        {
            _faults.Add($"{error}\n    {text}");
        }
    }

    private static string? Error(string text)
    {
        var script = (TSqlScript?)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        return errors.Count > 0 ? errors[0].Message : script!.Batches.Sum(b => b.Statements.Count) != 1 ? "It is not exactly one statement." : null;
    }
}
