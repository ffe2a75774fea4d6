namespace Alchemy;

/// <summary><c>function OVER (PARTITION BY … ORDER BY … ROWS BETWEEN … AND …)</c>, or <c>function OVER name</c> of a window of the SELECT.</summary>
public sealed class Over : ColumnElement
{
    /// <summary>Creates the expression.</summary>
    /// <param name="element">The function: a window function, or an aggregate.</param>
    /// <param name="window">The rows that it sees.</param>
    public Over(ColumnElement element, Window window) => (Element, Window) = (element.Node, window);

    /// <summary>The function.</summary>
    public ColumnElement Element { get; }

    /// <summary>The rows that it sees.</summary>
    public Window Window { get; }

    /// <inheritdoc/>
    public override SqlType Type => Element.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Element.IsNullable;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitOver(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Element);
        Window.Describe(parts);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (element, window) = (rewriter.Rewrite(Element), Window.Rewritten(rewriter));
        return ReferenceEquals(element, Element) && ReferenceEquals(window, Window) ? this : new Over(element, window);
    }
}
