namespace Alchemy;

/// <summary>A column of a table.</summary>
public sealed class Column : NamedColumn, ISchemaItem
{
    private Table? _table;

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
        (IsNullable, AutoIncrement) = (nullable ?? !primaryKey, autoIncrement);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable { get; }

    /// <summary>Whether it is part of the primary key.</summary>
    public bool IsPrimaryKey { get; }

    /// <summary>The SQL text of the DEFAULT, or null.</summary>
    public string? ServerDefault { get; }

    /// <summary>Whether the database gives the value, as said or as found; see <see cref="Table.AutoIncrementColumn"/>.</summary>
    public bool? AutoIncrement { get; }

    /// <summary>What an INSERT that does not name the column gives it; null for what the database gives.</summary>
    public ColumnDefault? Default { get; init; }

    /// <summary>What an UPDATE that does not name the column gives it; null to leave it.</summary>
    public ColumnDefault? OnUpdate { get; init; }

    /// <summary>True when the column appears only where it is named: not in a SELECT of the whole table, and not in an INSERT or UPDATE that names no columns.</summary>
    public bool OmitFromStatements { get; init; }

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
        return ReferenceEquals(from, _table) ? this : from.Columns[Name];
    }
}
