using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Executions of one statement that go to the database together: each parameter takes an array of values.</summary>
internal sealed class OracleArrayBatch(DbConnection connection, OracleProvider provider, OracleBinder binder) : StatementBatch
{
    private readonly List<(FilledSql Sql, RowParameters Row)> _rows = [];

    public override StatementParameters Add(FilledSql sql)
    {
        var row = new RowParameters(binder, sql.Parameters.Count);
        _rows.Add((sql, row));
        return row;
    }

    /// <summary>Lists of different lengths make different texts: those that follow each other with the same one go together.</summary>
    public override async ValueTask<IReadOnlyList<int>> RunCore(IOBehavior io, Func<int, Cursor, ValueTask> read, CancellationToken cancellationToken)
    {
        var affected = new List<int>(_rows.Count);
        while (affected.Count < _rows.Count)
        {
            var sql = _rows[affected.Count].Sql;
            var rows = _rows.Skip(affected.Count).TakeWhile(r => ReferenceEquals(r.Sql, sql)).Select(r => r.Row).ToList();
            await RunCore(io, sql, rows, affected, read, cancellationToken).ConfigureAwait(false);
        }

        return affected;
    }

    public override void Dispose()
    {
    }

    private async ValueTask RunCore(IOBehavior io, FilledSql sql, List<RowParameters> rows, List<int> affected, Func<int, Cursor, ValueTask> read, CancellationToken cancellationToken)
    {
        var command = provider.Command(connection, sql.Text);
        var outputs = new OracleOutputs(provider, command, sql, binder);
        provider.SetRows(command, rows.Count);
        outputs.SetRows(command.Parameters, rows.Count);
        for (var i = 0; i < sql.Parameters.Count; i++)
        {
            if (!outputs.Contains(i))
            {
                Fill(command.Parameters[i], [.. rows.Select(r => r.Values[i])]);
            }
        }

        using var statement = new AdoStatement(command, binder, isKept: false, heedsNothing: true) { Timeout = Timeout };
        await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
        var changed = provider.RowsAffected(command) is { } known && known.Length == rows.Count ? known : throw new InvalidStatementException("The provider has not told how many rows each execution has changed: take a newer version of it.");
        for (var i = 0; i < rows.Count; i++)
        {
            if (outputs.Any)
            {
                using var row = changed[i] == 0 ? outputs.None() : outputs.Row(command.Parameters, i);
                await read(affected.Count, row).ConfigureAwait(false);
            }

            affected.Add(outputs.Any ? -1 : checked((int)changed[i]));
        }
    }

    // One type for all rows: the one that holds the longest value. A first NULL tells the type of its column too.
    private void Fill(DbParameter parameter, (OracleKind Kind, object Value)[] values)
    {
        var longest = Array.FindIndex(values, v => v.Kind is OracleKind.Clob or OracleKind.NClob or OracleKind.Blob);
        var told = Array.FindIndex(values, v => v.Value is not DBNull);
        provider.SetType(parameter, values[Math.Max(longest >= 0 ? longest : told, 0)].Kind);
        parameter.Value = Array.ConvertAll(values, v => v.Value);
    }

    private sealed class RowParameters(OracleBinder binder, int count) : StatementParameters
    {
        public (OracleKind Kind, object Value)[] Values { get; } = new (OracleKind, object)[count];

        public override void Set<T>(int ordinal, SqlType type, T value) => Values[ordinal] = binder.Of(type, value);
    }
}
