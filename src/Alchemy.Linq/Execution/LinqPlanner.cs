using System.Linq.Expressions;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.ResultOperators;

namespace Alchemy.Internals;

/// <summary>Makes the plan of a query at a cache miss.</summary>
internal static class LinqPlanner
{
    public static LinqPlan Plan(PlanRequest request, Model model, Dialect dialect)
    {
        var context = new LoweringContext(model, dialect, request);
        var query = QueryModelTranslator.Lower(request.Model, context, null);
        if (query.Terminal is null or FirstResultOperator or SingleResultOperator or LastResultOperator && NestedPlanner.HasNested(query.Item))
        {
            return NestedPlanner.Plan(request, model, dialect);
        }

        var (select, shape, end) = Finish(query, context);
        return Plan(query, context, select, shape, end, []);
    }

    /// <summary>Puts the plan of a lowered query together.</summary>
    public static LinqPlan Plan(QueryModelTranslator query, LoweringContext context, Select select, ResultShape shape, ResultEnd end, IReadOnlyList<NestedPlan> nested)
    {
        var entityQuery = new EntityQuery(select, shape).Load([.. IncludePaths.Of(query.Options, context)]);
        var tracking = query.Options.TrueForAll(o => o.Kind is not QueryOptionKind.AsNoTracking);
        if (query.Options.Exists(o => o.Kind is QueryOptionKind.AsSingleQuery) && entityQuery.Loads.Count > 0)
        {
            throw context.Refuse(System.Linq.Expressions.Expression.Constant("AsSingleQuery"), "QueryableOptions.AsSingleQuery", "included collections are loaded by queries of their own; leave it out");
        }

        var plan = new QueryPlan(tracking ? entityQuery : entityQuery.AsNoTracking(), QueryTags.Write(query.Options, context, context.Dialect.Compile(select)), nested);
        return new LinqPlan(context.Guards, plan, context.Slots, end, (query.IfEmpty as SlotExpression)?.Index ?? -1, query.IfEmpty is not null);
    }

    /// <summary>Limits the rows to those that the end of the query looks at.</summary>
    public static ResultEnd Limit(QueryModelTranslator query)
    {
        if (query.Terminal is not (FirstResultOperator or SingleResultOperator or LastResultOperator))
        {
            return query.Terminal is null ? ResultEnd.Sequence : ResultEnd.First;
        }

        var end = EndOf((ChoiceResultOperatorBase)query.Terminal);
        query.Builder.Limit ??= new LiteralValue(end is ResultEnd.Single or ResultEnd.SingleOrDefault ? 2 : 1, SqlTypes.Integer);
        return end;
    }

    private static (Select Select, ResultShape Shape, ResultEnd End) Finish(QueryModelTranslator query, LoweringContext context)
    {
        var one = new TextClause("1", SqlTypes.Integer);
        switch (query.Terminal)
        {
            case AnyResultOperator:
                return Condition(new Exists(query.Build([one])));
            case AllResultOperator:
                return Condition(Negation.Of(new Exists(query.Build([one]))));
            case ContainsResultOperator contains:
                query.Builder.Where(query.Expressions.Equality(query.Item, query.Expressions.Translate(contains.Item), contains.Item, contains.Item, equal: true));
                return Condition(new Exists(query.Build([one])));
            case MinResultOperator or MaxResultOperator or AverageResultOperator:
                var (columns, shape) = ProjectionBinder.Bind(query.Item, context, failIfNull: true);
                return (query.Build(columns), shape, ResultEnd.First);
            default:
                return Rows(query, context, Limit(query));
        }
    }

    private static (Select, ResultShape, ResultEnd) Rows(QueryModelTranslator query, LoweringContext context, ResultEnd end)
    {
        var (columns, shape) = ProjectionBinder.Bind(query.Item, context);
        return (query.Build(columns), shape, end);
    }

    private static (Select, ResultShape, ResultEnd) Condition(ColumnElement condition)
        => (Sql.Select(condition), new ResultShape([new ColumnItem(0, typeof(bool), SqlTypes.Boolean, false)]), ResultEnd.First);

    private static ResultEnd EndOf(ChoiceResultOperatorBase choice) => (choice, choice.ReturnDefaultWhenEmpty) switch
    {
        (SingleResultOperator, true) => ResultEnd.SingleOrDefault,
        (SingleResultOperator, false) => ResultEnd.Single,
        (_, true) => ResultEnd.FirstOrDefault,
        (_, false) => ResultEnd.First,
    };
}
