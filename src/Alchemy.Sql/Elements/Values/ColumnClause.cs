namespace Alchemy;

/// <summary>A column by its name alone, or SQL text that stands for one: it belongs to no table.</summary>
/// <param name="name">The name, or the text.</param>
/// <param name="type">The type of its values.</param>
/// <param name="isText">True when <paramref name="name"/> is SQL text, rendered unchanged; false for a name, quoted when it needs quotes.</param>
public sealed class ColumnClause(string name, SqlType type, bool isText = false) : ColumnElement
{
    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    /// <summary>True when <see cref="Name"/> is SQL text.</summary>
    public bool IsText { get; } = isText;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitColumnClause(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Text(Name).Type(Type).Number(IsText ? 1 : 0);
}
