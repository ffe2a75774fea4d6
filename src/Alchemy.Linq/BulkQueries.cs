using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy.Linq;

/// <summary>UPDATE and DELETE of all rows that a query names, without reading them.</summary>
/// <remarks>Tracked objects of the type are marked stale: the next query that meets one takes its row's values over.</remarks>
public static class BulkQueries
{
    /// <summary>Deletes the rows of the query's entities. Returns how many there were.</summary>
    /// <param name="query">A query of entities.</param>
    /// <example><code>db.Orders.Where(o => o.Total == 0).ExecuteDelete();   // DELETE FROM orders WHERE total = ?</code></example>
    /// <exception cref="LinqTranslationException">The query has no SQL form, or its items are not entities.</exception>
    public static int ExecuteDelete<T>(this IQueryable<T> query)
        where T : class
        => BulkStatement.RunCore(IOBehavior.Synchronous, query, [], CancellationToken.None).Completed();

    /// <inheritdoc cref="ExecuteDelete{T}"/>
    public static Task<int> ExecuteDeleteAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default)
        where T : class
        => BulkStatement.RunCore(IOBehavior.Asynchronous, query, [], cancellationToken).AsTask();

    /// <summary>Sets columns of the rows of the query's entities. Returns how many there were.</summary>
    /// <param name="query">A query of entities.</param>
    /// <param name="setters">Says which members get which values.</param>
    /// <example><code>db.Orders.Where(o => o.Total > 9).ExecuteUpdate(s => s.SetProperty(o => o.Note, o => o.Note + "!").SetProperty(o => o.Total, 9m));</code></example>
    /// <exception cref="LinqTranslationException">The query or a value has no SQL form, or a member is no column.</exception>
    public static int ExecuteUpdate<T>(this IQueryable<T> query, Func<UpdateSetters<T>, UpdateSetters<T>> setters)
        where T : class
        => BulkStatement.RunCore(IOBehavior.Synchronous, query, setters(new UpdateSetters<T>([])).Items, CancellationToken.None).Completed();

    /// <inheritdoc cref="ExecuteUpdate{T}"/>
    public static Task<int> ExecuteUpdateAsync<T>(this IQueryable<T> query, Func<UpdateSetters<T>, UpdateSetters<T>> setters, CancellationToken cancellationToken = default)
        where T : class
        => BulkStatement.RunCore(IOBehavior.Asynchronous, query, setters(new UpdateSetters<T>([])).Items, cancellationToken).AsTask();
}

/// <summary>The members that an UPDATE sets. Immutable.</summary>
/// <typeparam name="T">The entity's type.</typeparam>
public sealed class UpdateSetters<T>
{
    internal UpdateSetters(IReadOnlyList<(LambdaExpression Member, LambdaExpression Value)> items) => Items = items;

    internal IReadOnlyList<(LambdaExpression Member, LambdaExpression Value)> Items { get; }

    /// <summary>Sets a member to a value.</summary>
    public UpdateSetters<T> SetProperty<TValue>(Expression<Func<T, TValue>> member, TValue value)
    {
        // The value is captured, so that it becomes a parameter.
        Expression<Func<T, TValue>> constant = Expression.Lambda<Func<T, TValue>>(Expression.Field(Expression.Constant(new Box<TValue> { Value = value }), nameof(Box<TValue>.Value)), Expression.Parameter(typeof(T), "x"));
        return SetProperty(member, constant);
    }

    /// <summary>Sets a member to a value that is computed of the row.</summary>
    public UpdateSetters<T> SetProperty<TValue>(Expression<Func<T, TValue>> member, Expression<Func<T, TValue>> value) => new([.. Items, (member, value)]);

    private sealed class Box<TValue>
    {
        public required TValue Value;
    }
}
