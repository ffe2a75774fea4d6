namespace Alchemy;

/// <summary><c>left IN (…)</c> over an expanding parameter, a list of expressions or a subquery.</summary>
public sealed class InExpression : ColumnElement
{
    /// <summary>Creates the condition.</summary>
    /// <param name="left">The value looked for, or a <see cref="TupleExpression"/> of values.</param>
    /// <param name="right">An expanding <see cref="BindParameter"/>, a <see cref="TupleExpression"/> of expressions, a <see cref="SelectBase"/>, or SQL text.</param>
    /// <param name="negated">True for NOT IN.</param>
    public InExpression(ColumnElement left, ClauseElement right, bool negated)
    {
        if (right is not (SelectBase or BindParameter { IsExpanding: true } or TupleExpression or TextClause))
        {
            throw new InvalidStatementException($"IN takes a list or a subquery, not a {right.GetType().Name}.");
        }

        (Left, Right, IsNegated) = (Grouping.IfNeeded(left.Node, SqlOperator.In), right, negated);
    }

    /// <summary>The value looked for.</summary>
    public ColumnElement Left { get; }

    /// <summary>The expanding parameter, the list, the subquery or the text.</summary>
    public ClauseElement Right { get; }

    /// <summary>True for NOT IN.</summary>
    public bool IsNegated { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Boolean;

    // The text for an empty list ends in AND (1 != 1), so IN binds like AND. NOT IN always has parentheses of its own.
    internal override SqlOperator? TopOperator => IsNegated ? null : Right is BindParameter ? SqlOperator.And : SqlOperator.In;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitIn(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Left).Node(Right).Number(IsNegated ? 1 : 0);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (left, right) = (rewriter.Rewrite(Left), rewriter.Rewrite(Right));
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : new InExpression(left, right, IsNegated);
    }
}
