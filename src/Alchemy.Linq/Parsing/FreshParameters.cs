using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>A copy of a term with parameter objects of its own, for a term that stands in a query twice.</summary>
internal sealed class FreshParameters : TreeVisitor
{
    private readonly Dictionary<ParameterExpression, ParameterExpression> fresh = [];

    private FreshParameters()
    {
    }

    public static Expression In(Expression term) => new FreshParameters().Visit(term);

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var parameters = node.Parameters.Select(p => fresh[p] = Expression.Parameter(p.Type, p.Name)).ToList();
        return Expression.Lambda<T>(Visit(node.Body), node.Name, node.TailCall, parameters);
    }

    protected override Expression VisitParameter(ParameterExpression node) => fresh.GetValueOrDefault(node, node);
}
