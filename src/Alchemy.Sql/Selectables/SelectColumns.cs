namespace Alchemy;

/// <summary>The names under which a SELECT's columns are known in the program.</summary>
internal static class SelectColumns
{
    /// <summary>One name per column: its own, or <c>anon_n</c>, or <c>name_n</c> for one met before.</summary>
    public static IReadOnlyList<string> Names(SelectBase select)
    {
        while (select is CompoundSelect compound)
        {
            select = compound.Selects[0];
        }

        return Names(select.Columns, (select as Select)?.LabelStyle ?? LabelStyle.Disambiguate);
    }

    /// <summary>The columns of a FROM that are meant where it is named as a whole.</summary>
    public static IEnumerable<NamedColumn> Shown(FromClause from)
        => from.Columns.Where(c => c is not Column { OmitFromStatements: true } and not ProxyColumn { From: Alias, Source: Column { OmitFromStatements: true } });

    /// <summary>The columns of a FROM made of a SELECT.</summary>
    public static ColumnSet Proxies(FromClause from, string owner, SelectBase select)
    {
        var names = Names(select);
        return new ColumnSet(owner, select.Columns.Select((column, i) => new ProxyColumn(from, names[i], column, i)));
    }

    /// <summary>The columns of a FROM made of columns.</summary>
    public static ColumnSet Proxies(FromClause from, string owner, IReadOnlyList<ColumnElement> columns, LabelStyle style)
    {
        var names = Names(columns, style);
        return new ColumnSet(owner, columns.Select((column, i) => new ProxyColumn(from, names[i], column, i)));
    }

    private static IReadOnlyList<string> Names(IReadOnlyList<ColumnElement> columns, LabelStyle style)
    {
        var own = columns.Select(c => Own(c, style)).ToArray();
        var taken = new HashSet<string>(own.OfType<string>(), StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[columns.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = own[i] is { } name && given.Add(name) ? name : Numbered(own[i] ?? columns[i].Name ?? columns[i].Node.LabelStem, taken, given);
        }

        return names;
    }

    private static string? Own(ColumnElement column, LabelStyle style) => style is LabelStyle.TableNamePlusColumn && column is NamedColumn { Owner: { Name: { } table } owner }
        ? (owner is Table { Schema: { Length: > 0 } schema } ? schema.Replace('.', '_') + "_" : "") + table + "_" + column.Name
        : column is TextClause text ? text.Text : column.Name;

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
