namespace Alchemy.Internals;

/// <summary>The unique keys of a table that a new row can violate.</summary>
internal static class UniqueKeys
{
    /// <summary>The columns of a unique key besides the one named that the INSERT could violate, or null.</summary>
    public static string? Other(Insert insert, IReadOnlyList<ColumnElement> keys)
    {
        var named = keys.Select(k => (k.Node as NamedColumn)?.Key ?? k.Name).ToHashSet();
        return Of(insert).Where(k => !named.SetEquals(k)).Select(k => string.Join(", ", k)).FirstOrDefault();
    }

    private static IEnumerable<IReadOnlyList<string>> Of(Insert insert)
    {
        var table = insert.Table;
        // A key that the database makes is never there already.
        var isMade = table.AutoIncrementColumn is { } made && table.PrimaryKey.Count == 1 && !insert.Content.Columns.Contains(made);
        if (table.PrimaryKey.Count > 0 && !isMade)
        {
            yield return [.. table.PrimaryKey.Select(c => c.Key)];
        }

        foreach (var unique in table.UniqueConstraints)
        {
            yield return unique.ColumnNames;
        }

        foreach (var index in table.Indexes.Where(i => i.IsUnique))
        {
            yield return index.ColumnNames;
        }
    }
}
