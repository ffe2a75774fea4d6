using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Alchemy.Tests;

/// <summary>Microsoft's own T-SQL parser.</summary>
internal sealed class TransactSqlJudge : ISyntaxJudge
{
    public IReadOnlyList<string?> Errors(IReadOnlyList<string> statements) => [.. statements.Select(Error)];

    private static string? Error(string statement)
    {
        var script = (TSqlScript?)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(statement), out var errors);
        return errors.Count > 0 ? errors[0].Message
            : script!.Batches.Sum(b => b.Statements.Count) != 1 ? "It is not exactly one statement."
            : null;
    }
}
