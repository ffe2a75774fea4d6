namespace Alchemy;

/// <summary>SQL text as written by the user, used as an expression. Never put values into it: they go into parameters.</summary>
public sealed class TextClause(string text, SqlType type) : ColumnElement
{
    /// <summary>The text, rendered unchanged.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitText(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Text(Text).Type(Type);
}
