namespace Alchemy;

/// <summary>An aggregate over rows in an order: <c>string_agg(a, ',' ORDER BY b)</c>, or <c>percentile_cont(0.5) WITHIN GROUP (ORDER BY b)</c>.</summary>
public sealed class AggregateOrderBy : ColumnElement
{
    /// <summary>Creates the expression.</summary>
    /// <param name="element">The aggregate.</param>
    /// <param name="orderBy">The order.</param>
    /// <param name="withinGroup">True for WITHIN GROUP; false for the order that the database has for its own aggregates: inside of the call, or WITHIN GROUP.</param>
    /// <exception cref="InvalidStatementException">There is no order.</exception>
    public AggregateOrderBy(ColumnElement element, IReadOnlyList<ColumnElement> orderBy, bool withinGroup)
    {
        if (orderBy.Count == 0)
        {
            throw new InvalidStatementException("An aggregate's ORDER BY needs at least one expression.");
        }

        (Element, OrderBy, IsWithinGroup) = (element.Node, [.. orderBy.Select(o => o.Node)], withinGroup);
    }

    /// <summary>The aggregate.</summary>
    public ColumnElement Element { get; }

    /// <summary>The order of its rows.</summary>
    public IReadOnlyList<ColumnElement> OrderBy { get; }

    /// <summary>True for WITHIN GROUP in every database.</summary>
    public bool IsWithinGroup { get; }

    /// <summary>The type of the aggregate; of <c>mode</c>, <c>percentile_cont</c> and <c>percentile_disc</c> that of the first expression of the order.</summary>
    public override SqlType Type => Element is FunctionCall { ShortName: "mode" or "percentile_cont" or "percentile_disc" } call && call.Type is NullType ? OrderBy[0].Type : Element.Type;

    /// <inheritdoc/>
    protected internal override string LabelStem => Element.LabelStem;

    /// <inheritdoc/>
    public override bool IsNullable => Element.IsNullable;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitAggregateOrderBy(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Element).Nodes(OrderBy).Number(IsWithinGroup ? 1 : 0);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (element, orderBy) = (rewriter.Rewrite(Element), rewriter.Rewrite(OrderBy));
        return ReferenceEquals(element, Element) && ReferenceEquals(orderBy, OrderBy) ? this : new AggregateOrderBy(element, orderBy, IsWithinGroup);
    }
}
