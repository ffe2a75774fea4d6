using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>Finds the shape of a new row of one mapped type.</summary>
internal sealed class InsertShapes(Mapper mapper)
{
    private readonly ConcurrentDictionary<(ulong Made, GeneratedKey Key, BatchInsert Batch, bool ReturnsMany), InsertShape> _shapes = new();

    // The columns that the database, or we, may have to make a value for.
    private readonly ScalarAttribute[] _makeable = [.. mapper.Scalars.Where(s => s.Column.ServerDefault is not null || s.Column == mapper.Table.AutoIncrementColumn)];
    private readonly ScalarAttribute[] _guids = [.. mapper.Key.Where(k => k.Column.Type is GuidType && k.Column.ServerDefault is null)];

    /// <summary>The shape for a row; a GUID key without a value gets one.</summary>
    public InsertShape Of(StateEntry state, FlushUndo undo, DialectFeatures features)
    {
        foreach (var key in _guids)
        {
            if (key.IsDefault(key.GetValue(state)))
            {
                undo.Set(state, key, Guid.CreateVersion7());
            }
        }

        var made = 0UL;
        for (var i = 0; i < _makeable.Length; i++)
        {
            made |= _makeable[i].IsDefault(_makeable[i].GetValue(state)) ? 1UL << i : 0;
        }

        var shape = (made, features.GeneratedKey, features.BatchInsert, features.Returning is not Returning.None && features.ReturningOfSelect is Support.Yes);
        return _shapes.TryGetValue(shape, out var known) ? known : _shapes.GetOrAdd(shape, NewShape);
    }

    private InsertShape NewShape((ulong Made, GeneratedKey Key, BatchInsert Batch, bool ReturnsMany) key)
        => new(mapper, [.. _makeable.Where((_, i) => (key.Made >> i & 1) != 0)], key.Key, key.Batch, key.ReturnsMany);
}
