namespace Alchemy;

/// <summary><c>aggregate FILTER (WHERE condition)</c></summary>
public sealed class FunctionFilter(ColumnElement element, ColumnElement criterion) : ColumnElement
{
    /// <summary>The aggregate.</summary>
    public ColumnElement Element { get; } = element.Node;

    /// <summary>Which rows count.</summary>
    public ColumnElement Criterion { get; } = criterion.Node;

    /// <inheritdoc/>
    public override SqlType Type => Element.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Element.IsNullable;

    internal override SqlOperator? TopOperator => SqlOperator.Filter;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitFunctionFilter(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Element).Node(Criterion);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (element, criterion) = (rewriter.Rewrite(Element), rewriter.Rewrite(Criterion));
        return ReferenceEquals(element, Element) && ReferenceEquals(criterion, Criterion) ? this : new FunctionFilter(element, criterion);
    }
}
