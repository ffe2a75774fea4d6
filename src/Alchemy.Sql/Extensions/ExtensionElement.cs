namespace Alchemy;

/// <summary>A value of the user's own: the one open place in the closed set of nodes.</summary>
/// <remarks>Override <see cref="ClauseElement.Describe"/> with every part that changes the SQL (two elements with equal parts share one statement),
/// <see cref="ClauseElement.RewriteChildren"/> when it has children, and <see cref="Render"/>. A rendering for one dialect is registered with <see cref="ExtensionRenderers"/>.</remarks>
public abstract class ExtensionElement : ColumnElement
{
    /// <summary>What the element stands around, when a SELECT is to return it under the name of that: <c>FUNC(t.a) AS a</c>; null (the default) for an element of its own.</summary>
    public virtual ColumnElement? WrappedColumn => null;

    /// <inheritdoc/>
    public override string? Name => WrappedColumn?.Name;

    /// <summary>Renders the element where no renderer is registered for the dialect.</summary>
    /// <param name="compiler">Write text with <see cref="SqlCompiler.Write"/>, children with <c>Render</c>.</param>
    protected internal abstract void Render(SqlCompiler compiler);

    /// <inheritdoc/>
    protected internal sealed override void Accept(SqlVisitor visitor) => visitor.VisitExtension(this);
}
