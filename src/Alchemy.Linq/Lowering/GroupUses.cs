using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;
using Remotion.Linq.Clauses.ResultOperators;

namespace Alchemy.Internals;

/// <summary>How a query over groups uses them.</summary>
internal static class GroupUses
{
    /// <summary>True for an aggregate over the filtered items of a group, which the grouped SELECT itself computes.</summary>
    public static bool IsAggregate(QueryModel model) => model.BodyClauses.All(c => c is WhereClause)
        && model.ResultOperators is [AnyResultOperator or AllResultOperator or CountResultOperator or LongCountResultOperator or SumResultOperator or MinResultOperator or MaxResultOperator or AverageResultOperator]
            or [DistinctResultOperator, CountResultOperator or LongCountResultOperator or SumResultOperator or MinResultOperator or MaxResultOperator or AverageResultOperator];

    /// <summary>True when the query over groups has other sub-queries than aggregates of them: such a one reaches a key only if that is a column.</summary>
    public static bool HasSubQueries(QueryModel model)
    {
        if (model.MainFromClause.FromExpression is not SubQueryExpression { QueryModel.ResultOperators: [.., GroupResultOperator] })
        {
            return false;
        }

        var search = new Search(model.MainFromClause);
        foreach (var clause in model.BodyClauses)
        {
            clause.TransformExpressions(search.Look);
        }

        search.Look(model.SelectClause.Selector);
        foreach (var @operator in model.ResultOperators)
        {
            @operator.TransformExpressions(search.Look);
        }

        return search.Found;
    }

    private sealed class Search(IQuerySource groups) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        public Expression Look(Expression node)
        {
            Visit(node);
            return node;
        }

        protected override Expression VisitExtension(Expression node)
        {
            Found |= node is SubQueryExpression { QueryModel: var model }
                && !(model.MainFromClause.FromExpression is QuerySourceReferenceExpression source && ReferenceEquals(source.ReferencedQuerySource, groups) && IsAggregate(model));
            return node;
        }
    }
}
