using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Refuses what re-linq would misunderstand, while the call is still there to be shown in the message.</summary>
internal sealed class OperatorGate : TreeVisitor
{
    private OperatorGate()
    {
    }

    /// <exception cref="LinqTranslationException">An operator of Queryable has no SQL form, or got a delegate instead of a lambda.</exception>
    public static void Check(Expression tree) => new OperatorGate().Visit(tree);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var result = base.VisitMethodCall(node);
        var isQueryable = node.Method.DeclaringType == typeof(Queryable);
        if (isQueryable && !OperatorTable.Allows(node.Method))
        {
            throw OperatorTable.Refusal(node);
        }

        if (isQueryable || node.Method.DeclaringType == typeof(Enumerable) && OperatorTable.Allows(node.Method))
        {
            CheckLambdas(node);
        }

        return result;
    }

    private static void CheckLambdas(MethodCallExpression call)
    {
        foreach (var argument in call.Arguments.Skip(1))
        {
            var isFunction = typeof(Delegate).IsAssignableFrom(argument.Type) || typeof(LambdaExpression).IsAssignableFrom(argument.Type);
            if (isFunction && LambdaSubstitution.TargetLambda(argument) is null)
            {
                throw OperatorTable.DelegateArgument(call, argument);
            }
        }
    }
}
