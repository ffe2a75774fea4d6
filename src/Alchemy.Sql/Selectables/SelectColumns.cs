namespace Alchemy;

/// <summary>The names under which a SELECT's columns are known outside of it.</summary>
internal static class SelectColumns
{
    /// <summary>One name per column: its own, or <c>anon_n</c>, or <c>name_n</c> for one met before.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<ColumnElement> columns)
    {
        var taken = new HashSet<string>(columns.Select(c => c.Name).OfType<string>(), StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[columns.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = columns[i].Name;
            names[i] = name is not null && given.Add(name) ? name : Numbered(Stem(columns[i]), taken, given);
        }

        return names;
    }

    /// <summary>The columns of a FROM that are meant where it is named as a whole.</summary>
    public static IEnumerable<NamedColumn> Shown(FromClause from)
        => from.Columns.Where(c => c is not Column { OmitFromStatements: true } and not ProxyColumn { From: Alias, Source: Column { OmitFromStatements: true } });

    /// <summary>The columns of a FROM made of a SELECT.</summary>
    public static ColumnSet Proxies(FromClause from, string owner, SelectBase select)
    {
        var names = Names(select.Columns);
        return new ColumnSet(owner, select.Columns.Select((column, i) => new ProxyColumn(from, names[i], column, i)));
    }

    private static string Stem(ColumnElement column) => column switch
    {
        { Name: { } name } => name,
        FunctionCall call => call.ShortName,
        AggregateOrderBy { Element: var ordered } => Stem(ordered),
        _ => "anon",
    };

    private static string Numbered(string stem, HashSet<string> taken, HashSet<string> given)
    {
        for (var n = 1; ; n++)
        {
            var name = $"{stem}_{n}";
            if (!taken.Contains(name) && given.Add(name))
            {
                return name;
            }
        }
    }
}
