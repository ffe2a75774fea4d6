using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses.ResultOperators;

namespace Alchemy.Internals;

/// <summary>The groups of a GROUP BY: the key, the rows that aggregates run over, and the query that gives a group's rows again.</summary>
internal sealed class GroupShape(Type type, Shape key, Shape? element, GroupSource source, Expression? reference = null) : Shape(type)
{
    public Shape Key => key;

    /// <summary>What an item of a group is; null once the grouping is inside of a subquery, where no aggregate reaches it.</summary>
    public Shape? Element => element;

    /// <summary>What is grouped: a group as a sequence is these rows with its key.</summary>
    public GroupSource Source => source;

    /// <summary>How the query names the group in a projection; null when the groups are the query's items.</summary>
    public Expression? Reference => reference;

    public override IEnumerable<ColumnElement> Columns => key.Columns;

    /// <summary>The group where a projection names it.</summary>
    public GroupShape As(Expression name) => new(Type, key, element, source, name);

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => new GroupShape(Type, key.Over(replace, owner), null, source, reference);
}

/// <summary>The query that a GROUP BY groups.</summary>
/// <param name="Model">The query without its GROUP BY.</param>
/// <param name="Operator">The GROUP BY over that query.</param>
/// <param name="Outer">The query around it, or null.</param>
internal sealed record GroupSource(QueryModel Model, GroupResultOperator Operator, QueryModelTranslator? Outer)
{
    public static GroupSource Of(QueryModel grouped, QueryModelTranslator? outer)
    {
        var model = grouped.Clone();
        var @operator = model.ResultOperators.OfType<GroupResultOperator>().Last();
        while (model.ResultOperators[^1] != @operator)
        {
            model.ResultOperators.RemoveAt(model.ResultOperators.Count - 1);
        }

        model.ResultOperators.Remove(@operator);
        return new GroupSource(model, @operator, outer);
    }
}
