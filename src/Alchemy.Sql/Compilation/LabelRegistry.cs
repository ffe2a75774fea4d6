namespace Alchemy.Internals;

/// <summary>Gives names to what has none: <c>anon_1</c> for expressions and subqueries, <c>orders_1</c> for aliases. One number sequence a stem and statement.</summary>
internal sealed class LabelRegistry(NameCounters counters)
{
    private readonly Dictionary<object, string> _names = [];
    private readonly HashSet<string> _seeds = new(StringComparer.Ordinal);

    /// <summary>The name of a FROM that has none of its own. A seed stands bare the first time: <c>o</c>, then <c>o_1</c>.</summary>
    public string From(FromClause from, string stem, bool isSeed)
    {
        if (!_names.TryGetValue(from, out var name))
        {
            name = isSeed && _seeds.Add(stem) ? stem : Numbered(stem);
            _names.Add(from, name);
        }

        return name;
    }

    /// <summary>The name of a column of a SELECT list that has none of its own.</summary>
    /// <param name="select">The SELECT.</param>
    /// <param name="index">The column's place.</param>
    /// <param name="stem">What the name begins with.</param>
    /// <param name="taken">Names that the SELECT's columns have of their own.</param>
    public string Column(SelectBase select, int index, string stem, string?[] taken)
    {
        var key = (select, index);
        if (!_names.TryGetValue(key, out var name))
        {
            do
            {
                name = Numbered(stem);
            }
            while (Array.IndexOf(taken, name) >= 0);
            _names.Add(key, name);
        }

        return name;
    }

    private string Numbered(string stem)
    {
        while (true)
        {
            var name = $"{stem}_{counters.Next(stem)}";
            // A seed called o_1 in the user's program must not meet the second o.
            if (_seeds.Add(name))
            {
                return name;
            }
        }
    }
}
