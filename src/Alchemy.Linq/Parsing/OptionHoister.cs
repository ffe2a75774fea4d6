using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Takes the options out of the chains they were written in: they hold for the whole query, and inside a chain re-linq would start a sub-query behind them.</summary>
internal sealed class OptionHoister : TreeVisitor
{
    private readonly List<QueryOptionResultOperator> options = [];

    private OptionHoister()
    {
    }

    public static (Expression Tree, IReadOnlyList<QueryOptionResultOperator> Options) Hoist(Expression tree)
    {
        var hoister = new OptionHoister();
        return (hoister.Visit(tree), hoister.options);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(QueryableOptions))
        {
            return base.VisitMethodCall(node);
        }

        var source = Visit(node.Arguments[0]);
        var argument = node.Arguments.Count > 1 ? LambdaSubstitution.TargetLambda(node.Arguments[1]) ?? node.Arguments[1] : null;
        if (argument is LambdaExpression path && !FreeVariables.IsClosed(path))
        {
            throw new LinqTranslationException(LinqTranslationException.MalformedTree, $"QueryableOptions.{node.Method.Name}",
                "the path uses a row of a query around it; only its own parameter and captured values may be used", ExpressionText.Of(path));
        }

        options.Add(new QueryOptionResultOperator(Enum.Parse<QueryOptionKind>(node.Method.Name), argument));
        return source;
    }
}
