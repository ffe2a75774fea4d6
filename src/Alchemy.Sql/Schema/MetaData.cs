using Alchemy.Internals;

namespace Alchemy;

/// <summary>A collection of tables that belong together: it finds the targets of foreign keys by name and orders tables for creation.</summary>
public sealed class MetaData
{
    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly List<Table> _inOrder = [];
    private readonly List<TypedTable> _expected = [];
    private readonly List<Sequence> _sequences = [];
    private readonly Lock _gate = new();

    /// <summary>The schema of tables and sequences that name none; null for the connection's own.</summary>
    public string? Schema { get; init; }

    /// <summary>Whether the schema of tables stands in quotes; null (the default) for when it needs them. A table may say otherwise.</summary>
    public bool? QuoteSchema { get; init; }

    /// <summary>How constraints and indexes without a name are named; null (the default) leaves constraints to the database and names indexes <c>ix_table_column</c>.</summary>
    public NamingConvention? NamingConvention { get; init; }

    /// <summary>What the program wants to remember with it.</summary>
    public IDictionary<string, object?> Info => field ??= new Dictionary<string, object?>();

    /// <summary>What is executed with the creating and dropping of all tables.</summary>
    public SchemaEvents Events => field ??= new SchemaEvents();

    /// <summary>The sequences.</summary>
    public IReadOnlyList<Sequence> Sequences
    {
        get
        {
            lock (_gate)
            {
                return [.. _sequences];
            }
        }
    }

    internal NamingConvention IndexNames => NamingConvention ?? NamingConvention.Default;

    internal void Add(Sequence sequence)
    {
        lock (_gate)
        {
            _sequences.Add(sequence);
        }
    }

    /// <summary>The tables, in the order in which they were added. Typed tables that nobody has used yet are read now.</summary>
    public IReadOnlyList<Table> Tables
    {
        get
        {
            ReadExpected();
            lock (_gate)
            {
                return [.. _inOrder];
            }
        }
    }

    /// <summary>The table of that name, or null. A table in a schema is named <c>schema.table</c>.</summary>
    public Table? Find(string fullName)
    {
        ReadExpected();
        lock (_gate)
        {
            return _tables.GetValueOrDefault(fullName);
        }
    }

    /// <summary>The tables so that each comes after those it refers to. Of tables that refer to each other in a circle each comes where it can: their foreign keys are added by ALTER TABLE.</summary>
    public IReadOnlyList<Table> SortedTables => TableOrder.Of(Tables).Tables;

    /// <summary>Takes a table out; foreign keys that name it do not find it any more.</summary>
    public void Remove(Table table)
    {
        lock (_gate)
        {
            if (_tables.GetValueOrDefault(table.FullName) == table)
            {
                _tables.Remove(table.FullName);
                _inOrder.Remove(table);
            }
        }
    }

    /// <summary>Takes every table and sequence out.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _tables.Clear();
            _inOrder.Clear();
            _expected.Clear();
            _sequences.Clear();
        }
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

    /// <summary>A typed table that is read at its first use.</summary>
    internal void Expect(TypedTable table)
    {
        lock (_gate)
        {
            _expected.Add(table);
        }
    }

    /// <summary>The typed table is being read, or stands for an alias.</summary>
    internal void Forget(TypedTable table)
    {
        lock (_gate)
        {
            _expected.Remove(table);
        }
    }

    // Outside of the lock: reading a table adds it here.
    private void ReadExpected()
    {
        TypedTable[] expected;
        lock (_gate)
        {
            expected = [.. _expected];
        }

        foreach (var table in expected)
        {
            _ = table.From;
        }
    }
}
