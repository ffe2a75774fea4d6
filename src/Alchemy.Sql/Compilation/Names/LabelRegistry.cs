namespace Alchemy.Internals;

/// <summary>Gives names to what has none: <c>anon_1</c> for expressions and subqueries, <c>orders_1</c> for aliases.</summary>
internal sealed class LabelRegistry(NameCounter counter)
{
    private readonly Dictionary<FromClause, string> _froms = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LabelName, string> _numbered = [];
    private readonly Dictionary<LabelName, string> _columns = [];
    private readonly HashSet<string> _seeds = new(StringComparer.Ordinal);

    /// <summary>The name of a FROM that has none of its own. A seed stands bare the first time: <c>o</c>, then <c>o_1</c>.</summary>
    public string From(FromClause from, string stem, bool isSeed)
    {
        if (!_froms.TryGetValue(from, out var name))
        {
            name = isSeed && _seeds.Add(stem) ? stem : Numbered(stem);
            _froms.Add(from, name = counter.Cut(NameClass.From, name));
        }

        return name;
    }

    /// <summary>The name of a column, cut when it is too long.</summary>
    /// <param name="name">The name before numbers are given.</param>
    /// <param name="taken">Names that columns of the same SELECT have of their own.</param>
    /// <param name="fromName">Names a FROM.</param>
    public string Column(LabelName name, Func<string, bool> taken, Func<FromClause, string> fromName)
    {
        if (!_columns.TryGetValue(name, out var text))
        {
            _columns.Add(name, text = counter.Cut(NameClass.Column, Whole(name, taken, fromName)));
        }

        return text;
    }

    private string Whole(LabelName name, Func<string, bool> taken, Func<FromClause, string> fromName) => name switch
    {
        LabelName.Literal literal => literal.Text,
        LabelName.OfFrom from => fromName(from.From),
        LabelName.Joined both => Whole(both.Left, taken, fromName) + "_" + Whole(both.Right, taken, fromName),
        LabelName.Numbered numbered => Number(name, Whole(numbered.Stem, taken, fromName), taken),
        LabelName.Repeated repeated => Number(name, Whole(repeated.Stem, taken, fromName) + "_", taken),
        _ => throw new InvalidOperationException(name.ToString()),
    };

    private string Number(LabelName name, string stem, Func<string, bool> taken)
    {
        if (!_numbered.TryGetValue(name, out var text))
        {
            do
            {
                text = counter.Next(stem);
            }
            while (taken(text));
            _numbered.Add(name, text);
        }

        return text;
    }

    private string Numbered(string stem)
    {
        while (true)
        {
            var name = counter.Next(stem);
            // A seed called o_1 in the user's program must not meet the second o.
            if (_seeds.Add(name))
            {
                return name;
            }
        }
    }
}
