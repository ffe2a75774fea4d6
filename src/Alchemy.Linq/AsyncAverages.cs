using System.Linq.Expressions;

namespace Alchemy.Linq;

/// <summary>Means, asynchronously.</summary>
public static class AsyncAverages
{
    /// <summary>The mean of the items.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<double> AverageAsync(this IQueryable<int> query, CancellationToken cancellationToken = default) => AsyncQueries.End<int, double>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<double> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, int>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items. Null when there are none.</summary>
    public static Task<double?> AverageAsync(this IQueryable<int?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<int?, double?>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values. Null when there are none.</summary>
    public static Task<double?> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, int?>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<double> AverageAsync(this IQueryable<long> query, CancellationToken cancellationToken = default) => AsyncQueries.End<long, double>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<double> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, long>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items. Null when there are none.</summary>
    public static Task<double?> AverageAsync(this IQueryable<long?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<long?, double?>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values. Null when there are none.</summary>
    public static Task<double?> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, long?>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<float> AverageAsync(this IQueryable<float> query, CancellationToken cancellationToken = default) => AsyncQueries.End<float, float>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<float> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, float>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items. Null when there are none.</summary>
    public static Task<float?> AverageAsync(this IQueryable<float?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<float?, float?>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values. Null when there are none.</summary>
    public static Task<float?> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, float?>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<double> AverageAsync(this IQueryable<double> query, CancellationToken cancellationToken = default) => AsyncQueries.End<double, double>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<double> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, double>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items. Null when there are none.</summary>
    public static Task<double?> AverageAsync(this IQueryable<double?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<double?, double?>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values. Null when there are none.</summary>
    public static Task<double?> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, double?>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<decimal> AverageAsync(this IQueryable<decimal> query, CancellationToken cancellationToken = default) => AsyncQueries.End<decimal, decimal>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<decimal> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, decimal>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);

    /// <summary>The mean of the items. Null when there are none.</summary>
    public static Task<decimal?> AverageAsync(this IQueryable<decimal?> query, CancellationToken cancellationToken = default) => AsyncQueries.End<decimal?, decimal?>(query, Queryable.Average, cancellationToken);

    /// <summary>The mean of the selected values. Null when there are none.</summary>
    public static Task<decimal?> AverageAsync<T>(this IQueryable<T> query, Expression<Func<T, decimal?>> value, CancellationToken cancellationToken = default) => query.Select(value).AverageAsync(cancellationToken);
}
