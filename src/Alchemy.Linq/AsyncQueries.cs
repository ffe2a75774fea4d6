using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy.Linq;

/// <summary>The operators that end a query, asynchronously. Each does what its namesake without Async does.</summary>
public static class AsyncQueries
{
    /// <summary>All items as a list.</summary>
    /// <exception cref="ArgumentException">The query belongs to another provider.</exception>
    public static Task<List<T>> ToListAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default)
        => QueryText.ProviderOf(query).ListCore<T>(IOBehavior.Asynchronous, query.Expression, cancellationToken).AsTask();

    /// <summary>All items as an array.</summary>
    /// <exception cref="ArgumentException">The query belongs to another provider.</exception>
    public static async Task<T[]> ToArrayAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default)
        => [.. await query.ToListAsync(cancellationToken).ConfigureAwait(false)];

    /// <summary>All items by key.</summary>
    /// <exception cref="ArgumentException">Two items have one key, or the query belongs to another provider.</exception>
    public static async Task<Dictionary<TKey, T>> ToDictionaryAsync<T, TKey>(this IQueryable<T> query, Func<T, TKey> key, CancellationToken cancellationToken = default)
        where TKey : notnull
        => (await query.ToListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(key);

    /// <summary>The items one after the other, each made when its row is read: <c>await foreach</c>. Leaving the loop ends the reading.</summary>
    /// <remarks>What is included is loaded after all rows, and SQLite in memory has no second connection for the loop's body: there all rows are read first.</remarks>
    /// <exception cref="ArgumentException">The query belongs to another provider.</exception>
    public static IAsyncEnumerable<T> AsAsyncEnumerable<T>(this IQueryable<T> query, CancellationToken cancellationToken = default)
        => QueryText.ProviderOf(query).StreamCore<T>(query.Expression, cancellationToken);

    /// <summary>The first item.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<T> FirstAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, T>(query, Queryable.First, cancellationToken);

    /// <summary>The first item for which the condition holds.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<T> FirstAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> condition, CancellationToken cancellationToken = default) => query.Where(condition).FirstAsync(cancellationToken);

    /// <summary>The first item, or the default.</summary>
    public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, T?>(query, Queryable.FirstOrDefault, cancellationToken);

    /// <summary>The first item for which the condition holds, or the default.</summary>
    public static Task<T?> FirstOrDefaultAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> condition, CancellationToken cancellationToken = default) => query.Where(condition).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The only item.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static Task<T> SingleAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, T>(query, Queryable.Single, cancellationToken);

    /// <summary>The only item for which the condition holds.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public static Task<T> SingleAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> condition, CancellationToken cancellationToken = default) => query.Where(condition).SingleAsync(cancellationToken);

    /// <summary>The only item, or the default.</summary>
    /// <exception cref="InvalidOperationException">There is more than one.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, T?>(query, Queryable.SingleOrDefault, cancellationToken);

    /// <summary>The only item for which the condition holds, or the default.</summary>
    /// <exception cref="InvalidOperationException">There is more than one.</exception>
    public static Task<T?> SingleOrDefaultAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> condition, CancellationToken cancellationToken = default) => query.Where(condition).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether there is an item.</summary>
    public static Task<bool> AnyAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, bool>(query, Queryable.Any, cancellationToken);

    /// <summary>Whether there is an item for which the condition holds.</summary>
    public static Task<bool> AnyAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> condition, CancellationToken cancellationToken = default) => query.Where(condition).AnyAsync(cancellationToken);

    /// <summary>Whether the condition holds for all items.</summary>
    public static Task<bool> AllAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> condition, CancellationToken cancellationToken = default)
        => QueryText.ProviderOf(query).ExecuteCore<bool>(IOBehavior.Asynchronous, Expression.Call(typeof(Queryable), nameof(Queryable.All), [typeof(T)], query.Expression, Expression.Quote(condition)), cancellationToken).AsTask();

    /// <summary>The number of items.</summary>
    public static Task<int> CountAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, int>(query, Queryable.Count, cancellationToken);

    /// <summary>The number of items for which the condition holds.</summary>
    public static Task<int> CountAsync<T>(this IQueryable<T> query, Expression<Func<T, bool>> condition, CancellationToken cancellationToken = default) => query.Where(condition).CountAsync(cancellationToken);

    /// <summary>The number of items, 64 bits wide.</summary>
    public static Task<long> LongCountAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, long>(query, Queryable.LongCount, cancellationToken);

    /// <summary>The least item.</summary>
    /// <exception cref="InvalidOperationException">There is none, and the type cannot be null.</exception>
    public static Task<T?> MinAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, T?>(query, Queryable.Min, cancellationToken);

    /// <summary>The least of the selected values.</summary>
    public static Task<TValue?> MinAsync<T, TValue>(this IQueryable<T> query, Expression<Func<T, TValue>> value, CancellationToken cancellationToken = default) => query.Select(value).MinAsync(cancellationToken);

    /// <summary>The greatest item.</summary>
    /// <exception cref="InvalidOperationException">There is none, and the type cannot be null.</exception>
    public static Task<T?> MaxAsync<T>(this IQueryable<T> query, CancellationToken cancellationToken = default) => End<T, T?>(query, Queryable.Max, cancellationToken);

    /// <summary>The greatest of the selected values.</summary>
    public static Task<TValue?> MaxAsync<T, TValue>(this IQueryable<T> query, Expression<Func<T, TValue>> value, CancellationToken cancellationToken = default) => query.Select(value).MaxAsync(cancellationToken);

    internal static Task<TResult> End<T, TResult>(IQueryable<T> query, Func<IQueryable<T>, TResult> terminal, CancellationToken cancellationToken)
        => QueryText.ProviderOf(query).ExecuteCore<TResult>(IOBehavior.Asynchronous, Expression.Call(terminal.Method, query.Expression), cancellationToken).AsTask();
}
