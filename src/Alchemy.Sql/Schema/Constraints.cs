namespace Alchemy;

/// <summary>A foreign key: columns that hold the key of another table's row.</summary>
public sealed class ForeignKeyConstraint : ISchemaItem
{
    private readonly string? _referredName;
    private Table? _referred;
    private Table? _table;

    /// <summary>Creates a foreign key to a table that may be defined later; it is looked up in the MetaData by name.</summary>
    /// <param name="columns">The columns of this table.</param>
    /// <param name="referredTable">The other table, <c>schema.table</c> when it is in a schema.</param>
    /// <param name="referredColumns">Its columns, in the same order.</param>
    /// <param name="name">The constraint's name; null leaves it to the database.</param>
    /// <param name="onDelete">What the database does when the other row is deleted, such as <c>CASCADE</c>; null for nothing.</param>
    public ForeignKeyConstraint(IReadOnlyList<string> columns, string referredTable, IReadOnlyList<string> referredColumns, string? name = null, string? onDelete = null)
    {
        if (columns.Count == 0 || columns.Count != referredColumns.Count)
        {
            throw new InvalidStatementException($"A foreign key to '{referredTable}' needs the same number of columns on both sides: it has {columns.Count} and {referredColumns.Count}.");
        }

        (ColumnNames, _referredName, ReferredColumnNames, Name, OnDelete) = (columns, referredTable, referredColumns, name, onDelete);
    }

    /// <summary>The constraint's name, or null.</summary>
    public string? Name { get; }

    /// <summary>The names of this table's columns.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The names of the other table's columns.</summary>
    public IReadOnlyList<string> ReferredColumnNames { get; }

    /// <summary>The ON DELETE action, or null.</summary>
    public string? OnDelete { get; }

    /// <summary>The table that has the foreign key.</summary>
    public Table Table => _table ?? throw new InvalidStatementException($"A foreign key to '{_referredName}' is not part of a table.");

    /// <summary>The table it refers to.</summary>
    /// <exception cref="InvalidStatementException">The MetaData has no such table.</exception>
    public Table ReferredTable => _referred ??= Table.MetaData.Find(_referredName!)
        ?? throw new InvalidStatementException($"The foreign key of table '{Table.Name}' refers to '{_referredName}', which is not in its MetaData: define that table.");

    /// <summary>The table it refers to, or null where the MetaData has none of its name (yet).</summary>
    internal Table? TryReferredTable => _referred ??= Table.MetaData.Find(_referredName!);

    /// <summary>This table's columns.</summary>
    public IReadOnlyList<Column> Columns => [.. ColumnNames.Select(Table.Column)];

    /// <summary>The other table's columns.</summary>
    public IReadOnlyList<Column> ReferredColumns => [.. ReferredColumnNames.Select(ReferredTable.Column)];

    /// <summary>Makes the constraint part of a table.</summary>
    public void Attach(Table table)
    {
        _table = table;
        table.Add(this);
    }
}

/// <summary><c>UNIQUE (columns)</c></summary>
public sealed class UniqueConstraint(IReadOnlyList<string> columns, string? name = null) : ISchemaItem
{
    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> ColumnNames { get; } = columns;

    /// <summary>The constraint's name, or null.</summary>
    public string? Name { get; } = name;

    /// <summary>Makes the constraint part of a table.</summary>
    public void Attach(Table table) => table.Add(this);
}

/// <summary><c>CHECK (condition)</c></summary>
public sealed class CheckConstraint(string condition, string? name = null) : ISchemaItem
{
    /// <summary>The condition as SQL text.</summary>
    public string Condition { get; } = condition;

    /// <summary>The constraint's name, or null.</summary>
    public string? Name { get; } = name;

    /// <summary>Makes the constraint part of a table.</summary>
    public void Attach(Table table) => table.Add(this);
}

/// <summary><c>CREATE [UNIQUE] INDEX</c></summary>
public sealed class TableIndex(string name, IReadOnlyList<string> columns, bool unique = false) : ISchemaItem
{
    /// <summary>The index' name.</summary>
    public string Name { get; } = name;

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> ColumnNames { get; } = columns;

    /// <summary>True when no two rows may have the same values.</summary>
    public bool IsUnique { get; } = unique;

    /// <summary>Makes the index part of a table.</summary>
    public void Attach(Table table) => table.Add(this);
}
