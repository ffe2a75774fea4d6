namespace Alchemy;

/// <summary><c>WITH name AS (SELECT …)</c>, used as a FROM by its name. Made by <see cref="SelectBase.Cte(string, bool, bool)"/>; also of an INSERT, UPDATE or DELETE, or of VALUES.</summary>
/// <example><code>var included = Sql.Select(parts.Part).Where(parts.Part == "our part").Cte("included", recursive: true);
/// included = included.UnionAll(Sql.Select(parts.SubPart).Where(parts.Part == included.C&lt;string&gt;("part")));</code></example>
public sealed class CommonTableExpression : FromClause
{
    private ColumnSet? _columns;

    /// <summary>Creates a CTE.</summary>
    /// <param name="element">A SELECT, an INSERT, UPDATE or DELETE (whose columns are those it returns), or VALUES.</param>
    /// <param name="name">The name; null to have the statement give one (<c>anon_1</c>).</param>
    /// <param name="recursive">True when it uses itself.</param>
    /// <param name="nesting">True to put it in front of the statement that uses it, also when that is nested in another.</param>
    public CommonTableExpression(ClauseElement element, string? name = null, bool recursive = false, bool nesting = false)
    {
        if (element is not (SelectBase or DmlStatement or Values or ExtensionStatement))
        {
            throw new InvalidStatementException($"A common table expression is made of a SELECT, INSERT, UPDATE, DELETE or VALUES, not of a {element.GetType().Name}.");
        }

        (Element, Name, IsRecursive, IsNesting) = (element, name, recursive, nesting);
    }

    private CommonTableExpression(CommonTableExpression other, ClauseElement element, CommonTableExpression? restates)
    {
        (Element, Restates) = (element, restates);
        (Name, IsRecursive, IsNesting, Prefixes, Suffixes) = (other.Name, other.IsRecursive, other.IsNesting, other.Prefixes, other.Suffixes);
        Quote = other.Quote;
    }

    /// <summary>What it is made of.</summary>
    public ClauseElement Element { get; }

    /// <inheritdoc/>
    public override string? Name { get; }

    /// <summary>Whether the name stands in quotes; null (the default) for when it needs them.</summary>
    public bool? Quote { get; init; }

    internal override bool? NameQuote => Quote;

    /// <summary>True when it uses itself.</summary>
    public bool IsRecursive { get; }

    /// <summary>True when it stands in front of the statement that uses it, also when that is nested in another.</summary>
    public bool IsNesting { get; }

    /// <summary>Words after AS.</summary>
    public IReadOnlyList<DialectText> Prefixes { get; private init; } = [];

    /// <summary>Words after the closing parenthesis.</summary>
    public IReadOnlyList<DialectText> Suffixes { get; private init; } = [];

    /// <summary>The CTE whose UNION this is: both are one in a statement, and the columns of either may be used.</summary>
    public CommonTableExpression? Restates { get; }

    /// <summary>What the name that the statement gives begins with.</summary>
    internal string Stem => (Element as Values)?.Name?.Replace(' ', '_') ?? "anon";

    /// <summary>The first of those that are one in a statement.</summary>
    internal CommonTableExpression Root => Restates?.Root ?? this;

    /// <inheritdoc/>
    public override ColumnSet Columns => LazyInitializer.EnsureInitialized(ref _columns, MakeColumns);

    /// <summary><c>WITH RECURSIVE name AS (SELECT … UNION SELECT …)</c>, whose further SELECTs may use this CTE.</summary>
    public CommonTableExpression Union(params SelectBase[] others) => Restated(SetOperator.Union, others);

    /// <summary><c>WITH RECURSIVE name AS (SELECT … UNION ALL SELECT …)</c>, whose further SELECTs may use this CTE.</summary>
    public CommonTableExpression UnionAll(params SelectBase[] others) => Restated(SetOperator.UnionAll, others);

    /// <summary>Words after AS, such as <c>NOT MATERIALIZED</c>. They are written as they are.</summary>
    /// <param name="words">The words.</param>
    /// <param name="dialect">The only dialect that writes them; null for all.</param>
    public CommonTableExpression PrefixWith(string words, string? dialect = null) => new(this, Element, Restates) { Prefixes = [.. Prefixes, new DialectText(words, dialect)] };

    /// <summary>Words after the closing parenthesis. They are written as they are.</summary>
    /// <param name="words">The words.</param>
    /// <param name="dialect">The only dialect that writes them; null for all.</param>
    public CommonTableExpression SuffixWith(string words, string? dialect = null) => new(this, Element, Restates) { Suffixes = [.. Suffixes, new DialectText(words, dialect)] };

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitCte(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Restates).Node(Element).Text(Name).Number((IsRecursive ? 1 : 0) + (IsNesting ? 2 : 0)).Number(Quote switch { null => 0, false => 1, true => 2 }).Number(Prefixes.Count).Number(Suffixes.Count);
        foreach (var text in Prefixes.Concat(Suffixes))
        {
            parts.Text(text.Text).Text(text.Dialect);
        }
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var restates = Restates is null ? null : rewriter.Rewrite(Restates);
        var element = rewriter.Rewrite(Element);
        return ReferenceEquals(element, Element) && ReferenceEquals(restates, Restates) ? this : new CommonTableExpression(this, element, restates);
    }

    private CommonTableExpression Restated(SetOperator op, SelectBase[] others) => Element is SelectBase select
        ? new(this, new CompoundSelect(op, [select, .. others]), this)
        : throw new InvalidStatementException($"A UNION is made of SELECTs: this common table expression is a {Element.GetType().Name}.");

    private ColumnSet MakeColumns()
    {
        var owner = $"CTE '{Name ?? "anon"}'";
        return Element switch
        {
            SelectBase select => SelectColumns.Proxies(this, owner, select),
            DmlStatement dml => SelectColumns.Proxies(this, owner, dml.ReturningColumns, LabelStyle.Disambiguate),
            FromClause values => new ColumnSet(owner, values.Columns.Select((c, i) => new ProxyColumn(this, c.Name, c, i))),
            _ => new ColumnSet(owner, []),
        };
    }
}
