using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Plans a query whose projection holds collections: one query for the rows, and one for each collection, which is the same query joined to it.</summary>
internal static class NestedPlanner
{
    public static bool HasNested(Shape shape) => shape switch
    {
        NestedShape or GroupShape => true,
        CompositeShape composite => composite.Parts.Any(HasNested),
        ClientShape client => ShapeExpression.In(client.Node).Any(HasNested),
        _ => false,
    };

    public static LinqPlan Plan(PlanRequest request, Model model, Dialect dialect)
    {
        var context = new LoweringContext(model, dialect, request);
        var query = QueryModelTranslator.Lower(request.Model, context, null, keepsSources: true);
        var end = LinqPlanner.Limit(query);
        var (columns, shape, nested) = ProjectionBinder.BindWithNested(query.Item, context, query.RowKey);
        var select = query.Build(columns);
        var tracking = query.Options.TrueForAll(o => o.Kind is not QueryOptionKind.AsNoTracking);
        var plans = nested.Select(n => Nested([n], request, context, tracking)).ToList();
        return LinqPlanner.Plan(query, context, select, shape, end, plans);
    }

    /// <param name="path">The collections from the query's items inwards.</param>
    /// <param name="request">The query.</param>
    /// <param name="around">The context of the plan.</param>
    /// <param name="tracking">False when entities do not go into the session.</param>
    private static NestedPlan Nested(IReadOnlyList<Expression?> path, PlanRequest request, LoweringContext around, bool tracking)
    {
        // A statement of its own has binds of its own; what it looks at, the whole plan is guarded by.
        var context = around.Fork();
        var query = QueryModelTranslator.Lower(request.Model, context, null, keepsSources: true);
        LinqPlanner.Limit(query);
        var (item, key) = path.Select(query.JoinNested).ToList()[^1];
        var (columns, shape, nested) = ProjectionBinder.BindRows(item, context, key, query.RowKey);
        var plans = nested.Select(n => Nested([.. path, n], request, around, tracking)).ToList();
        var entityQuery = new EntityQuery(query.Build(columns), shape);
        var plan = new QueryPlan(tracking ? entityQuery : entityQuery.AsNoTracking(), context.Dialect.Compile(entityQuery.Statement), plans);
        var sources = new BindSources(plan.Sql, context.Slots);
        Func<object?[], object?[]> binds = values => sources.Binds(values);
        return (NestedPlan)Activator.CreateInstance(typeof(NestedPlan<>).MakeGenericType(item.Type), plan, binds)!;
    }
}
