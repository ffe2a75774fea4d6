namespace Alchemy;

/// <summary>A value taken to be of another type in the program; the SQL is that of the value alone.</summary>
public sealed class TypeCoerce(ColumnElement operand, SqlType type) : ColumnElement
{
    /// <summary>The value.</summary>
    public ColumnElement Operand { get; } = operand.Node;

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable;

    /// <inheritdoc/>
    public override string? Name => Operand.Name;

    internal override SqlOperator? TopOperator => Operand.TopOperator;

    internal override CustomOperator? TopCustom => Operand.TopCustom;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTypeCoerce(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Operand).Type(Type);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        return ReferenceEquals(operand, Operand) ? this : new TypeCoerce(operand, Type);
    }
}
