namespace Alchemy;

/// <summary>An operator with one operand: NOT, minus, bitwise not.</summary>
public sealed class UnaryExpression : ColumnElement
{
    /// <summary>Creates the expression; parentheses are put around the operand when it needs them, and around a literal: <c>--5</c> would be a comment.</summary>
    public UnaryExpression(SqlOperator op, ColumnElement operand, SqlType? type = null)
        => (Operator, Operand, Type) = (op, operand.Node is LiteralValue ? new Grouping(operand.Node) : Grouping.IfNeeded(operand.Node, op), type ?? operand.Type);

    /// <summary>The operator.</summary>
    public SqlOperator Operator { get; }

    /// <summary>The operand.</summary>
    public ColumnElement Operand { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable;

    internal override SqlOperator? TopOperator => Operator;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitUnary(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Number((int)Operator).Node(Operand).Type(Type);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        return ReferenceEquals(operand, Operand) ? this : new UnaryExpression(Operator, operand, Type);
    }
}
