namespace Alchemy.Internals;

/// <summary>Numbers and names a statement's bind parameters.</summary>
internal sealed class BindCollector
{
    private readonly List<BindParameter> _binds;
    private readonly Dictionary<BindParameter, int> _index = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BindParameter, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public BindCollector(ClauseElement statement)
    {
        _binds = [.. BindWalker.Collect(statement)];
        for (var i = 0; i < _binds.Count; i++)
        {
            _index[_binds[i]] = i;
            if (!_binds[i].IsUnique && !_taken.Add(_binds[i].Key))
            {
                throw new CompileException($"Bind parameter '{_binds[i].Key}'", null, "two different parameters of the statement have this name: rename one.");
            }
        }
    }

    public IReadOnlyList<BindParameter> Binds => _binds;

    /// <summary>The parameter's index; a parameter that a dialect put in comes after those of the statement.</summary>
    public int Index(BindParameter bind)
    {
        if (!_index.TryGetValue(bind, out var index))
        {
            index = _binds.Count;
            _binds.Add(bind);
            _index.Add(bind, index);
        }

        return index;
    }

    public string Name(BindParameter bind)
    {
        if (!_names.TryGetValue(bind, out var name))
        {
            name = bind.IsUnique ? Numbered(bind.Key) : bind.Key;
            _names.Add(bind, name);
        }

        return name;
    }

    private string Numbered(string key)
    {
        while (true)
        {
            var number = _counters[key] = _counters.GetValueOrDefault(key) + 1;
            var name = $"{key}_{number}";
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }
}
