namespace Alchemy.Internals;

/// <summary>The order in which tables are created, so that each comes after those it refers to, and the foreign keys that no order can serve.</summary>
internal sealed class TableOrder
{
    private readonly List<Table> _sorted = [];
    private readonly HashSet<Table> _placed = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ForeignKeyConstraint> _apart = new(ReferenceEqualityComparer.Instance);

    private TableOrder(IReadOnlyList<Table> tables)
    {
        foreach (var circle in TableCircles.Of(tables))
        {
            _apart.UnionWith(circle.SelectMany(t => Ordering(t)).Where(k => circle.Contains(k.ReferredTable) && !ReferenceEquals(k.Table, k.ReferredTable)));
        }

        foreach (var table in tables)
        {
            Place(table);
        }
    }

    /// <summary>The tables in order.</summary>
    public IReadOnlyList<Table> Tables => _sorted;

    /// <summary>The foreign keys of tables that refer to each other: they are added when all tables are there.</summary>
    public IReadOnlySet<ForeignKeyConstraint> Apart => _apart;

    public static TableOrder Of(IReadOnlyList<Table> tables) => new(tables);

    /// <summary>The tables that must be there before a table.</summary>
    internal static IEnumerable<Table> Before(Table table) => table.Definition is { } definition
        ? SelectedTables.Tables(definition.Select).Where(t => ReferenceEquals(t.MetaData, table.MetaData))
        : Ordering(table).Select(k => k.ReferredTable).Concat(table.Dependencies);

    private static IEnumerable<ForeignKeyConstraint> Ordering(Table table) => table.ForeignKeys.Where(k => !k.UseAlter);

    private void Place(Table table)
    {
        if (!_placed.Add(table))
        {
            return;
        }

        var keys = Ordering(table).Where(k => !_apart.Contains(k)).Select(k => k.ReferredTable);
        foreach (var other in table.Definition is null ? keys.Concat(table.Dependencies) : Before(table))
        {
            Place(other);
        }

        _sorted.Add(table);
    }
}
