namespace Alchemy;

/// <summary><c>from AS name TABLESAMPLE method(percent) REPEATABLE (seed)</c></summary>
public sealed class TableSample : FromClause
{
    private ColumnSet? _columns;

    /// <summary>Creates a sample.</summary>
    /// <param name="inner">What is sampled: a table, mostly.</param>
    /// <param name="method">How: <c>system(percent)</c>, <c>bernoulli(percent)</c>.</param>
    /// <param name="name">The name; null to have the statement give one.</param>
    /// <param name="seed">What makes the sample the same each time, or null.</param>
    public TableSample(FromClause inner, ColumnElement method, string? name, ColumnElement? seed) => (Inner, Method, Name, Seed) = (inner, method, name, seed);

    /// <summary>What is sampled.</summary>
    public FromClause Inner { get; }

    /// <summary>How the sample is taken.</summary>
    public ColumnElement Method { get; }

    /// <inheritdoc/>
    public override string? Name { get; }

    /// <summary>What makes the sample the same each time, or null.</summary>
    public ColumnElement? Seed { get; }

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => new ColumnSet($"sample '{Name ?? Inner.Name}'", Inner.Columns.Select((c, i) => new ProxyColumn(this, c.Name, c, i))));

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTableSample(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Inner).Node(Method).Text(Name).Node(Seed);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (inner, method) = (rewriter.Rewrite(Inner), rewriter.Rewrite(Method));
        var seed = Seed is null ? null : rewriter.Rewrite(Seed);
        return ReferenceEquals(inner, Inner) && ReferenceEquals(method, Method) && ReferenceEquals(seed, Seed) ? this : new TableSample(inner, method, Name, seed);
    }
}
