namespace Alchemy;

/// <summary><c>left JOIN right ON condition</c></summary>
public sealed class Join : FromClause
{
    private ColumnSet? _columns;

    /// <summary>Creates a join.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="on">The condition; null only for a cross join.</param>
    /// <param name="kind">Which join.</param>
    public Join(FromClause left, FromClause right, ColumnElement? on, JoinKind kind)
    {
        if (on is null != kind is JoinKind.Cross)
        {
            throw new InvalidStatementException($"A {kind} join {(on is null ? "needs" : "takes no")} condition.");
        }

        (Left, Right, On, Kind) = (left, right, on?.Node, kind);
    }

    /// <summary>The left side.</summary>
    public FromClause Left { get; }

    /// <summary>The right side.</summary>
    public FromClause Right { get; }

    /// <summary>The condition; null for a cross join.</summary>
    public ColumnElement? On { get; }

    /// <summary>Which join.</summary>
    public JoinKind Kind { get; }

    /// <inheritdoc/>
    public override string? Name => null;

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => new ColumnSet("the join", Left.Columns.Concat(Right.Columns)));

    /// <summary>The same join with an alias of each table in it: <c>a AS a_1 JOIN b AS b_1 ON a_1.id = b_1.id</c></summary>
    /// <param name="name">What the aliases' names begin with (<c>name_a</c>, <c>name_b</c>); null to have the statement give them.</param>
    public Join AliasFlat(string? name = null) => (Join)new FlatAliases(name).Rewrite<FromClause>(this);

    /// <summary>The same chain of joins, which begins with another FROM: <c>a JOIN b ON a.id = b.a_id</c> becomes <c>page JOIN b ON page.id = b.a_id</c>.</summary>
    /// <param name="first">What takes the place. Conditions read its columns that stand for those of what was there.</param>
    /// <param name="instead">What it takes the place of, at the left of the chain; null for the leftmost FROM.</param>
    public Join SpliceOnto(FromClause first, FromClause? instead = null) => Spliced(first, instead, new ColumnAdapter(first));

    private Join Spliced(FromClause first, FromClause? instead, ColumnAdapter adapter)
        => new(Left is Join join && !ReferenceEquals(join, instead) ? join.Spliced(first, instead, adapter) : first, Right, On is null ? null : adapter.Rewrite(On), Kind);

    private sealed class FlatAliases(string? name) : SqlRewriter
    {
        protected override ClauseElement? Replace(ClauseElement node)
            => node is FromClause from and not Alchemy.Join ? from.As(name is null ? null : $"{name}_{from.Name}") : null;
    }

    internal override IEnumerable<FromClause> Contained => [Left, Right, .. Left.Contained, .. Right.Contained];

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitJoin(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Left).Node(Right).Node(On).Number((int)Kind);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (left, right) = (rewriter.Rewrite(Left), rewriter.Rewrite(Right));
        var on = On is null ? null : rewriter.Rewrite(On);
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) && ReferenceEquals(on, On) ? this : new Join(left, right, on, Kind);
    }
}

/// <summary>The joins.</summary>
public enum JoinKind
{
    /// <summary>JOIN</summary>
    Inner,

    /// <summary>LEFT OUTER JOIN</summary>
    LeftOuter,

    /// <summary>RIGHT OUTER JOIN</summary>
    RightOuter,

    /// <summary>FULL OUTER JOIN</summary>
    FullOuter,

    /// <summary>CROSS JOIN</summary>
    Cross,
}
