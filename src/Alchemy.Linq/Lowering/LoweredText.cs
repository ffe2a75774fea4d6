using System.Linq.Expressions;
using Remotion.Linq.Clauses.Expressions;

namespace Alchemy.Internals;

/// <summary>Part of a query as the user wrote it: sources by their names, values by their text.</summary>
internal static class LoweredText
{
    public static string Of(Expression node, SlotTable slots) => ExpressionText.Of(new Names(slots).Visit(node));

    private sealed class Names(SlotTable slots) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            QuerySourceReferenceExpression source => Expression.Parameter(source.Type, source.ReferencedQuerySource.ItemName),
            SlotExpression slot => Expression.Parameter(slot.Type, slots.TextOf(slot.Index)),
            ShapeExpression part => Expression.Parameter(part.Type, "value"),
            _ => node,
        };
    }
}
