using System.Globalization;

namespace Alchemy.Internals;

/// <summary>New rows of one table with the same columns, written together where the database can tell their keys in order.</summary>
/// <param name="undo">Where changes in memory are noted.</param>
/// <param name="features">The database's.</param>
internal sealed class InsertBatch(FlushUndo undo, DialectFeatures features)
{
    // Few sizes, so that few statements are kept.
    private static readonly int[] Sizes = [250, 50, 10, 1];
    private readonly List<StateEntry> _rows = [];
    private InsertShape? _shape;

    public int Count => _rows.Count;

    /// <summary>True when the row may go with those that are here: the same table, and no key of theirs in it.</summary>
    public bool Accepts(FlushAction action)
        => _shape is null || _shape.CanBatch && Count < Sizes[0] && action.State.Mapper == _rows[0].Mapper && !action.Syncs.Any(s => s.Parent is not null && _rows.Contains(s.Parent));

    /// <summary>Adds a row; false when it has other columns.</summary>
    public bool TryAdd(StateEntry state)
    {
        var shape = state.Mapper.Inserts.Of(state, undo, features.GeneratedKey);
        if (_shape is not null && shape != _shape)
        {
            return false;
        }

        _shape = shape;
        _rows.Add(state);
        return true;
    }

    public async ValueTask WriteCore(IOBehavior io, Connection connection, Engine engine, CancellationToken cancellationToken)
    {
        for (var written = 0; written < Count;)
        {
            var size = Math.Max(1, Array.Find(Sizes, s => s <= Count - written && s * _shape!.Given.Count < features.MaxParameters));
            await WriteCore(io, connection, engine, written, size, cancellationToken).ConfigureAwait(false);
            written += size;
        }
    }

    private async ValueTask WriteCore(IOBehavior io, Connection connection, Engine engine, int first, int count, CancellationToken cancellationToken)
    {
        var shape = _shape!;
        var (sql, values) = shape.Statement(count).For(engine, Values(first, count));
        if (!sql.ReturnsRows)
        {
            var (affected, key) = await connection.RunCore(io, sql, values, cancellationToken).ConfigureAwait(false);
            ThrowUnless(affected, first, count);
            TakeKey(_rows[first], key);
            return;
        }

        var returned = await ReadCore(io, connection, sql, values, cancellationToken).ConfigureAwait(false);
        ThrowUnless(returned.Count, first, count);
        foreach (var row in InOrder(returned))
        {
            var state = _rows[first++];
            for (var i = 0; i < row.Length; i++)
            {
                Take(state, shape.Returned[i], row[i]);
            }
        }
    }

    private object?[] Values(int first, int count)
    {
        var given = _shape!.Given;
        var values = new object?[count * given.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = given[i % given.Count].GetValue(_rows[first + i / given.Count]);
        }

        return values;
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
    private IEnumerable<object?[]> InOrder(List<object?[]> returned)
    {
        var key = _shape!.Returned.ToList().FindIndex(c => c.Column == c.Column.Table.AutoIncrementColumn);
        return returned.Count == 1 || key < 0 ? returned : returned.OrderBy(r => r[key]);
    }

    private void TakeKey(StateEntry state, long? key)
    {
        if (_shape!.InsertedKey is { } attribute)
        {
            Take(state, attribute, key ?? throw new SessionStateException($"The database did not tell the key of a new {state.Mapper.ClrType.Name}."));
        }
    }

    private void Take(StateEntry state, ScalarAttribute attribute, object? value)
    {
        var type = KeyShape.NotNull(attribute.Type);
        undo.Set(state, attribute, value is null || value.GetType() == type ? value : Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
    }

    private void ThrowUnless(int found, int first, int count)
    {
        if (found != count)
        {
            throw new StaleDataException(_rows[first], "INSERT", count, found);
        }
    }
}
