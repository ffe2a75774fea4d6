using System.Runtime.InteropServices;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Executes one statement for many rows of values, in the fewest round trips that its database allows.</summary>
internal abstract class ManyExecutions(Connection connection)
{
    private protected Connection Connection { get; } = connection;

    /// <summary>How many rows one call of <see cref="RunCore"/> takes, of those that are left.</summary>
    public abstract int Size(int left);

    /// <summary>Executes for some rows.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="rows">As many rows as <see cref="Size"/> said.</param>
    /// <param name="returned">Takes what the statement returns, in the order of the rows; null for a statement that returns nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>How many rows were changed.</returns>
    public abstract ValueTask<int> RunCore(IOBehavior io, ReadOnlyMemory<object?[]> rows, List<object?[]>? returned, CancellationToken cancellationToken);

    /// <summary>The way for a statement.</summary>
    public static ManyExecutions Of(Connection connection, ParameterRows given, StatementRows single)
        => given.Statement is Insert insert && InsertedTogether.Of(connection, insert, given.Names) is { } together ? together
            : connection.HasBatches([single.Compiled]) ? new RowsInBatches(connection, single) : new RowByRow(connection, single);

    /// <summary>Reads all rows.</summary>
    public static async ValueTask AddCore(IOBehavior io, Cursor cursor, CompiledSql compiled, List<object?[]> rows, CancellationToken cancellationToken)
    {
        while (io is IOBehavior.Synchronous ? cursor.Read() : await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            rows.Add(Take(cursor, compiled.Columns));
        }
    }

    private protected async ValueTask ReadCore(IOBehavior io, CompiledSql compiled, object?[] values, List<object?[]> returned, CancellationToken cancellationToken)
    {
        var cursor = await Connection.OpenCore(io, compiled, values, cancellationToken).ConfigureAwait(false);
        try
        {
            while (await cursor.ReadCore(io, cancellationToken).ConfigureAwait(false))
            {
                returned.Add(Take(cursor.Row, compiled.Columns));
            }
        }
        finally
        {
            await cursor.DisposeCore(io).ConfigureAwait(false);
        }
    }

    private static object?[] Take(Cursor cursor, IReadOnlyList<ResultColumn> columns)
    {
        var row = new object?[columns.Count];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = BufferedCursor.Take(cursor, i, columns[i].Type);
        }

        return row;
    }
}

/// <summary>One execution a row of a statement that is kept prepared.</summary>
internal sealed class RowByRow(Connection connection, StatementRows statement) : ManyExecutions(connection)
{
    public override int Size(int left) => 1;

    public override async ValueTask<int> RunCore(IOBehavior io, ReadOnlyMemory<object?[]> rows, List<object?[]>? returned, CancellationToken cancellationToken)
    {
        var values = statement.Values(rows.Span[0]);
        if (returned is null)
        {
            return (await Connection.RunCore(io, statement.Compiled, values, cancellationToken).ConfigureAwait(false)).Affected;
        }

        var before = returned.Count;
        await ReadCore(io, statement.Compiled, values, returned, cancellationToken).ConfigureAwait(false);
        return returned.Count - before;
    }
}

/// <summary>The same, many executions in one round trip.</summary>
internal sealed class RowsInBatches(Connection connection, StatementRows statement) : ManyExecutions(connection)
{
    private const int Most = 500;

    public override int Size(int left) => Math.Min(left, Most);

    public override async ValueTask<int> RunCore(IOBehavior io, ReadOnlyMemory<object?[]> rows, List<object?[]>? returned, CancellationToken cancellationToken)
    {
        var values = MemoryMarshal.ToEnumerable(rows).Select(row => (statement.Compiled, statement.Values(row))).ToList();
        var before = returned?.Count ?? 0;
        var affected = await Connection.RunBatchCore(
            io, values, (_, cursor) => AddCore(io, cursor, statement.Compiled, returned!, cancellationToken), cancellationToken).ConfigureAwait(false);
        return returned is null ? affected.Sum(a => Math.Max(a, 0)) : returned.Count - before;
    }
}
