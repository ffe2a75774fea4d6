namespace Alchemy.Internals;

/// <summary>Numbers and names a statement's bind parameters.</summary>
internal sealed class BindCollector
{
    private readonly List<BindParameter> _binds;
    private readonly Dictionary<BindParameter, int> _index = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BindParameter, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly NameCounters _counters;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public BindCollector(ClauseElement statement, NameCounters counters)
    {
        _counters = counters;
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
            name = bind.IsUnique ? Numbered(bind.Key) : Marker(bind.Key);
            _names.Add(bind, name);
        }

        return name;
    }

    // What no database takes inside of a parameter's mark.
    private static string Marker(string key) => key.AsSpan().IndexOfAny("%():.[] ") < 0
        ? key
        : string.Concat(key.Select(c => c switch { '%' => 'P', '(' => 'A', ')' => 'Z', ':' => 'C', '.' or '[' or ']' or ' ' => '_', _ => c }));

    private string Numbered(string key)
    {
        while (true)
        {
            var name = $"{key}_{_counters.Next(key)}";
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }
}
