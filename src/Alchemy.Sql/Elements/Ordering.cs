namespace Alchemy;

/// <summary><c>expression ASC|DESC [NULLS FIRST|LAST]</c> in ORDER BY.</summary>
public sealed class Ordering(ColumnElement element, bool? descending, NullsOrder nulls = NullsOrder.Database) : ColumnElement
{
    /// <summary>What is sorted by.</summary>
    public ColumnElement Element { get; } = element.Node;

    /// <summary>True for DESC, false for ASC, null when neither is written.</summary>
    public bool? IsDescending { get; } = descending;

    /// <summary>Where NULL stands.</summary>
    public NullsOrder Nulls { get; } = nulls;

    /// <inheritdoc/>
    public override SqlType Type => Element.Type;

    /// <summary>The same ordering with NULL before every value.</summary>
    public Ordering NullsFirst() => new(Element, IsDescending, NullsOrder.First);

    /// <summary>The same ordering with NULL after every value.</summary>
    public Ordering NullsLast() => new(Element, IsDescending, NullsOrder.Last);

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
