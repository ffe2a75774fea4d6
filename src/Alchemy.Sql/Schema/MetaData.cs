namespace Alchemy;

/// <summary>A collection of tables that belong together: it finds the targets of foreign keys by name and orders tables for creation.</summary>
public sealed class MetaData
{
    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly List<Table> _inOrder = [];
    private readonly Lock _gate = new();

    /// <summary>The tables, in the order in which they were added.</summary>
    public IReadOnlyList<Table> Tables
    {
        get
        {
            lock (_gate)
            {
                return [.. _inOrder];
            }
        }
    }

    /// <summary>The table of that name, or null. A table in a schema is named <c>schema.table</c>.</summary>
    public Table? Find(string fullName)
    {
        lock (_gate)
        {
            return _tables.GetValueOrDefault(fullName);
        }
    }

    /// <summary>The tables so that each comes after those it refers to; tables that refer to each other keep their order.</summary>
    public IReadOnlyList<Table> Sorted()
    {
        var sorted = new List<Table>();
        var state = new HashSet<Table>(ReferenceEqualityComparer.Instance);
        foreach (var table in Tables)
        {
            Place(table, state, sorted);
        }

        return sorted;
    }

    internal void Add(Table table)
    {
        lock (_gate)
        {
            if (!_tables.TryAdd(table.FullName, table))
            {
                throw new InvalidStatementException($"Table '{table.FullName}' is already in this MetaData: use the one that is there, or another MetaData.");
            }

            _inOrder.Add(table);
        }
    }

    private static void Place(Table table, HashSet<Table> seen, List<Table> sorted)
    {
        if (!seen.Add(table))
        {
            return;
        }

        foreach (var key in table.ForeignKeys)
        {
            Place(key.ReferredTable, seen, sorted);
        }

        sorted.Add(table);
    }
}
