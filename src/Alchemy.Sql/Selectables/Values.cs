namespace Alchemy;

/// <summary><c>(VALUES (…), (…)) AS name (columns)</c> in FROM.</summary>
/// <example><code>new Values("v", ["id", "name"], [[Sql.Value(1), Sql.Value("a")], [Sql.Value(2), Sql.Value("b")]])</code></example>
public sealed class Values : FromClause
{
    private readonly IReadOnlyList<string> _names;
    private ColumnSet? _columns;

    /// <summary>Creates a table of values.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="columns">The names of its columns.</param>
    /// <param name="rows">The rows, at least one, each with a value per column.</param>
    /// <exception cref="InvalidStatementException">There is no row, or one has another number of values.</exception>
    public Values(string name, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<ColumnElement>> rows)
    {
        if (rows.Count == 0 || rows.Any(r => r.Count != columns.Count))
        {
            throw new InvalidStatementException($"VALUES '{name}' needs at least one row, and {columns.Count} values in each.");
        }

        (Name, _names, Rows) = (name, columns, rows);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<ColumnElement>> Rows { get; }

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => new ColumnSet($"values '{Name}'", _names.Select((n, i) => new ProxyColumn(this, n, Rows[0][i], i))));

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitValues(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Text(Name).Number(_names.Count);
        foreach (var name in _names)
        {
            parts.Text(name);
        }

        foreach (var row in Rows)
        {
            parts.Nodes(row);
        }
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var rows = Rows.Select(rewriter.Rewrite).ToList();
        return rows.Zip(Rows).All(r => ReferenceEquals(r.First, r.Second)) ? this : new Values(Name, _names, rows);
    }
}
