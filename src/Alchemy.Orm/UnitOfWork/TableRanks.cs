namespace Alchemy.Internals;

/// <summary>Tables by depth of their foreign keys, counting only the tables that take part.</summary>
internal sealed class TableRanks
{
    private readonly Dictionary<Table, int> _ranks = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Table> _tables;

    public TableRanks(IEnumerable<Table> tables) => _tables = new(tables, ReferenceEqualityComparer.Instance);

    public int Of(Table table)
    {
        if (_ranks.TryGetValue(table, out var known))
        {
            return known;
        }

        // Tables that refer to each other in a circle: whoever is asked first stands first.
        _ranks[table] = 0;
        var rank = table.ForeignKeys.Select(k => k.ReferredTable).Where(t => _tables.Contains(t) && !ReferenceEquals(t, table)).Select(t => Of(t) + 1).DefaultIfEmpty(0).Max();
        return _ranks[table] = rank;
    }
}
