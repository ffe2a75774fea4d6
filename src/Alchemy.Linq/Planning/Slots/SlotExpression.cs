using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>A value known only when the query runs. Opaque to re-linq, which therefore never evaluates it.</summary>
internal sealed class SlotExpression(int index, Type type) : Expression
{
    /// <summary>The place of the value in <see cref="SlotValues"/>.</summary>
    public int Index => index;

    public override Type Type => type;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public override bool CanReduce => false;

    public override string ToString() => $"@p{index}";

    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
}
