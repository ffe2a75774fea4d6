using System.Linq.Expressions;

namespace Alchemy.Linq;

/// <summary>Sums, asynchronously.</summary>
public static class AsyncSums
{
    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<int> SumAsync(this IQueryable<int> query, CancellationToken cancellationToken = default) => AsyncQueries.End<int, int>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<int> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, int>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<int?> SumAsync(this IQueryable<int?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<int?, int?>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<int?> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, int?>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<long> SumAsync(this IQueryable<long> query, CancellationToken cancellationToken = default) => AsyncQueries.End<long, long>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<long> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, long>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<long?> SumAsync(this IQueryable<long?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<long?, long?>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<long?> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, long?>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<float> SumAsync(this IQueryable<float> query, CancellationToken cancellationToken = default) => AsyncQueries.End<float, float>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<float> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, float>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<float?> SumAsync(this IQueryable<float?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<float?, float?>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<float?> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, float?>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<double> SumAsync(this IQueryable<double> query, CancellationToken cancellationToken = default) => AsyncQueries.End<double, double>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<double> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, double>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<double?> SumAsync(this IQueryable<double?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<double?, double?>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<double?> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, double?>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<decimal> SumAsync(this IQueryable<decimal> query, CancellationToken cancellationToken = default) => AsyncQueries.End<decimal, decimal>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<decimal> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, decimal>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);

    /// <summary>The sum of the items; 0 when there are none.</summary>
    public static Task<decimal?> SumAsync(this IQueryable<decimal?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<decimal?, decimal?>(query, Queryable.Sum, cancellationToken);

    /// <summary>The sum of the selected values; 0 when there are none.</summary>
    public static Task<decimal?> SumAsync<T>(this IQueryable<T> query, Expression<Func<T, decimal?>> value, CancellationToken cancellationToken = default) => query.Select(value).SumAsync(cancellationToken);
}
