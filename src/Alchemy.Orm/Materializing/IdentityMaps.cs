namespace Alchemy.Internals;

/// <summary>One identity map per mapped type and database.</summary>
internal sealed class IdentityMaps
{
    private readonly Dictionary<(Mapper, object?), IdentityMap> _maps = [];

    public IEnumerable<IdentityMap> All => _maps.Values;

    public IEnumerable<StateEntry> States => _maps.Values.SelectMany(m => m.States);

    public IdentityMap Of(Mapper mapper, object? token)
    {
        if (!_maps.TryGetValue((mapper, token), out var map))
        {
            _maps.Add((mapper, token), map = mapper.Binding.NewMap());
        }

        return map;
    }

    /// <summary>The state of an object, in whichever database it is; null when it is in none.</summary>
    public StateEntry? Find(Mapper mapper, object entity)
    {
        foreach (var ((mapped, _), map) in _maps)
        {
            if (ReferenceEquals(mapped, mapper) && map.Find(entity) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>The maps of a type, in every database.</summary>
    public IEnumerable<IdentityMap> Of(Mapper mapper) => _maps.Where(m => ReferenceEquals(m.Key.Item1, mapper)).Select(m => m.Value);

    /// <summary>How often everything was forgotten: readers of before then fill maps that nobody looks into.</summary>
    public int Generation { get; private set; }

    public void Clear()
    {
        Generation++;
        _maps.Clear();
    }
}
