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

        if (!isQueryable && IsForeignOperator(node))
        {
            throw OperatorTable.ForeignOperator(node);
        }

        if (isQueryable || node.Method.DeclaringType == typeof(Enumerable) && OperatorTable.Allows(node.Method))
        {
            CheckLambdas(node);
        }

        return result;
    }

    // re-linq would report it in its own words, without the way out.
    private static bool IsForeignOperator(MethodCallExpression call) =>
        call.Method.IsStatic
        && call.Arguments.Count > 0
        && typeof(IQueryable).IsAssignableFrom(call.Type)
        && typeof(IQueryable).IsAssignableFrom(call.Arguments[0].Type)
        && !NodeTypes.Provider.IsRegistered(call.Method);

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
