namespace Alchemy;

/// <summary><c>operand BETWEEN low AND high</c>, both ends included.</summary>
public sealed class Between : ColumnElement
{
    /// <summary>Creates the condition.</summary>
    /// <param name="operand">The value compared.</param>
    /// <param name="low">The least value that fits.</param>
    /// <param name="high">The greatest value that fits.</param>
    /// <param name="negated">True for NOT BETWEEN.</param>
    /// <param name="symmetric">True for BETWEEN SYMMETRIC: the ends may stand in either order.</param>
    public Between(ColumnElement operand, ColumnElement low, ColumnElement high, bool negated, bool symmetric = false)
    {
        Operand = Grouping.IfNeeded(operand.Node, SqlOperator.Between);
        (Low, High) = (Grouping.IfNeeded(low.Node, SqlOperator.Between), Grouping.IfNeeded(high.Node, SqlOperator.Between));
        (IsNegated, IsSymmetric) = (negated, symmetric);
    }

    /// <summary>The value compared.</summary>
    public ColumnElement Operand { get; }

    /// <summary>The least value that fits.</summary>
    public ColumnElement Low { get; }

    /// <summary>The greatest value that fits.</summary>
    public ColumnElement High { get; }

    /// <summary>True for NOT BETWEEN.</summary>
    public bool IsNegated { get; }

    /// <summary>True when the ends may stand in either order.</summary>
    public bool IsSymmetric { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Boolean;

    internal override SqlOperator? TopOperator => SqlOperator.Between;

    /// <summary>The opposite condition.</summary>
    public Between Negated() => new(Operand, Low, High, !IsNegated, IsSymmetric);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitBetween(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
        => parts.Node(Operand).Node(Low).Node(High).Number((IsNegated ? 1 : 0) + (IsSymmetric ? 2 : 0));

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (operand, low, high) = (rewriter.Rewrite(Operand), rewriter.Rewrite(Low), rewriter.Rewrite(High));
        return ReferenceEquals(operand, Operand) && ReferenceEquals(low, Low) && ReferenceEquals(high, High)
            ? this
            : new Between(operand, low, high, IsNegated, IsSymmetric);
    }
}
