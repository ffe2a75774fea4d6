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

/// <summary>Finds the sets of tables that refer to each other in a circle (Tarjan's strongly connected components of more than one table).</summary>
internal sealed class TableCircles
{
    private readonly Dictionary<Table, (int Index, int Low)> _met = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<Table> _open = new();
    private readonly HashSet<Table> _isOpen = new(ReferenceEqualityComparer.Instance);
    private readonly List<HashSet<Table>> _found = [];

    private TableCircles()
    {
    }

    public static IReadOnlyList<HashSet<Table>> Of(IEnumerable<Table> tables)
    {
        var circles = new TableCircles();
        foreach (var table in tables.Where(t => !circles._met.ContainsKey(t)))
        {
            circles.Visit(table);
        }

        return circles._found;
    }

    private void Visit(Table table)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var index = _met.Count;
        var low = index;
        _met[table] = (index, low);
        _open.Push(table);
        _isOpen.Add(table);
        foreach (var other in TableOrder.Before(table))
        {
            if (!_met.ContainsKey(other))
            {
                Visit(other);
                low = Math.Min(low, _met[other].Low);
            }
            else if (_isOpen.Contains(other))
            {
                low = Math.Min(low, _met[other].Index);
            }
        }

        _met[table] = (index, low);
        if (low == index)
        {
            Close(table);
        }
    }

    private void Close(Table first)
    {
        var circle = new HashSet<Table>(ReferenceEqualityComparer.Instance);
        do
        {
            circle.Add(_open.Peek());
            _isOpen.Remove(_open.Peek());
        }
        while (!ReferenceEquals(_open.Pop(), first));

        if (circle.Count > 1)
        {
            _found.Add(circle);
        }
    }
}
