namespace Alchemy;

/// <summary>A window that a SELECT gives a name: <c>WINDOW name AS (PARTITION BY … ORDER BY …)</c>. Made by <see cref="Select.Window"/>.</summary>
/// <param name="name">The name.</param>
/// <param name="window">The rows that its functions see.</param>
public sealed class NamedWindow(string name, Window window) : ClauseElement
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The rows that its functions see.</summary>
    public Window Window { get; } = window;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitNamedWindow(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Text(Name);
        Window.Describe(parts);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var rewritten = Window.Rewritten(rewriter);
        return ReferenceEquals(rewritten, Window) ? this : new NamedWindow(Name, rewritten);
    }
}
