using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>What all passes at a miss share: a guarded stack, foreign extension nodes left alone, lambdas kept with their parameters.</summary>
internal abstract class TreeVisitor : ExpressionVisitor
{
    private int depth;

    /// <exception cref="InsufficientExecutionStackException">The tree is deeper than this thread's stack; the cache then goes on with a larger one.</exception>
    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node)
    {
        if ((++depth & 15) == 0)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }

        var result = base.Visit(node);
        depth--;
        return result;
    }

    protected override Expression VisitExtension(Expression node) => node is IStructural ? base.VisitExtension(node) : node;

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var body = Visit(node.Body);
        return body == node.Body ? node : Expression.Lambda(node.Type, body, node.Name, node.TailCall, node.Parameters);
    }
}
