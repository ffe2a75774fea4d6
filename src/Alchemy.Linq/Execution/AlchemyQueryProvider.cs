using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Runs LINQ queries of a session: plan cache, binds, the ORM's reading.</summary>
/// <param name="session">The session.</param>
/// <param name="root">The mapped type that the query starts from; it chooses the engine.</param>
internal sealed class AlchemyQueryProvider(Session session, Mapper root) : IPlannedQueryProvider
{
    public Session Session => session;

    public IQueryable<T> CreateQuery<T>(Expression expression) => new AlchemyQueryable<T>(this, expression);

    public IQueryable CreateQuery(Expression expression)
    {
        var item = expression.Type.GetInterfaces().Append(expression.Type).First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>)).GetGenericArguments()[0];
        return (IQueryable)Activator.CreateInstance(typeof(AlchemyQueryable<>).MakeGenericType(item), this, expression)!;
    }

    public TResult Execute<TResult>(Expression expression) => ExecuteCore<TResult>(IOBehavior.Synchronous, expression, CancellationToken.None).Completed();

    public object? Execute(Expression expression)
        => new Func<Expression, object?>(Execute<object?>).Method.GetGenericMethodDefinition().MakeGenericMethod(expression.Type).Invoke(this, [expression]);

    /// <summary>The rows of a sequence.</summary>
    public async ValueTask<List<T>> ListCore<T>(IOBehavior io, Expression expression, CancellationToken cancellationToken)
    {
        var (plan, rows, values) = await ReadCore<T>(io, expression, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0 && plan.HasItemIfEmpty)
        {
            rows.Add(Item<T>(plan, values));
        }

        return rows;
    }

    /// <summary>The rows of a sequence as they are read.</summary>
    public async IAsyncEnumerable<T> StreamCore<T>(Expression expression, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (target, plan, binds, values) = Prepare(expression);
        var isEmpty = true;
        await foreach (var row in session.StreamCore<T>(plan.Query, target, binds, values, cancellationToken).ConfigureAwait(false))
        {
            isEmpty = false;
            yield return row;
        }

        if (isEmpty && plan.HasItemIfEmpty)
        {
            yield return Item<T>(plan, values);
        }
    }

    /// <summary>The one value of a query that ends in First, Any, Count or the like.</summary>
    public async ValueTask<T> ExecuteCore<T>(IOBehavior io, Expression expression, CancellationToken cancellationToken)
    {
        var (plan, rows, values) = await ReadCore<T>(io, expression, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return plan.HasItemIfEmpty ? Item<T>(plan, values)
                : plan.End is ResultEnd.FirstOrDefault or ResultEnd.SingleOrDefault ? default!
                : throw new InvalidOperationException("Sequence contains no elements.");
        }

        return rows.Count == 1 || plan.End is ResultEnd.First or ResultEnd.FirstOrDefault ? rows[0] : throw new InvalidOperationException("Sequence contains more than one element.");
    }

    /// <summary>The plan of a query for a dialect, and the values of its binds.</summary>
    public (LinqPlan Plan, object?[] Binds) Plan(Expression expression, Dialect? dialect)
    {
        var plan = PlanCaches.Of(session.Model, dialect ?? Target.Engine.Dialect).Get(expression, out var values);
        using (values)
        {
            return (plan, plan.Binds(values.Span));
        }
    }

    private EngineTarget Target => session.Target(root, OperationKind.Read);

    private async ValueTask<(LinqPlan Plan, List<T> Rows, object?[] Values)> ReadCore<T>(IOBehavior io, Expression expression, CancellationToken cancellationToken)
    {
        var (target, plan, binds, values) = Prepare(expression);
        var most = plan.End switch { ResultEnd.Sequence => int.MaxValue, ResultEnd.Single or ResultEnd.SingleOrDefault => 2, _ => 1 };
        var rows = await session.ReadCore<T>(io, plan.Query, target, binds, values, most, cancellationToken).ConfigureAwait(false);
        return (plan, rows, values);
    }

    private (EngineTarget Target, LinqPlan Plan, object?[] Binds, object?[] Values) Prepare(Expression expression)
    {
        session.ThrowIfDisposed();
        var target = Target;
        var plan = PlanCaches.Of(session.Model, target.Engine.Dialect).Get(expression, out var slots);
        using (slots)
        {
            return (target, plan, plan.Binds(slots.Span), plan.NeedsValues ? slots.Span.ToArray() : []);
        }
    }

    private static T Item<T>(LinqPlan plan, object?[] values) => plan.ItemIfEmpty < 0 ? default! : (T)values[plan.ItemIfEmpty]!;
}
