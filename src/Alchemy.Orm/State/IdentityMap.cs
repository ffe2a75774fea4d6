namespace Alchemy.Internals;

/// <summary>The persistent objects of one type in one database, by key. Holds every object strongly: a change to a plain object shows only by comparing.</summary>
internal abstract class IdentityMap
{
    /// <summary>Every state, in the order of arrival.</summary>
    public abstract IEnumerable<StateEntry> States { get; }

    public abstract int Count { get; }

    /// <summary>The state of this very object, also when its key was changed; null when it is not here.</summary>
    public abstract StateEntry? Find(object entity);

    /// <summary>The state with a key, given as the key's own type.</summary>
    public abstract StateEntry? FindKey(object key);

    /// <summary>The state with a key, given as its members' values; null when one of them is null.</summary>
    public abstract StateEntry? FindValues(Mapper mapper, ReadOnlySpan<object?> values);

    /// <summary>Puts a state under the key of its row, or of its object when it has no snapshot yet; false when another object has that key.</summary>
    public abstract bool TryAdd(StateEntry state);

    /// <summary>Takes a state out, wherever it is.</summary>
    public abstract void Remove(StateEntry state);
}

/// <summary>An identity map whose keys are never boxed.</summary>
/// <param name="keyOf">Reads the key off an object.</param>
internal sealed class IdentityMap<TKey>(Func<object, TKey> keyOf) : IdentityMap
    where TKey : notnull
{
    private readonly Dictionary<TKey, StateEntry> _byKey = [];

    // Made when the first object is asked for that is not under its key: new to the session, or re-keyed by the program.
    private Dictionary<object, (StateEntry State, TKey Key)>? _byObject;

    public override IEnumerable<StateEntry> States => _byKey.Values;

    public override int Count => _byKey.Count;

    public StateEntry? FindKey(TKey key) => _byKey.GetValueOrDefault(key);

    public override StateEntry? FindKey(object key) => _byKey.GetValueOrDefault((TKey)key);

    public override StateEntry? FindValues(Mapper mapper, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            if (value is null)
            {
                return null;
            }
        }

        return FindKey(values.Length == 1 ? values[0]! : Activator.CreateInstance(typeof(TKey), values.ToArray())!);
    }

    public override StateEntry? Find(object entity)
    {
        if (keyOf(entity) is { } key && _byKey.TryGetValue(key, out var state) && ReferenceEquals(state.Entity, entity))
        {
            return state;
        }

        return Objects().TryGetValue(entity, out var found) ? found.State : null;
    }

    public override bool TryAdd(StateEntry state) => TryAdd(keyOf(state.Snapshot ?? state.Entity), state);

    public bool TryAdd(TKey key, StateEntry state)
    {
        if (!_byKey.TryAdd(key, state))
        {
            return false;
        }

        _byObject?.Add(state.Entity, (state, key));
        return true;
    }

    public override void Remove(StateEntry state)
    {
        if (keyOf(state.Entity) is not { } key || !_byKey.TryGetValue(key, out var there) || !ReferenceEquals(there, state))
        {
            if (!Objects().TryGetValue(state.Entity, out var found))
            {
                return;
            }

            key = found.Key;
        }

        _byKey.Remove(key);
        _byObject?.Remove(state.Entity);
    }

    private Dictionary<object, (StateEntry State, TKey Key)> Objects()
    {
        if (_byObject is null)
        {
            _byObject = new(_byKey.Count, ReferenceEqualityComparer.Instance);
            foreach (var (key, state) in _byKey)
            {
                _byObject.Add(state.Entity, (state, key));
            }
        }

        return _byObject;
    }
}
