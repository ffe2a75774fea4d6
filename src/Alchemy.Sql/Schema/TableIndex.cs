namespace Alchemy;

/// <summary>An index of a table: <c>CREATE [UNIQUE] INDEX name ON table (columns)</c>.</summary>
/// <example><code>new TableIndex("ix_lower_name", [Func.Lower(users.Name), "id"], unique: true)</code></example>
/// <param name="name">The index' name; null to have the <see cref="NamingConvention"/> make one.</param>
/// <param name="items">The columns' names, and expressions.</param>
/// <param name="unique">True when no two rows may have the same values.</param>
public sealed class TableIndex(string? name, IReadOnlyList<IndexItem> items, bool unique = false) : ISchemaItem
{
    private Table? _table;

    /// <summary>The index' name: the one given, or the one that the <see cref="NamingConvention"/> makes.</summary>
    /// <exception cref="InvalidStatementException">It has no name, and there is no table to make one of.</exception>
    public string Name => (name is null || IsNameMadeUp ? TryTable?.MetaData.IndexNames.NameOf(this) : null) ?? name
        ?? throw new InvalidStatementException("An index needs a name: give it one, or give its table's MetaData a NamingConvention with a form for indexes.");

    /// <summary>The columns and expressions, in order.</summary>
    public IReadOnlyList<IndexItem> Items { get; private set; } = items;

    /// <summary>The columns' names, without the expressions.</summary>
    public IReadOnlyList<string> ColumnNames => [.. Items.Select(i => i.ColumnName).OfType<string>()];

    /// <summary>True when no two rows may have the same values.</summary>
    public bool IsUnique { get; } = unique;

    /// <summary>What one database alone can say.</summary>
    public IReadOnlyList<DialectOptions> Options { get; init; } = [];

    /// <summary>Tells for which dialects the index is created with its table; null (the default) for all.</summary>
    public Func<Dialect, bool>? DdlIf { get; init; }

    /// <summary>The table: the one that the index was given to, else the one whose columns it names.</summary>
    /// <exception cref="InvalidStatementException">The index is not part of a table.</exception>
    public Table Table => TryTable ?? throw new InvalidStatementException($"Index '{name}' is not part of a table: give it to a Table, or to Table.Append(…).");

    internal Table? Within
    {
        init => _table = value;
    }

    internal Table? TryTable => _table ?? Items.SelectMany(i => i.Expression is { } e ? ColumnFinder.Columns(e) : []).FirstOrDefault()?.Table;

    /// <summary>Whether the name was made up, and is cut when the database takes none of its length.</summary>
    internal bool IsNameMadeUp => name is null;

    internal TableIndex CopyFor(SqlRewriter move)
    {
        var copy = (TableIndex)MemberwiseClone();
        (copy._table, copy.Items) = (null, [.. Items.Select(i => i.Moved(move))]);
        return copy;
    }

    /// <summary>Makes the index part of a table.</summary>
    public void Attach(Table table)
    {
        _table = table;
        table.Add(this);
    }
}

/// <summary>A column of an index by its name, or an expression. Text and expressions convert to it.</summary>
public sealed class IndexItem
{
    private readonly string? _name;

    private IndexItem(string? name, ColumnElement? expression) => (_name, Expression) = (name, expression);

    /// <summary>The expression; null for a column by its name.</summary>
    public ColumnElement? Expression { get; }

    /// <summary>The column's name; null for an expression.</summary>
    public string? ColumnName => _name ?? (Expression as NamedColumn)?.Key ?? (Expression as ColumnClause is { IsText: false } clause ? clause.Name : null);

    /// <summary>The column's name, or the label of the expression: what options of an index know it by.</summary>
    public string? Key => ColumnName ?? (Expression as Label)?.Name;

    /// <summary>The same item over the columns of another table.</summary>
    public IndexItem Moved(SqlRewriter move) => Expression is { } expression ? new(null, move.Rewrite(expression)) : this;

    /// <summary>A column by its name.</summary>
    public static implicit operator IndexItem(string name) => new(name, null);

    /// <summary>An expression.</summary>
    public static implicit operator IndexItem(ColumnElement expression) => new(null, expression.Node);

    /// <summary>A column of a typed table.</summary>
    public static IndexItem Of(ColumnElement expression) => expression;
}
