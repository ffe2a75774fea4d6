namespace Alchemy;

/// <summary><c>WITH name AS (SELECT …)</c>, used as a FROM by its name.</summary>
public sealed class CommonTableExpression : FromClause
{
    private ColumnSet? _columns;

    /// <summary>Creates a CTE.</summary>
    /// <param name="select">The SELECT.</param>
    /// <param name="name">The name; null to have the statement give one (<c>anon_1</c>).</param>
    public CommonTableExpression(SelectBase select, string? name = null) => (Select, Name) = (select, name);

    /// <summary>The SELECT.</summary>
    public SelectBase Select { get; }

    /// <inheritdoc/>
    public override string? Name { get; }

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => SelectColumns.Proxies(this, $"CTE '{Name ?? "anon"}'", Select));

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitCte(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Select).Text(Name);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var select = rewriter.Rewrite(Select);
        return ReferenceEquals(select, Select) ? this : new CommonTableExpression(select, Name);
    }
}
