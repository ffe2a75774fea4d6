namespace Alchemy;

/// <summary><c>operand BETWEEN low AND high</c>, both ends included.</summary>
public sealed class Between : ColumnElement
{
    /// <summary>Creates the condition.</summary>
    public Between(ColumnElement operand, ColumnElement low, ColumnElement high, bool negated)
    {
        Operand = Grouping.IfNeeded(operand.Node, SqlOperator.Between);
        (Low, High) = (Grouping.IfNeeded(low.Node, SqlOperator.Between), Grouping.IfNeeded(high.Node, SqlOperator.Between));
        IsNegated = negated;
    }

    /// <summary>The value compared.</summary>
    public ColumnElement Operand { get; }

    /// <summary>The least value that fits.</summary>
    public ColumnElement Low { get; }

    /// <summary>The greatest value that fits.</summary>
    public ColumnElement High { get; }

    /// <summary>True for NOT BETWEEN.</summary>
    public bool IsNegated { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Boolean;

    internal override SqlOperator? TopOperator => SqlOperator.Between;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitBetween(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Operand).Node(Low).Node(High).Number(IsNegated ? 1 : 0);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (operand, low, high) = (rewriter.Rewrite(Operand), rewriter.Rewrite(Low), rewriter.Rewrite(High));
        return ReferenceEquals(operand, Operand) && ReferenceEquals(low, Low) && ReferenceEquals(high, High)
            ? this
            : new Between(operand, low, high, IsNegated);
    }
}
