namespace Alchemy;

/// <summary>Parentheses, put in when the tree is built.</summary>
public sealed class Grouping(ColumnElement element) : ColumnElement
{
    /// <summary>What is between the parentheses.</summary>
    public ColumnElement Element { get; } = element;

    /// <inheritdoc/>
    public override SqlType Type => Element.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Element.IsNullable;

    /// <summary>The element, in parentheses when its operator binds no tighter than the one around it.</summary>
    internal static ColumnElement IfNeeded(ColumnElement element, SqlOperator around, CustomOperator? custom = null)
        => element.TopOperator is { } inner && OperatorPrecedence.NeedsGrouping((inner, element.TopCustom), (around, custom))
            ? new Grouping(element is Label label ? label.Element : element)
            : element;

    /// <summary>The element as a value of its own, as in SET and VALUES: in parentheses when it has an operator.</summary>
    internal static ColumnElement AsValue(ColumnElement element) => element.TopOperator is null ? element : new Grouping(element is Label label ? label.Element : element);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitGrouping(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Element);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var element = rewriter.Rewrite(Element);
        return ReferenceEquals(element, Element) ? this : new Grouping(element);
    }
}
