namespace Alchemy;

/// <summary>A column of a table.</summary>
public sealed class Column : NamedColumn, ISchemaItem
{
    private readonly List<CheckConstraint> _checks = [];
    private readonly List<ForeignKey> _foreignKeys = [];
    private bool _isNullable;
    private ColumnDefault? _default;
    private Table? _table;
    private bool _isCopy;
    private Dictionary<string, object?>? _info;

    /// <summary>Creates a column; it becomes part of a table by being given to one.</summary>
    /// <param name="name">The name in the database.</param>
    /// <param name="type">The type.</param>
    /// <param name="nullable">Whether NULL is allowed; null (the default) means: unless it is part of the primary key.</param>
    /// <param name="primaryKey">Whether it is part of the primary key.</param>
    /// <param name="autoIncrement">Whether the database gives the value; null (the default) means: if it is the only column of the primary key and an integer that refers to nothing.</param>
    /// <param name="serverDefault">The SQL text of the DEFAULT, or null.</param>
    public Column(string name, SqlType type, bool? nullable = null, bool primaryKey = false, bool? autoIncrement = null, string? serverDefault = null)
    {
        (Name, Type, IsPrimaryKey, ServerDefault) = (name, type, primaryKey, serverDefault);
        (_isNullable, AutoIncrement, IsNullSaid) = (nullable ?? !primaryKey, autoIncrement, nullable == true);
    }

    /// <summary>Creates a column with a foreign key, check, <see cref="Alchemy.Computed"/>, <see cref="Alchemy.Identity"/>, <see cref="Alchemy.Sequence"/> or options of a dialect.</summary>
    /// <param name="name">The name in the database.</param>
    /// <param name="type">The type.</param>
    /// <param name="items">What the column is given.</param>
    public Column(string name, SqlType type, params IColumnItem[] items)
        : this(name, type) => Items = items;

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable => _isNullable;

    /// <summary>Whether it is part of the primary key.</summary>
    public bool IsPrimaryKey { get; private set; }

    /// <summary>The SQL text of the DEFAULT, or null.</summary>
    public string? ServerDefault { get; }

    /// <summary>The DEFAULT as an expression, whose values are written into the text; null for none.</summary>
    public ColumnElement? ServerDefaultExpression { get; init; }

    /// <summary>True for a <c>UNIQUE</c> of this column; with <see cref="Index"/>, for a unique index.</summary>
    public bool Unique { get; init; }

    /// <summary>True for an index of this column, which the <see cref="NamingConvention"/> names: <c>ix_table_column</c>.</summary>
    public bool Index { get; init; }

    /// <summary>Whether the column's name stands in quotes, also as a label; null (the default) for when it needs them.</summary>
    public bool? Quote { get; init; }

    /// <summary>The comment in the database, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>True when the database makes the column by itself: it is left out of CREATE TABLE.</summary>
    public bool IsSystem { get; init; }

    /// <summary>What the program wants to remember with it.</summary>
    public IDictionary<string, object?> Info => _info ??= [];

    /// <summary>What the column is given besides its type; an object initializer names them, a constructor takes them.</summary>
    public IReadOnlyList<IColumnItem> Items
    {
        get;
        init
        {
            field = value;
            foreach (var item in value)
            {
                item.Attach(this);
            }
        }
    } = [];

    /// <summary>What the database computes the value from, or null.</summary>
    public Computed? Computed { get; private set; }

    /// <summary>How the database counts the value, or null.</summary>
    public Identity? Identity { get; private set; }

    /// <summary>The sequence that gives the value, or null.</summary>
    public Sequence? Sequence { get; private set; }

    /// <summary>The checks that stand in the column's line.</summary>
    public IReadOnlyList<CheckConstraint> Checks => _checks;

    /// <summary>What one database alone can say.</summary>
    public IReadOnlyList<DialectOptions> Options => [.. Items.OfType<DialectOptions>()];

    internal bool IsNullSaid { get; }

