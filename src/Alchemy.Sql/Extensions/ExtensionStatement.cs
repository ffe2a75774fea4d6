namespace Alchemy;

/// <summary>A statement of the user's own; see <see cref="ExtensionElement"/>.</summary>
public abstract class ExtensionStatement : ClauseElement
{
    /// <summary>Renders the statement where no renderer is registered for the dialect.</summary>
    protected internal abstract void Render(SqlCompiler compiler);

    /// <inheritdoc/>
    protected internal sealed override void Accept(SqlVisitor visitor) => visitor.VisitExtensionStatement(this);
}
