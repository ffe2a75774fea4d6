namespace Alchemy;

/// <summary><c>expression ASC|DESC [NULLS FIRST|LAST]</c> in ORDER BY.</summary>
public sealed class Ordering : ColumnElement
{
    /// <summary>Creates an ordering.</summary>
    /// <param name="element">What is sorted by; what an ordering in it says and this one does not is kept.</param>
    /// <param name="descending">True for DESC, false for ASC, null when neither is written.</param>
    /// <param name="nulls">Where NULL stands.</param>
    public Ordering(ColumnElement element, bool? descending, NullsOrder nulls = NullsOrder.Database)
    {
        (Element, IsDescending, Nulls) = (element.Node, descending, nulls);
        if (Element is Ordering inner)
        {
            (Element, IsDescending, Nulls) = (inner.Element, descending ?? inner.IsDescending, nulls is NullsOrder.Database ? inner.Nulls : nulls);
        }
    }

    /// <summary>What is sorted by.</summary>
    public ColumnElement Element { get; }

    /// <summary>True for DESC, false for ASC, null when neither is written.</summary>
    public bool? IsDescending { get; }

    /// <summary>Where NULL stands.</summary>
    public NullsOrder Nulls { get; }

    /// <inheritdoc/>
    public override SqlType Type => Element.Type;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitOrdering(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
        => parts.Node(Element).Number(IsDescending switch { null => 0, false => 1, true => 2 }).Number((int)Nulls);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var element = rewriter.Rewrite(Element);
        return ReferenceEquals(element, Element) ? this : new Ordering(element, IsDescending, Nulls);
    }
}

/// <summary>Where NULL stands in an ORDER BY.</summary>
public enum NullsOrder
{
    /// <summary>Wherever the database puts it.</summary>
    Database,

    /// <summary>NULLS FIRST</summary>
    First,

    /// <summary>NULLS LAST</summary>
    Last,
}
