namespace Alchemy;

/// <summary>A foreign key: columns that hold the key of another table's row.</summary>
public sealed class ForeignKeyConstraint : TableConstraint
{
    private string? _referredName;
    private Table? _referred;

    /// <summary>Creates a foreign key to a table that may be defined later; it is looked up in the MetaData by name.</summary>
    /// <param name="columns">The columns of this table.</param>
    /// <param name="referredTable">The other table, <c>schema.table</c> when it is in a schema.</param>
    /// <param name="referredColumns">Its columns, in the same order.</param>
    /// <param name="name">The constraint's name; null leaves it to the database.</param>
    /// <param name="onDelete">What the database does when the other row is deleted, such as <c>CASCADE</c>; null for nothing.</param>
    public ForeignKeyConstraint(IReadOnlyList<string> columns, string referredTable, IReadOnlyList<string> referredColumns, string? name = null, string? onDelete = null)
        : base(name)
    {
        if (columns.Count == 0 || columns.Count != referredColumns.Count)
        {
            throw new InvalidStatementException($"A foreign key to '{referredTable}' needs the same number of columns on both sides: it has {columns.Count} and {referredColumns.Count}.");
        }

        (ColumnNames, _referredName, ReferredColumnNames, OnDelete) = (columns, referredTable, referredColumns, onDelete);
    }

    /// <summary>Creates a foreign key to columns of a table.</summary>
    /// <param name="columns">The columns of this table.</param>
    /// <param name="referredColumns">The columns of the other table, in the same order.</param>
    /// <param name="name">The constraint's name; null leaves it to the database.</param>
    public ForeignKeyConstraint(IReadOnlyList<string> columns, IReadOnlyList<Column> referredColumns, string? name = null)
        : this(columns, referredColumns.Count == 0 ? "" : referredColumns[0].Table.FullName, [.. referredColumns.Select(c => c.Key)], name)
        => _referred = referredColumns[0].Table;

    /// <summary>The names of this table's columns.</summary>
    public override IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The names of the other table's columns.</summary>
    public IReadOnlyList<string> ReferredColumnNames { get; }

    /// <summary>The ON DELETE action, or null.</summary>
    public string? OnDelete { get; init; }

    /// <summary>The ON UPDATE action, or null.</summary>
    public string? OnUpdate { get; init; }

    /// <summary>How a key with NULL in it is compared: <c>FULL</c>, <c>PARTIAL</c> or <c>SIMPLE</c>; null says nothing.</summary>
    public string? Match { get; init; }

    /// <summary>The table it refers to.</summary>
    /// <exception cref="InvalidStatementException">The MetaData has no such table.</exception>
    public Table ReferredTable => TryReferredTable
        ?? throw new InvalidStatementException($"The foreign key of table '{Table.Name}' refers to '{_referredName}', which is not in its MetaData: define that table.");

    /// <summary>The table it refers to, or null where the MetaData has none of its name (yet).</summary>
    internal Table? TryReferredTable => _referred ??= Table.MetaData.Find(_referredName!);

    internal void ReferTo(string fullName) => (_referred, _referredName) = (null, fullName);

    internal string ReferredName => _referredName!;

    /// <summary>This table's columns.</summary>
    public IReadOnlyList<Column> Columns => [.. ColumnNames.Select(Table.Column)];

    /// <summary>The other table's columns.</summary>
    public IReadOnlyList<Column> ReferredColumns => [.. ReferredColumnNames.Select(ReferredTable.Column)];

    /// <inheritdoc/>
    protected internal override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitForeignKey(this, sql);
}
