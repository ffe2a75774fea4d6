namespace Alchemy.Internals;

/// <summary>Fills in what a database does not tell of a key that was violated, of the table that the statement changes.</summary>
internal static class ConstraintNames
{
    // What MySQL and MariaDB call every primary key.
    private const string PrimaryKeyName = "PRIMARY";

    public static ErrorFacts Complete(ErrorFacts facts, DatabaseErrorKind kind, Table table)
    {
        if (kind is not DatabaseErrorKind.UniqueViolation || facts.Table is { } told && told != table.Name)
        {
            return facts;
        }

        var keys = Keys(table).ToList();
        return facts switch
        {
            { Constraint: { } name, Columns: null or [] } => Named(keys, name) is { } key ? facts with { Table = table.Name, Columns = key.Columns } : facts,
            { Constraint: null, Table: not null, Columns: { Count: > 0 } columns } => facts with { Constraint = keys.Find(k => k.Columns.SequenceEqual(columns))?.Name },
            _ => facts,
        };
    }

    // MySQL and MariaDB give a key without a name that of its first column.
    private static Key? Named(List<Key> keys, string name)
        => keys.Find(k => k.Name == name) ?? (keys.FindAll(k => k.Name is null && k.Columns[0] == name) is [var only] ? only : name == PrimaryKeyName ? keys.Find(k => k.IsPrimary) : null);

    private static IEnumerable<Key> Keys(Table table)
    {
        if (table.PrimaryKey.Count > 0)
        {
            yield return new Key(table.PrimaryKeyConstraint.FinalName, [.. table.PrimaryKey.Select(c => c.Name)], IsPrimary: true);
        }

        foreach (var unique in table.UniqueConstraints)
        {
            yield return new Key(unique.FinalName, [.. unique.ColumnNames.Select(c => table.Column(c).Name)]);
        }

        // An index of expressions has no columns to tell.
        foreach (var index in table.Indexes.Where(i => i.IsUnique && i.ColumnNames.Count == i.Items.Count))
        {
            yield return new Key(index.Name, [.. index.ColumnNames.Select(c => table.Column(c).Name)]);
        }
    }

    private sealed record Key(string? Name, IReadOnlyList<string> Columns, bool IsPrimary = false);
}
