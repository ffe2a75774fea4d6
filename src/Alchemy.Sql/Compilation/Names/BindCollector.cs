namespace Alchemy.Internals;

/// <summary>Numbers and names a statement's bind parameters.</summary>
internal sealed class BindCollector
{
    private readonly List<BindParameter> _binds;
    private readonly Dictionary<BindParameter, int> _index = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BindParameter, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly NameCounter _counter;
    private readonly bool _beginsWithLetter;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <param name="statement">The statement.</param>
    /// <param name="counter">Numbers names.</param>
    /// <param name="beginsWithLetter">True where a parameter's name begins with a letter, and with nothing else.</param>
    public BindCollector(ClauseElement statement, NameCounter counter, bool beginsWithLetter)
    {
        (_counter, _beginsWithLetter) = (counter, beginsWithLetter);
        var shape = StatementShape.Of(statement);
        (_binds, HasNestedCtes) = ([.. shape.Binds], shape.HasNestedCtes);
        for (var i = 0; i < _binds.Count; i++)
        {
            _index[_binds[i]] = i;
            if (!_binds[i].IsUnique)
            {
                _taken.Add(_binds[i].Key);
            }
        }
    }

    public IReadOnlyList<BindParameter> Binds => _binds;

    /// <summary>Whether the statement has a CTE that stands in front of a statement inside of it.</summary>
    public bool HasNestedCtes { get; }

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

    /// <summary>The parameter's name in the statement.</summary>
    /// <param name="bind">The parameter.</param>
    /// <param name="isInner">True in an INSERT or UPDATE inside of another statement, which may give a value to a column of the same name.</param>
    /// <exception cref="CompileException">Another parameter has the name.</exception>
    public string Name(BindParameter bind, bool isInner = false)
    {
        if (!_names.TryGetValue(bind, out var name))
        {
            name = bind.IsUnique ? Numbered(bind.Key) : isInner && bind is { IsColumnValue: true, HasValue: true } ? Numbered("param") : Fit(bind.Key);
            if (!_used.Add(name))
            {
                throw new CompileException($"Bind parameter '{bind.Key}'", null, "two different parameters of the statement have this name: rename one.");
            }

            _names.Add(bind, name);
        }

        return name;
    }

    // Two names may come to one mark.
    private string Fit(string key)
    {
        var mark = Marker(key);
        return mark == key || _taken.Add(mark) ? mark : Numbered(mark);
    }

    // A mark holds letters, digits and underscores, so that no column's name can end it.
    private string Marker(string key)
    {
        var prefix = _beginsWithLetter && key is not [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] ? "p" : "";
        return prefix.Length == 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_')
            ? key
            : prefix + string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? c : c switch { '%' => 'P', '(' => 'A', ')' => 'Z', ':' => 'C', _ => '_' }));
    }

    private string Numbered(string key)
    {
        while (true)
        {
            var name = _counter.Cut(NameClass.Bind, _counter.Next(Marker(key)));
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }
}