    /// <summary>Whether an INSERT or UPDATE that names no columns gives it a value: not where the database takes none.</summary>
    internal bool IsGiven => !OmitFromStatements && Computed is null && Identity is not { IsAlways: true };

    /// <summary>Whether the database gives the value, as said or as found; see <see cref="Table.AutoIncrementColumn"/>.</summary>
    public bool? AutoIncrement { get; }

    /// <summary>What an INSERT that does not name the column gives it; null for what the database gives.</summary>
    public ColumnDefault? Default
    {
        get => _default;
        init => _default = value;
    }

    /// <summary>What an UPDATE that does not name the column gives it; null to leave it.</summary>
    public ColumnDefault? OnUpdate { get; init; }

    /// <summary>True when the column appears only where it is named: not in a SELECT of the whole table, and not in an INSERT or UPDATE that names no columns.</summary>
    public bool OmitFromStatements { get; init; }

    /// <summary>True for an integer column that numbers the rows of one <c>ExecuteMany</c>, so that returned rows can be put in their order where no key tells it; usually with <see cref="OmitFromStatements"/>.</summary>
    public bool IsInsertSentinel { get; init; }

    /// <summary>The table.</summary>
    /// <exception cref="InvalidStatementException">The column is not part of a table.</exception>
    public Table Table => _table ?? throw new InvalidStatementException($"Column '{Name}' is not part of a table: give it to a Table first.");

    /// <inheritdoc/>
    public override FromClause From => Table;

    internal override FromClause? Owner => _table;

    /// <summary>Makes the column part of a table.</summary>
    public void Attach(Table table) => _table = _table is null
        ? table
        : throw new InvalidStatementException($"Column '{Name}' is part of table '{_table.Name}' already.");

    /// <summary>A PrimaryKeyConstraint names the column.</summary>
    internal void BecomeKey() => (IsPrimaryKey, _isNullable) = (true, IsNullSaid);

    internal void Add(CheckConstraint check) => _checks.Add(check);

    internal void Add(ForeignKey key) => _foreignKeys.Add(key);

    internal void Add(Computed computed) => Computed = Identity is null ? computed : throw Both("Computed", "Identity");

    internal void Add(Identity identity)
    {
        Identity = Computed is null ? identity : throw Both("Identity", "Computed");
        _isNullable = IsNullSaid;
    }

    internal void Add(Sequence sequence)
    {
        Sequence = sequence;
        _default ??= ColumnDefault.Sql(sequence.NextValue());
    }

    /// <summary>The constraints and indexes that the column asks for, once it is part of its table.</summary>
    internal IEnumerable<ISchemaItem> TableItems()
    {
        if (_isCopy)
        {
            yield break;
        }

        foreach (var key in _foreignKeys)
        {
            yield return key.For(Key);
        }

        if (Index)
        {
            yield return new TableIndex(null, [Key], Unique);
        }
        else if (Unique)
        {
            yield return new UniqueConstraint([Key]);
        }

        if (TypeCheck.Of(this) is { } check)
        {
            yield return check;
        }
    }

    /// <summary>A copy for another table, which gets the constraints of this column's table.</summary>
    internal Column CopyFor(MetaData metadata, string? schema)
    {
        var copy = (Column)MemberwiseClone();
        (copy._table, copy._isCopy, copy._info) = (null, true, _info is null ? null : new Dictionary<string, object?>(_info));
        if (Sequence is { MetaData: not null } sequence)
        {
            copy.Sequence = sequence.CopyFor(metadata, schema);
            copy._default = _default is { } own && own.IsNextOf(sequence) ? ColumnDefault.Sql(copy.Sequence.NextValue()) : _default;
        }

        return copy;
    }

    private InvalidStatementException Both(string one, string other) => new($"Column '{Name}' is given {one} and {other}: the database takes its value from one of them.");

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitColumn(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Identity(this);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        if (_table is null)
        {
            return this;
        }

        FromClause from = rewriter.Rewrite<FromClause>(_table);
        return ReferenceEquals(from, _table) ? this : from.Columns[Key];
    }
}
