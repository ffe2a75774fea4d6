namespace Alchemy;

/// <summary>A value written into the text, escaped by the dialect. Part of the cache key: use it for few distinct values.</summary>
public sealed class LiteralValue(object value, SqlType type) : ColumnElement
{
    /// <summary>The value, never null (see <see cref="Constant.Null"/>).</summary>
    public object Value { get; } = value;

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    /// <inheritdoc/>
    public override bool IsNullable => false;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitLiteralValue(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Type(Type).Data(Value);
}
