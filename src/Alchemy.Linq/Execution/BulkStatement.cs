using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Makes and runs the UPDATE or DELETE of a query.</summary>
internal static class BulkStatement
{
    /// <param name="io">Whether to wait.</param>
    /// <param name="query">The query that names the rows.</param>
    /// <param name="setters">The members to set; none to delete.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async ValueTask<int> RunCore<T>(IOBehavior io, IQueryable<T> query, IReadOnlyList<(LambdaExpression Member, LambdaExpression Value)> setters, CancellationToken cancellationToken)
        where T : class
    {
        var provider = QueryText.ProviderOf(query);
        var session = provider.Session;
        session.ThrowIfDisposed();
        var target = session.Target(session.Model.Mapper<T>(), OperationKind.Write);
        var members = setters.Select(s => MemberPath.Single(s.Member).Name).ToList();
        var plan = PlanCaches.OfBulk(session.Model, target.Engine.Dialect, members).Get(setters.Count == 0 ? query.Expression : WithValues(query, setters), out var slots);
        object?[] binds;
        using (slots)
        {
            binds = plan.Binds(slots.Span);
        }

        return await session.RunCore(io, plan.Mapper, target, plan.Sql, binds, cancellationToken).ConfigureAwait(false);
    }

    // query.Select(o => new object[] { value, … }): the values go through the lowering like those of any projection.
    private static MethodCallExpression WithValues<T>(IQueryable<T> query, IReadOnlyList<(LambdaExpression Member, LambdaExpression Value)> setters)
    {
        var row = Expression.Parameter(typeof(T), setters[0].Member.Parameters[0].Name);
        var values = setters.Select(s => Expression.Convert(LambdaSubstitution.Apply(s.Value, new([row])), typeof(object)));
        var select = Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), [Expression.Convert(row, typeof(object)), .. values]), row);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(T), typeof(object[])], query.Expression, Expression.Quote(select));
    }

    /// <summary>Makes the plan at a cache miss.</summary>
    public static BulkPlan Plan(PlanRequest request, Model model, Dialect dialect, IReadOnlyList<string> members)
    {
        var context = new LoweringContext(model, dialect, request);
        var query = QueryModelTranslator.Lower(request.Model, context, null);
        var parts = members.Count == 0 ? [query.Item] : query.Item is ClientShape client ? ShapeExpression.In(client.Node).ToList() : [];
        if (query.Terminal is not null || parts.Count != (members.Count == 0 ? 1 : members.Count + 1) || parts[0] is not EntityShape entity)
        {
            throw context.Refuse(Expression.Constant("query"), "ExecuteUpdate or ExecuteDelete", "its items must be entities, and its values must have a SQL form");
        }

        var rows = new BulkRows(query, entity);
        ClauseElement statement = members.Count == 0 ? rows.Delete() : rows.Update(members, [.. parts.Skip(1).Select((p, i) => query.Expressions.Value(p, Expression.Constant(members[i]), rows.Column(members[i])))]);
        return new BulkPlan(context.Guards, dialect.Compile(statement), entity.Mapper, context.Slots);
    }
}
