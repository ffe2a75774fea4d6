namespace Alchemy.Internals;

/// <summary>New rows of one table with the same columns, written together where the database can tell their keys in order.</summary>
/// <param name="undo">Where changes in memory are noted.</param>
/// <param name="features">The database's.</param>
internal sealed class InsertBatch(FlushUndo undo, DialectFeatures features)
{
    // Few sizes, so that few statements are kept.
    private static readonly int[] Sizes = [250, 50, 10, 1];
    private readonly List<GeneratedValues> _rows = [];
    private readonly HashSet<StateEntry> _states = new(ReferenceEqualityComparer.Instance);

    public int Count => _rows.Count;

    /// <summary>True when the row may go with those that are here: the same table, and no key of theirs in it.</summary>
    public bool Accepts(FlushAction action)
        => Count == 0 || _rows[0].CanBatch && Count < Sizes[0] && action.State.Mapper == _rows[0].State.Mapper && !action.Syncs.Exists(s => s.Parent is not null && _states.Contains(s.Parent));

    /// <summary>Adds a row; false when it has other columns.</summary>
    public bool TryAdd(StateEntry state)
    {
        var values = new GeneratedValues(state, undo, features);
        if (Count > 0 && !values.HasShapeOf(_rows[0]))
        {
            return false;
        }

        _rows.Add(values);
        _states.Add(state);
        return true;
    }

    public async ValueTask WriteCore(IOBehavior io, Connection connection, Engine engine, CancellationToken cancellationToken)
    {
        for (var written = 0; written < Count;)
        {
            var size = Array.Find(Sizes, s => s <= Count - written && s * _rows[0].Given.Count < features.MaxParameters);
            await WriteCore(io, connection, engine, _rows.GetRange(written, Math.Max(1, size)), cancellationToken).ConfigureAwait(false);
            written += Math.Max(1, size);
        }
    }

    private static async ValueTask WriteCore(IOBehavior io, Connection connection, Engine engine, List<GeneratedValues> rows, CancellationToken cancellationToken)
    {
        var (mapper, first) = (rows[0].State.Mapper, rows[0]);
        var statement = rows.Count == 1 ? mapper.Statements.Insert(first.Given, first.Returned) : mapper.Statements.InsertMany(first.Given, first.Returned, rows.Count);
        var (sql, values) = statement.For(engine, [.. rows.SelectMany(r => r.Given.Select(a => a.GetValue(r.State)))]);
        if (!sql.ReturnsRows)
        {
            var (affected, key) = await connection.RunCore(io, sql, values, cancellationToken).ConfigureAwait(false);
            ThrowUnless(affected == rows.Count, first.State, rows.Count, affected);
            first.TakeInsertedKey(key);
            return;
        }

        var returned = await ReadCore(io, connection, sql, values, cancellationToken).ConfigureAwait(false);
        ThrowUnless(returned.Count == rows.Count, first.State, rows.Count, returned.Count);
        foreach (var (row, given) in rows.Zip(InOrder(returned, first.Returned)))
        {
            row.Take(given);
        }
    }

    private static async ValueTask<List<object?[]>> ReadCore(IOBehavior io, Connection connection, CompiledSql sql, object?[] values, CancellationToken cancellationToken)
    {
        var returned = new List<object?[]>();
        using var cursor = await connection.OpenCore(io, sql, values, cancellationToken).ConfigureAwait(false);
        while (await cursor.ReadCore(io, cancellationToken).ConfigureAwait(false))
        {
            returned.Add([.. sql.Columns.Select((c, i) => cursor.Row.Value(i, c.Type))]);
        }

        return returned;
    }

    // Keys rise in the order of the rows; in which order rows come back, no database promises.
    private static IEnumerable<object?[]> InOrder(List<object?[]> returned, IReadOnlyList<ScalarAttribute> columns)
    {
        var key = columns.ToList().FindIndex(c => c.Column == c.Column.Table.AutoIncrementColumn);
        return returned.Count == 1 || key < 0 ? returned : returned.OrderBy(r => r[key]);
    }

    private static void ThrowUnless(bool expected, StateEntry state, int rows, int found)
    {
        if (!expected)
        {
            throw new StaleDataException(state, "INSERT", rows, found);
        }
    }
}
