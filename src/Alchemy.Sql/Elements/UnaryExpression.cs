namespace Alchemy;

/// <summary>An operator with one operand: NOT, minus, bitwise not, DISTINCT, or one of the user's own before or after its operand.</summary>
public sealed class UnaryExpression : ColumnElement
{
    /// <summary>Creates the expression; parentheses are put around the operand when it needs them, and around a literal: <c>--5</c> would be a comment.</summary>
    public UnaryExpression(SqlOperator op, ColumnElement operand, SqlType? type = null)
        => (Operator, Operand, Type) = (op, operand.Node is LiteralValue ? new Grouping(operand.Node) : Grouping.IfNeeded(operand.Node, op), type ?? operand.Type);

    /// <summary>Creates an expression with an operator of the user's own.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="operand">The operand.</param>
    /// <param name="isPostfix">True when the operator stands after its operand.</param>
    /// <param name="type">The type of the result; null for that of the operand.</param>
    public UnaryExpression(CustomOperator op, ColumnElement operand, bool isPostfix = false, SqlType? type = null)
    {
        (Operator, Custom, IsPostfix) = (SqlOperator.Custom, op, isPostfix);
        (Operand, Type) = (Grouping.IfNeeded(operand.Node, SqlOperator.Custom, op), type ?? op.ResultType ?? operand.Type);
    }

    /// <summary>The operator; <see cref="SqlOperator.Custom"/> when <see cref="Custom"/> says which.</summary>
    public SqlOperator Operator { get; }

    /// <summary>The operator of the user's own, or null.</summary>
    public CustomOperator? Custom { get; }

    /// <summary>True when the operator stands after its operand.</summary>
    public bool IsPostfix { get; }

    /// <summary>The operand.</summary>
    public ColumnElement Operand { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable;

    internal override SqlOperator? TopOperator => Operator;

    internal override CustomOperator? TopCustom => Custom;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitUnary(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Number((int)Operator).Node(Operand).Type(Type);
        if (Custom is not null)
        {
            parts.Data(Custom).Number(IsPostfix ? 1 : 0);
        }
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        if (ReferenceEquals(operand, Operand))
        {
            return this;
        }

        return Custom is null ? new UnaryExpression(Operator, operand, Type) : new UnaryExpression(Custom, operand, IsPostfix, Type);
    }
}
