namespace Alchemy;

/// <summary><c>expression AS name</c> in a SELECT list; elsewhere just the expression, or the name in ORDER BY.</summary>
public sealed class Label : ColumnElement
{
    /// <summary>Creates a label.</summary>
    /// <param name="name">The name; null to have the statement give one.</param>
    /// <param name="element">What it names; a label around a label names the inner expression.</param>
    public Label(string? name, ColumnElement element)
        => (Name, Element) = (name, element.Node is Label inner ? inner.Element : element.Node);

    /// <inheritdoc/>
    public override string? Name { get; }

    /// <summary>What it names.</summary>
    public ColumnElement Element { get; }

    /// <inheritdoc/>
    public override SqlType Type => Element.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Element.IsNullable;

    /// <inheritdoc/>
    protected internal override string LabelStem => Element.Name ?? Element.LabelStem;

    internal override SqlOperator? TopOperator => Element.TopOperator;

    internal override CustomOperator? TopCustom => Element.TopCustom;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitLabel(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Text(Name).Node(Element);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var element = rewriter.Rewrite(Element);
        return ReferenceEquals(element, Element) ? this : new Label(Name, element);
    }
}
