namespace Alchemy;

/// <summary>Text that stands in FROM as written by the user. Never put values into it.</summary>
public sealed class TextFrom(string text) : FromClause
{
    /// <summary>The text, rendered unchanged.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string? Name => null;

    /// <summary>None: the program does not know them.</summary>
    public override ColumnSet Columns { get; } = new("text", []);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTextFrom(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Text(Text);
}
