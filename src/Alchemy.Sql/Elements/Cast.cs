namespace Alchemy;

/// <summary><c>CAST(operand AS type)</c></summary>
public sealed class Cast(ColumnElement operand, SqlType type) : ColumnElement
{
    /// <summary>The value converted.</summary>
    public ColumnElement Operand { get; } = operand.Node;

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitCast(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Operand).Type(Type);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        return ReferenceEquals(operand, Operand) ? this : new Cast(operand, Type);
    }
}
