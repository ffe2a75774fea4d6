namespace Alchemy;

/// <summary>The next value of a sequence.</summary>
public sealed class NextValue(Sequence sequence) : ColumnElement
{
    /// <summary>The sequence.</summary>
    public Sequence Sequence { get; } = sequence;

    /// <inheritdoc/>
    public override SqlType Type => Sequence.DataType ?? SqlTypes.BigInteger;

    /// <inheritdoc/>
    public override bool IsNullable => false;

    /// <inheritdoc/>
    protected internal override string LabelStem => "next_value";

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitNextValue(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Identity(Sequence);
}
