namespace Alchemy;

/// <summary>A table: its name, columns, keys and constraints.</summary>
/// <example><code>var users = new Table("users", metadata,
///     new Column("id", SqlTypes.Integer, primaryKey: true),
///     new Column("name", SqlTypes.String(50), nullable: false));</code></example>
public sealed class Table : FromClause
{
    private readonly List<TableConstraint> _constraints = [];
    private readonly List<TableIndex> _indexes = [];
    private readonly List<DialectOptions> _options = [];

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
        (Name, Schema, MetaData) = (name, schema ?? metadata.Schema, metadata);
        var columns = items.OfType<Column>().ToList();
        if (columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidStatementException($"Table '{name}' has two columns named '{twice.Key}'.");
        }

        Columns = new ColumnSet($"table '{FullName}'", columns);
        PrimaryKeyConstraint = items.OfType<PrimaryKeyConstraint>().LastOrDefault() ?? new PrimaryKeyConstraint { IsImplicit = true };
        PrimaryKey = PrimaryKeyConstraint.Given.Count > 0 ? [.. PrimaryKeyConstraint.Given.Select(Column)] : [.. columns.Where(c => c.IsPrimaryKey)];
        foreach (var column in PrimaryKey)
        {
            column.BecomeKey();
        }

        if (PrimaryKeyConstraint.IsImplicit)
        {
            PrimaryKeyConstraint.Attach(this);
        }

        foreach (var item in items)
        {
            item.Attach(this);
        }

        // After those that are given: the order in which CREATE TABLE names them.
        foreach (var item in columns.SelectMany(c => c.TableItems()))
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

    /// <summary>The constraint of the primary key; one without columns when there is no key.</summary>
    public PrimaryKeyConstraint PrimaryKeyConstraint { get; }

    /// <summary>The foreign keys.</summary>
    public IReadOnlyList<ForeignKeyConstraint> ForeignKeys => [.. _constraints.OfType<ForeignKeyConstraint>()];

    /// <summary>The unique constraints.</summary>
    public IReadOnlyList<UniqueConstraint> UniqueConstraints => [.. _constraints.OfType<UniqueConstraint>()];

    /// <summary>The check constraints; those of a column's line are the column's.</summary>
    public IReadOnlyList<CheckConstraint> CheckConstraints => [.. _constraints.OfType<CheckConstraint>()];

    /// <summary>The constraints, in the order of CREATE TABLE; the primary key's is not among them.</summary>
    public IReadOnlyList<TableConstraint> Constraints => _constraints;

    /// <summary>The indexes.</summary>
    public IReadOnlyList<TableIndex> Indexes => _indexes;

    /// <summary>Whether the table's name stands in quotes; null (the default) for when it needs them.</summary>
    public bool? Quote { get; init; }

    internal override bool? NameQuote => Quote;

    /// <summary>Whether the schema stands in quotes; null (the default) for when it needs them.</summary>
    public bool? QuoteSchema { get; init; }

    /// <summary>The words between CREATE and TABLE, such as <c>TEMPORARY</c>.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>The comment in the database, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>What one database alone can say.</summary>
    public IReadOnlyList<DialectOptions> Options => _options;

    /// <summary>The column whose value the database gives, or null.</summary>
    public Column? AutoIncrementColumn
        => PrimaryKey.FirstOrDefault(c => c.AutoIncrement == true)
            ?? (PrimaryKey is [{ AutoIncrement: null, ServerDefault: null } only] && IsCounted(only) && !_constraints.OfType<ForeignKeyConstraint>().Any(f => f.ColumnNames.Contains(only.Name)) ? only : null);

    /// <summary>The table's own column of that name.</summary>
    /// <exception cref="UnknownColumnException">There is none.</exception>
    public Column Column(string name) => (Column)Columns[name];

    /// <summary>Adds a constraint, index or options to a table that is there: for <see cref="AddConstraint"/>, and for what names the table's columns.</summary>
    /// <exception cref="InvalidStatementException">The item is a column: a table's columns are given to its constructor.</exception>
    public void Append(ISchemaItem item)
    {
        if (item is Column column)
        {
            throw new InvalidStatementException($"Column '{column.Name}' comes too late for table '{Name}': give it to the constructor.");
        }

        item.Attach(this);
    }

    internal void Add(TableConstraint constraint)
    {
        if (constraint is not Alchemy.PrimaryKeyConstraint)
        {
            _constraints.Add(constraint);
        }
    }

    internal void Add(TableIndex index) => _indexes.Add(index);

    internal void Add(DialectOptions options) => _options.Add(options);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTable(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Identity(this);

    private static bool IsCounted(Column column) => column is { ServerDefaultExpression: null, Computed: null, Sequence: null } && column.Type.StorageType is SmallIntegerType or IntegerType or BigIntegerType && column.Type is not EnumType;
}
