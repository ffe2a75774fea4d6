namespace Alchemy;

/// <summary>A FROM of the user's own; see <see cref="ExtensionElement"/>.</summary>
public abstract class ExtensionFromClause : FromClause
{
    /// <summary>Renders the FROM where no renderer is registered for the dialect.</summary>
    protected internal abstract void Render(SqlCompiler compiler);

    /// <inheritdoc/>
    protected internal sealed override void Accept(SqlVisitor visitor) => visitor.VisitExtensionFrom(this);
}
