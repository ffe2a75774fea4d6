namespace Alchemy;

/// <summary><c>from AS name</c></summary>
public sealed class Alias : FromClause
{
    private ColumnSet? _columns;

    /// <summary>Creates an alias.</summary>
    /// <param name="inner">What is renamed; of an alias, what it renames.</param>
    /// <param name="name">The name; null to have the statement give one.</param>
    /// <param name="seed">The stem of a given name when <paramref name="name"/> is null; null for the inner name.</param>
    public Alias(FromClause inner, string? name = null, string? seed = null)
    {
        (Inner, Name, Seed) = (inner is Alias alias ? alias.Inner : inner, name, seed);
        // A CTE has its name in the statement already: an alias of it is called anon_1.
        Stem = inner is CommonTableExpression ? "anon" : inner.Name ?? "anon";
    }

    /// <summary>What is renamed.</summary>
    public FromClause Inner { get; }

    /// <inheritdoc/>
    public override string? Name { get; }

    /// <summary>Whether the name stands in quotes; null (the default) for when it needs them.</summary>
    public bool? Quote { get; init; }

    internal override bool? NameQuote => Quote;

    /// <summary>The stem of the name that the statement gives, or null for the inner name.</summary>
    public string? Seed { get; }

    /// <summary>What the name that the statement gives begins with, where there is no seed.</summary>
    internal string Stem { get; private init; }

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, () => new ColumnSet($"alias '{Name ?? Seed ?? Inner.Name}'", Inner.Columns.Select((c, i) => new ProxyColumn(this, c.Name, c, i))));

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitAlias(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Inner).Text(Name).Text(Seed).Text(Stem).Number(Quote switch { null => 0, false => 1, true => 2 });

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var inner = rewriter.Rewrite(Inner);
        return ReferenceEquals(inner, Inner) ? this : new Alias(inner, Name, Seed) { Stem = Stem, Quote = Quote };
    }
}
