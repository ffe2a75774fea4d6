using System.Globalization;
using System.Runtime.InteropServices;

namespace Alchemy.Internals;

/// <summary>New rows of one table with the same columns, written together where the database can tell their keys in order.</summary>
/// <param name="undo">Where changes in memory are noted.</param>
/// <param name="features">The database's.</param>
internal sealed class InsertBatch(FlushUndo undo, DialectFeatures features)
{
    private const int MostRows = 1000;

    // Few sizes, so that few statements are kept.
    private static readonly int[] ValuesSizes = [250, 50, 10];
    private readonly List<StateEntry> _rows = [];
    private InsertShape? _shape;

    public int Count => _rows.Count;

    /// <summary>True when the row may go with those that are here: the same table, and no key of theirs in it.</summary>
    public bool Accepts(FlushAction action)
    {
        if (_shape is null)
        {
            return true;
        }

        var mapper = _rows[0].Mapper;
        if (Count == MostRows || action.State.Mapper != mapper)
        {
            return false;
        }

        for (var i = 0; i < action.Syncs.Count; i++)
        {
            if (action.Syncs[i].Parent is { } parent && parent.Mapper == mapper && _rows.Contains(parent))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a row; false when it has other columns.</summary>
    public bool TryAdd(StateEntry state)
    {
        var shape = state.Mapper.Inserts.Of(state, undo, features);
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
            var size = Size(Count - written);
            await (size == 1 ? WriteOneCore(io, connection, engine, _rows[written], cancellationToken) : WriteManyCore(io, connection, engine, written, size, cancellationToken)).ConfigureAwait(false);
            written += size;
        }
    }

    private int Size(int left) => _shape!.Batch switch
    {
        BatchInsert.OneByOne => 1,
        BatchInsert.Values or BatchInsert.Rows => Math.Max(1, Array.Find(ValuesSizes, s => s <= left && s * _shape.Given.Count < features.MaxParameters)),
        BatchInsert.Arrays => left,
    };

    private async ValueTask WriteOneCore(IOBehavior io, Connection connection, Engine engine, StateEntry state, CancellationToken cancellationToken)
    {
        var (sql, bind) = _shape!.One.Value.Bound(engine);
        var (filled, values) = (connection.Fill(sql), new RowValues(bind, state));
        if (sql.ReturnsRows)
        {
            using var cursor = await connection.OpenCore(io, filled, values, cancellationToken).ConfigureAwait(false);
            TakeRows(await ReadCore(io, cursor, sql, 1, cancellationToken).ConfigureAwait(false), [state], _shape.Returned);
            return;
        }

        var (affected, key) = await connection.RunCore(io, filled, values, cancellationToken).ConfigureAwait(false);
        ThrowUnless(affected, state, 1);
        if (_shape.InsertedKey is { } attribute)
        {
            Take(state, attribute, key ?? throw new SessionStateException($"The database did not tell the key of a new {state.Mapper.ClrType.Name}."));
        }
    }

    private async ValueTask WriteManyCore(IOBehavior io, Connection connection, Engine engine, int first, int count, CancellationToken cancellationToken)
    {
        var shape = _shape!;
        var (sql, values) = shape.Batch is BatchInsert.Arrays
            ? shape.Arrays.Value.For(engine, shape.Columns(Rows(first, count)))
            : shape.Values(count).For(engine, Values(first, count));
        if (!sql.ReturnsRows)
        {
            var (affected, _) = await connection.RunCore(io, sql, values, cancellationToken).ConfigureAwait(false);
            ThrowUnless(affected, _rows[first], count);
            return;
        }

        using var cursor = await connection.OpenCore(io, sql, values, cancellationToken).ConfigureAwait(false);
        TakeRows(await ReadCore(io, cursor, sql, count, cancellationToken).ConfigureAwait(false), Rows(first, count), shape.Made);
    }

    private ReadOnlySpan<StateEntry> Rows(int first, int count) => CollectionsMarshal.AsSpan(_rows).Slice(first, count);

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

    private static async ValueTask<List<object?[]>> ReadCore(IOBehavior io, ReadingCursor cursor, CompiledSql sql, int rows, CancellationToken cancellationToken)
    {
        var returned = new List<object?[]>(rows);
        while (await cursor.ReadCore(io, cancellationToken).ConfigureAwait(false))
        {
            var row = new object?[sql.Columns.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = cursor.Row.Value(i, sql.Columns[i].Type);
            }

            returned.Add(row);
        }

        return returned;
    }

    private void TakeRows(List<object?[]> returned, ReadOnlySpan<StateEntry> states, IReadOnlyList<ScalarAttribute> attributes)
    {
        ThrowUnless(returned.Count, states[0], states.Length);
        SortByKey(returned, attributes);
        for (var row = 0; row < states.Length; row++)
        {
            for (var i = 0; i < attributes.Count; i++)
            {
                Take(states[row], attributes[i], returned[row][i]);
            }
        }
    }

    // Keys rise (or fall) in the order of the rows; in which order rows come back, no database promises.
    private static void SortByKey(List<object?[]> returned, IReadOnlyList<ScalarAttribute> attributes)
    {
        for (var i = 0; i < attributes.Count && returned.Count > 1; i++)
        {
            if (attributes[i].Column is var column && column == column.Table.AutoIncrementColumn)
            {
                var direction = RowOrder.Rises(column) is false ? -1 : 1;
                returned.Sort((left, right) => direction * Comparer<object>.Default.Compare(left[i], right[i]));
                return;
            }
        }
    }

    private void Take(StateEntry state, ScalarAttribute attribute, object? value)
    {
        var type = KeyShape.NotNull(attribute.Type);
        undo.Set(state, attribute, value is null || value.GetType() == type ? value : Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
    }

    private static void ThrowUnless(int found, StateEntry state, int count)
    {
        if (found != count)
        {
            throw new StaleDataException(state, "INSERT", count, found);
        }
    }
}
