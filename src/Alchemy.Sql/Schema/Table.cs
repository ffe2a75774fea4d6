namespace Alchemy;

/// <summary>A table: its name, columns, keys and constraints.</summary>
/// <example><code>var users = new Table("users", metadata,
///     new Column("id", SqlTypes.Integer, primaryKey: true),
///     new Column("name", SqlTypes.String(50), nullable: false));</code></example>
public sealed class Table : FromClause
{
    private readonly List<ForeignKeyConstraint> _foreignKeys = [];
    private readonly List<UniqueConstraint> _uniques = [];
    private readonly List<CheckConstraint> _checks = [];
    private readonly List<TableIndex> _indexes = [];

    /// <summary>Creates a table and adds it to <paramref name="metadata"/>.</summary>
    /// <exception cref="InvalidStatementException">Two columns have one name, or the MetaData has a table of this name.</exception>
    public Table(string name, MetaData metadata, params ISchemaItem[] items)
        : this(name, metadata, null, items)
    {
    }

    /// <summary>Creates a table in a schema and adds it to <paramref name="metadata"/>.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="metadata">Where it belongs.</param>
    /// <param name="schema">The schema, or null for the connection's own.</param>
    /// <param name="items">Columns, constraints and indexes.</param>
    public Table(string name, MetaData metadata, string? schema, params ISchemaItem[] items)
    {
        (Name, Schema, MetaData) = (name, schema, metadata);
        var columns = items.OfType<Column>().ToList();
        if (columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidStatementException($"Table '{name}' has two columns named '{twice.Key}'.");
        }

        Columns = new ColumnSet($"table '{FullName}'", columns);
        PrimaryKey = [.. columns.Where(c => c.IsPrimaryKey)];
        foreach (var item in items)
        {
            item.Attach(this);
        }

        metadata.Add(this);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The schema, or null for the connection's own.</summary>
    public string? Schema { get; }

    /// <summary><c>schema.name</c>, or just the name.</summary>
    public string FullName => Schema is null ? Name : $"{Schema}.{Name}";

    /// <summary>Where it belongs.</summary>
    public MetaData MetaData { get; }

    /// <inheritdoc/>
    public override ColumnSet Columns { get; }

    /// <summary>The columns of the primary key, in order; empty when there is none.</summary>
    public IReadOnlyList<Column> PrimaryKey { get; }

    /// <summary>The foreign keys.</summary>
    public IReadOnlyList<ForeignKeyConstraint> ForeignKeys => _foreignKeys;

    /// <summary>The unique constraints.</summary>
    public IReadOnlyList<UniqueConstraint> UniqueConstraints => _uniques;

    /// <summary>The check constraints.</summary>
    public IReadOnlyList<CheckConstraint> CheckConstraints => _checks;

    /// <summary>The indexes.</summary>
    public IReadOnlyList<TableIndex> Indexes => _indexes;

    /// <summary>The column whose value the database gives, or null.</summary>
    public Column? AutoIncrementColumn
        => PrimaryKey.FirstOrDefault(c => c.AutoIncrement == true)
            ?? (PrimaryKey is [{ AutoIncrement: null, ServerDefault: null } only] && IsInteger(only.Type) && !_foreignKeys.Any(f => f.ColumnNames.Contains(only.Name)) ? only : null);

    /// <summary>The table's own column of that name.</summary>
    /// <exception cref="UnknownColumnException">There is none.</exception>
    public Column Column(string name) => (Column)Columns[name];

    internal void Add(ForeignKeyConstraint key) => _foreignKeys.Add(key);

    internal void Add(UniqueConstraint unique) => _uniques.Add(unique);

    internal void Add(CheckConstraint check) => _checks.Add(check);

    internal void Add(TableIndex index) => _indexes.Add(index);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTable(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Identity(this);

    private static bool IsInteger(SqlType type) => type is SmallIntegerType or IntegerType or BigIntegerType;
}
