namespace Alchemy.Internals;

/// <summary>What an object and its state were at one moment.</summary>
internal sealed class StateMemento
{
    private readonly EntityState _status;
    private readonly bool _isMarkedDeleted;
    private readonly bool _isStale;
    private readonly object _values;
    private readonly object?[]? _shadow;
    private readonly object? _snapshot;
    private readonly object?[]? _shadowSnapshot;
    private readonly AttributeSet _loaded;
    private readonly Dictionary<int, object[]>? _collections;
    private readonly object[][] _items;

    private StateMemento(StateEntry state, EntityState status, object values, object?[]? shadow, Func<CollectionAttribute, object[]> items)
    {
        (_status, _isMarkedDeleted, _isStale) = (status, state.IsMarkedDeleted, state.IsStale);
        (_values, _shadow, _snapshot, _shadowSnapshot) = (values, shadow, state.Snapshot, state.ShadowSnapshot);
        (_loaded, _collections) = (state.Loaded, state.Collections is null ? null : new(state.Collections));
        _items = [.. state.Mapper.Collections.Select(items)];
    }

    /// <summary>The object as it is, edits included.</summary>
    public static StateMemento Present(StateEntry state, EntityState? status = null)
        => new(state, status ?? state.Status, state.Mapper.Binding.Copy(state.Entity), (object?[]?)state.Shadow?.Clone(), c => c.Adapter.Items(state));

    /// <summary>The object as the database has it; one without a row is what it is, and will be transient.</summary>
    public static StateMemento Committed(StateEntry state) => state.Snapshot is null
        ? Present(state, EntityState.Transient)
        : new(state, EntityState.Persistent, state.Snapshot, state.ShadowSnapshot, c => state.KnownItems(c.Index) ?? []) { IsUnmarked = true };

    /// <summary>True when a mark for deletion was made later than this moment.</summary>
    private bool IsUnmarked { get; init; }

    public void Restore(StateEntry state)
    {
        var binding = state.Mapper.Binding;
        binding.Restore(state.Entity, _values);
        state.Shadow = (object?[]?)_shadow?.Clone();
        (state.Status, state.IsMarkedDeleted, state.IsStale) = (_status, _isMarkedDeleted && !IsUnmarked, _isStale);
        (state.Snapshot, state.ShadowSnapshot, state.Loaded, state.Collections) = (_snapshot, _shadowSnapshot, _loaded, _collections);
        for (var i = 0; i < _items.Length; i++)
        {
            var adapter = state.Mapper.Collections[i].Adapter;
            if (!adapter.Items(state).AsSpan().SequenceEqual(_items[i]))
            {
                adapter.Reset(state, _items[i]);
            }
        }
    }
}
