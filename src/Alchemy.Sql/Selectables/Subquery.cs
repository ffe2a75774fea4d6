namespace Alchemy;

/// <summary><c>(SELECT …) AS name</c> in FROM.</summary>
public sealed class Subquery : FromClause
{
    private ColumnSet? _columns;

    /// <summary>Creates a subquery.</summary>
    /// <param name="select">The SELECT.</param>
    /// <param name="name">The name; null to have the statement give one (<c>anon_1</c>).</param>
    /// <param name="seed">The stem of the given name when <paramref name="name"/> is null; null for <c>anon</c>.</param>
    /// <param name="lateral">True when it may use the columns of the FROMs before it: <c>LATERAL (SELECT …)</c>.</param>
    public Subquery(SelectBase select, string? name = null, string? seed = null, bool lateral = false)
        => (Select, Name, Seed, IsLateral) = (select, name, seed, lateral);

    /// <summary>The SELECT.</summary>
    public SelectBase Select { get; }

    /// <inheritdoc/>
    public override string? Name { get; }

    /// <summary>Whether the name stands in quotes; null (the default) for when it needs them.</summary>
    public bool? Quote { get; init; }

    internal override bool? NameQuote => Quote;

    /// <summary>The stem of the name that the statement gives.</summary>
    public string? Seed { get; }

    /// <summary>True for LATERAL.</summary>
    public bool IsLateral { get; }

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => SelectColumns.Proxies(this, $"subquery '{Name ?? Seed ?? "anon"}'", Select));

    /// <summary>The same subquery, which may use the columns of the FROMs before it.</summary>
    public Subquery Lateral(string? name = null) => new(Select, name ?? Name, Seed, lateral: true) { Quote = Quote };

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitSubquery(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Select).Text(Name).Text(Seed).Number(IsLateral ? 1 : 0).Number(Quote switch { null => 0, false => 1, true => 2 });

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var select = rewriter.Rewrite(Select);
        return ReferenceEquals(select, Select) ? this : new Subquery(select, Name, Seed, IsLateral) { Quote = Quote };
    }
}
