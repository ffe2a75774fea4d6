namespace Alchemy;

/// <summary>A search for words in text: <c>a MATCH b</c>, <c>MATCH (a) AGAINST (b)</c>, <c>a @@ plainto_tsquery(b)</c>, <c>CONTAINS (a, b)</c>.</summary>
public sealed class MatchExpression : ColumnElement
{
    /// <summary>Creates the condition.</summary>
    /// <param name="columns">The columns searched: one, or several where the database takes them.</param>
    /// <param name="against">The words.</param>
    /// <param name="mode">How MySQL reads the words; others take no notice.</param>
    /// <param name="configuration">The name of PostgreSQL's text search configuration, written into the text; null for the database's own. Others take no notice.</param>
    /// <param name="negated">True for no match.</param>
    /// <exception cref="InvalidStatementException">There is no column.</exception>
    public MatchExpression(IReadOnlyList<ColumnElement> columns, ColumnElement against, MatchMode mode = MatchMode.Boolean, string? configuration = null, bool negated = false)
    {
        if (columns.Count == 0)
        {
            throw new InvalidStatementException("MATCH needs at least one column.");
        }

        Columns = [.. columns.Select(c => Grouping.IfNeeded(c.Node, SqlOperator.Match))];
        (Against, Mode, Configuration, IsNegated) = (Grouping.IfNeeded(against.Node, SqlOperator.Match), mode, configuration, negated);
    }

    /// <summary>The columns searched.</summary>
    public IReadOnlyList<ColumnElement> Columns { get; }

    /// <summary>The words.</summary>
    public ColumnElement Against { get; }

    /// <summary>How MySQL reads the words.</summary>
    public MatchMode Mode { get; }

    /// <summary>PostgreSQL's text search configuration, or null.</summary>
    public string? Configuration { get; }

    /// <summary>True for no match.</summary>
    public bool IsNegated { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Boolean;

    internal override SqlOperator? TopOperator => SqlOperator.Match;

    /// <summary>The opposite condition.</summary>
    public MatchExpression Negated() => new(Columns, Against, Mode, Configuration, !IsNegated);

    /// <summary><c>IN BOOLEAN MODE</c></summary>
    public MatchExpression InBooleanMode() => new(Columns, Against, MatchMode.Boolean, Configuration, IsNegated);

    /// <summary><c>IN NATURAL LANGUAGE MODE</c></summary>
    public MatchExpression InNaturalLanguageMode()
        => new(Columns, Against, Mode is MatchMode.QueryExpansion ? MatchMode.NaturalLanguageWithQueryExpansion : MatchMode.NaturalLanguage, Configuration, IsNegated);

    /// <summary><c>WITH QUERY EXPANSION</c></summary>
    public MatchExpression WithQueryExpansion()
        => new(Columns, Against, Mode is MatchMode.NaturalLanguage ? MatchMode.NaturalLanguageWithQueryExpansion : MatchMode.QueryExpansion, Configuration, IsNegated);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitMatch(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
        => parts.Nodes(Columns).Node(Against).Number((int)Mode).Text(Configuration).Number(IsNegated ? 1 : 0);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (columns, against) = (rewriter.Rewrite(Columns), rewriter.Rewrite(Against));
        return ReferenceEquals(columns, Columns) && ReferenceEquals(against, Against) ? this : new MatchExpression(columns, against, Mode, Configuration, IsNegated);
    }
}

/// <summary>How MySQL reads the words of a search.</summary>
public enum MatchMode
{
    /// <summary>Nothing is said, which is as a natural language.</summary>
    Unsaid,

    /// <summary><c>IN BOOLEAN MODE</c>: with operators such as <c>+</c> and <c>-</c>.</summary>
    Boolean,

    /// <summary><c>IN NATURAL LANGUAGE MODE</c></summary>
    NaturalLanguage,

    /// <summary><c>WITH QUERY EXPANSION</c></summary>
    QueryExpansion,

    /// <summary><c>IN NATURAL LANGUAGE MODE WITH QUERY EXPANSION</c></summary>
    NaturalLanguageWithQueryExpansion,
}
