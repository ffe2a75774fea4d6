namespace Alchemy;

/// <summary><c>(VALUES (…), (…)) AS name (columns)</c> in FROM.</summary>
/// <example><code>var v = Sql.Values("v", new Column("id", SqlTypes.Integer), new Column("name", SqlTypes.String())).Data([1, "a"], [2, "b"]);</code></example>
public sealed class Values : FromClause
{
    private readonly IReadOnlyList<Column> _declared;
    private ColumnSet? _columns;

    /// <summary>Creates a table of values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="columns">The names of its columns.</param>
    /// <param name="rows">The rows, at least one, each with a value per column.</param>
    /// <exception cref="InvalidStatementException">There is no row, or one has another number of values.</exception>
    public Values(string name, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<ColumnElement>> rows)
        : this(name, [.. columns.Select((c, i) => new Column(c, rows.Count > 0 && i < rows[0].Count ? rows[0][i].Type : SqlTypes.Null))], rows, false, false)
    {
        if (rows.Count == 0)
        {
            throw new InvalidStatementException($"VALUES '{name}' needs at least one row, and {columns.Count} values in each.");
        }
    }

    internal Values(string? name, IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<ColumnElement>> rows, bool literals, bool lateral)
    {
        if (rows.FirstOrDefault(r => r.Count != columns.Count) is { } wrong)
        {
            throw new InvalidStatementException($"VALUES '{name}' has {columns.Count} columns, and a row of {wrong.Count} values.");
        }

        (Name, _declared, IsLiteral, IsLateral) = (name, columns, literals, lateral);
        Rows = [.. rows.Select(r => (IReadOnlyList<ColumnElement>)[.. r.Select(v => v.Node)])];
    }

    /// <inheritdoc/>
    public override string? Name { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<ColumnElement>> Rows { get; }

    /// <summary>True when the values are written into the text instead of bound.</summary>
    public bool IsLiteral { get; }

    /// <summary>True when the values may use the columns of the FROMs before it.</summary>
    public bool IsLateral { get; }

    /// <summary>Common table expressions that stand in front of the statement though nothing in the values names them.</summary>
    public IReadOnlyList<CommonTableExpression> Ctes { get; private init; } = [];

    /// <summary>True without a name: its columns stand by their names alone.</summary>
    internal bool IsUnnamed => Name is null;

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => new ColumnSet($"values '{Name}'", _declared.Select((c, i) => new ProxyColumn(this, c.Name, c, i))));

    /// <summary>Adds rows; values that are not expressions become bind parameters with the types of the columns.</summary>
    /// <exception cref="InvalidStatementException">A row has another number of values than there are columns.</exception>
    public Values Data(params IReadOnlyList<object?>[] rows) => new(Name, _declared, [.. Rows, .. rows.Select(Row)], IsLiteral, IsLateral) { Ctes = Ctes };

    /// <summary>The same values under a name.</summary>
    public Values Named(string name) => new(name, _declared, Rows, IsLiteral, IsLateral) { Ctes = Ctes };

    /// <summary>Puts common table expressions in front of the statement, whether or not it uses them.</summary>
    public Values AddCte(params CommonTableExpression[] ctes) => new(Name, _declared, Rows, IsLiteral, IsLateral) { Ctes = [.. Ctes, .. ctes] };

    /// <summary>The same values, written into the text instead of bound.</summary>
    public Values LiteralBinds() => new(Name, _declared, Rows, true, IsLateral) { Ctes = Ctes };

    /// <summary>The same values, which may use the columns of the FROMs before them: <c>LATERAL (VALUES …)</c></summary>
    public Values Lateral(string? name = null) => new(name ?? Name, _declared, Rows, IsLiteral, true) { Ctes = Ctes };

    /// <summary><c>WITH name(columns) AS (VALUES …)</c></summary>
    /// <param name="name">The name; null for that of the values, or to have the statement give one.</param>
    /// <param name="recursive">True to write RECURSIVE.</param>
    public CommonTableExpression Cte(string? name = null, bool recursive = false) => new(this, name, recursive);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitValues(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Text(Name).Number((IsLiteral ? 1 : 0) + (IsLateral ? 2 : 0)).Number(_declared.Count);
        foreach (var column in _declared)
        {
            parts.Text(column.Name).Type(column.Type);
        }

        parts.Number(Rows.Count);
        foreach (var row in Rows)
        {
            parts.Nodes(row);
        }

        parts.Nodes(Ctes);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (rows, ctes) = (Rows.Select(rewriter.Rewrite).ToList(), rewriter.Rewrite(Ctes));
        return ReferenceEquals(ctes, Ctes) && rows.Zip(Rows).All(r => ReferenceEquals(r.First, r.Second)) ? this : new Values(Name, _declared, rows, IsLiteral, IsLateral) { Ctes = ctes };
    }

    private IReadOnlyList<ColumnElement> Row(IReadOnlyList<object?> row)
        => [.. row.Select((v, i) => v is null && i < _declared.Count ? Bind(null, i) : v is ColumnElement or SelectBase || i >= _declared.Count ? Coercion.Literal(v) : Bind(v, i))];

    private BindParameter Bind(object? value, int column) => new("param", _declared[column].Type is NullType && value is not null ? Coercion.Literal(value).Type : _declared[column].Type, value, hasValue: true, unique: true);
}
