using Alchemy.Internals;

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
    private readonly List<Table> _dependencies = [];

    /// <summary>Creates a table and adds it to <paramref name="metadata"/>.</summary>
    /// <exception cref="InvalidStatementException">Two columns have one name, or the MetaData has a table of this name.</exception>
    public Table(string name, MetaData metadata, params ISchemaItem[] items)
        : this(name, metadata, null, items)
    {
    }

    /// <summary>Creates a table in a schema and adds it to <paramref name="metadata"/>.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="metadata">Where it belongs.</param>
    /// <param name="schema">The schema; null for that of the MetaData, empty for the connection's own whatever the MetaData says.</param>
    /// <param name="items">Columns, constraints and indexes.</param>
    public Table(string name, MetaData metadata, string? schema, params ISchemaItem[] items)
    {
        (Name, Schema, MetaData) = (name, (schema ?? metadata.Schema) is { Length: > 0 } own ? own : null, metadata);
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

    /// <summary>Whether the schema stands in quotes; null (the default) for what the MetaData says.</summary>
    public bool? QuoteSchema { get => field ?? MetaData.QuoteSchema; init; }

    /// <summary>The words between CREATE and TABLE, such as <c>TEMPORARY</c>.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>The statement that makes it of a SELECT, or null for CREATE TABLE.</summary>
    internal TableOfSelect? Definition
    {
        get;
        init => field = value is null ? null : ReferenceEquals(value.TryTable, this) || value.TryTable is null ? value : value.For(this);
    }

    /// <summary>The comment in the database, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>Tables that must be there before this one, besides those that its foreign keys name.</summary>
    public IReadOnlyList<Table> Dependencies => _dependencies;

    /// <summary>What the program wants to remember with it.</summary>
    public IDictionary<string, object?> Info => field ??= new Dictionary<string, object?>();

    /// <summary>What is executed with its creating and dropping.</summary>
    public SchemaEvents Events => field ??= new SchemaEvents();

    /// <summary>What one database alone can say.</summary>
    public IReadOnlyList<DialectOptions> Options => _options;

    /// <summary>The column whose value the database gives, or null.</summary>
    public Column? AutoIncrementColumn
        => PrimaryKey.FirstOrDefault(c => c.AutoIncrement == true)
            ?? (PrimaryKey is [{ AutoIncrement: null, ServerDefault: null } only] && IsCounted(only) && !_constraints.OfType<ForeignKeyConstraint>().Any(f => f.ColumnNames.Contains(only.Key)) ? only : null);

    /// <summary>The table's own column of that name.</summary>
    /// <exception cref="UnknownColumnException">There is none.</exception>
    public Column Column(string name) => (Column)Columns[name];

    /// <summary>The name in the database of a column that is given by its key, or by its name.</summary>
    internal QuotedName NameOf(string key) => (Columns.Find(key) ?? Columns.FirstOrDefault(c => c.Name == key)) is Column column ? new QuotedName(column.Name, column.Quote) : key;

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

    /// <summary>A copy of the table in another MetaData, in the same schema; the table that is there already, if one has its name.</summary>
    public Table ToMetadata(MetaData metadata) => metadata.Find(FullName) ?? new TableCopy(this, (_, schema) => schema).To(metadata, Name, Schema);

    /// <summary>A copy of the table in a schema of another MetaData; the table that is there already, if one has its name.</summary>
    /// <param name="metadata">Where the copy belongs.</param>
    /// <param name="schema">The copy's schema; null for that of the MetaData.</param>
    /// <param name="name">The copy's name; null for the same.</param>
    /// <param name="referredSchema">The schema in which a foreign key of the copy looks for the other table, whose schema is given; null (the default) to look in the copy's schema for tables of this table's, and for others where they are.</param>
    public Table ToMetadata(MetaData metadata, string? schema, string? name = null, Func<ForeignKeyConstraint, string?, string?>? referredSchema = null)
    {
        var (own, full) = (schema ?? metadata.Schema, name ?? Name);
        return metadata.Find(string.IsNullOrEmpty(own) ? full : $"{own}.{full}") ?? new TableCopy(this, referredSchema ?? ((_, other) => other == Schema ? own : other)).To(metadata, full, own);
    }

    /// <summary>Has another table created before this one, and dropped after it: for a trigger or default that names it.</summary>
    public void DependOn(Table other) => _dependencies.Add(other);

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
