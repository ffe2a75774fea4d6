using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>An expression as text for messages: closures of the compiler vanish, long text is cut.</summary>
internal static class ExpressionText
{
    private const int Limit = 300;

    public static string Of(Expression e)
    {
        var text = new ClosureRemoval().Visit(e).ToString().Replace(RootExpression.Closure + ".", "", StringComparison.Ordinal);
        return text.Length <= Limit ? text : string.Concat(text.AsSpan(0, Limit), "..");
    }

    // A raw tree still holds closure constants, which print as value(Some.Type+<>c__DisplayClass0_0).
    private sealed class ClosureRemoval : TreeVisitor
    {
        protected override Expression VisitConstant(ConstantExpression node) =>
            node.Value is null or string || node.Type.IsPrimitive ? node : new RootExpression(0, node.Type);
    }
}
