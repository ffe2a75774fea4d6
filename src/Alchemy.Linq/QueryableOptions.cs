using System.Linq.Expressions;
using System.Reflection;
using Alchemy.Internals;

namespace Alchemy.Linq;

/// <summary>Options of a whole query, written anywhere in its chain of operators.</summary>
/// <remarks>On a query of another provider (a list made queryable, say) every option returns the query unchanged.</remarks>
public static class QueryableOptions
{
    /// <summary>Loads a relationship together with the entities of the query.</summary>
    /// <param name="source">The query.</param>
    /// <param name="path">The relationship, for example <c>o => o.Lines</c>.</param>
    /// <returns>The query, ready for <c>ThenInclude</c>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IIncludableQueryable<T, TProperty> Include<T, TProperty>(this IQueryable<T> source, Expression<Func<T, TProperty>> path)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(path);
        return Includable<T, TProperty>(source, new Func<IQueryable<T>, Expression<Func<T, TProperty>>, IIncludableQueryable<T, TProperty>>(Include).Method, path);
    }

    /// <summary>Loads a relationship of the entities loaded by the <c>Include</c> before it.</summary>
    /// <param name="source">The query after <c>Include</c> of a single entity.</param>
    /// <param name="path">The further relationship.</param>
    /// <returns>The query, ready for another <c>ThenInclude</c>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IIncludableQueryable<T, TProperty> ThenInclude<T, TPrevious, TProperty>(
        this IIncludableQueryable<T, TPrevious> source, Expression<Func<TPrevious, TProperty>> path)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(path);
        return Includable<T, TProperty>(source,
            new Func<IIncludableQueryable<T, TPrevious>, Expression<Func<TPrevious, TProperty>>, IIncludableQueryable<T, TProperty>>(ThenInclude).Method, path);
    }

    /// <summary>Loads a relationship of the entities in the collection loaded by the <c>Include</c> before it.</summary>
    /// <param name="source">The query after <c>Include</c> of a collection.</param>
    /// <param name="path">The further relationship, of one item of the collection.</param>
    /// <returns>The query, ready for another <c>ThenInclude</c>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IIncludableQueryable<T, TProperty> ThenInclude<T, TPrevious, TProperty>(
        this IIncludableQueryable<T, IEnumerable<TPrevious>> source, Expression<Func<TPrevious, TProperty>> path)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(path);
        return Includable<T, TProperty>(source,
            new Func<IIncludableQueryable<T, IEnumerable<TPrevious>>, Expression<Func<TPrevious, TProperty>>, IIncludableQueryable<T, TProperty>>(ThenInclude).Method, path);
    }

    /// <summary>Entities of the result are not kept by the session: no identity map, no change tracking.</summary>
    /// <param name="source">The query.</param>
    /// <returns>The query with the option.</returns>
    /// <exception cref="ArgumentNullException">The query is null.</exception>
    public static IQueryable<T> AsNoTracking<T>(this IQueryable<T> source) => Option(source, AsNoTracking);

    /// <summary>Collections loaded with the result come from one query each, whatever the default is.</summary>
    /// <param name="source">The query.</param>
    /// <returns>The query with the option.</returns>
    /// <exception cref="ArgumentNullException">The query is null.</exception>
    public static IQueryable<T> AsSplitQuery<T>(this IQueryable<T> source) => Option(source, AsSplitQuery);

    /// <summary>Collections loaded with the result are joined into the one query. Not supported yet: a query that includes something refuses it.</summary>
    /// <param name="source">The query.</param>
    /// <returns>The query with the option.</returns>
    /// <exception cref="ArgumentNullException">The query is null.</exception>
    public static IQueryable<T> AsSingleQuery<T>(this IQueryable<T> source) => Option(source, AsSingleQuery);

    /// <summary>Adds a text that is written as a comment in front of the SQL.</summary>
    /// <param name="source">The query.</param>
    /// <param name="tag">The text; queries that differ only in it share one plan.</param>
    /// <returns>The query with the option.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IQueryable<T> TagWith<T>(this IQueryable<T> source, string tag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(tag);
        if (source.Provider is not IPlannedQueryProvider)
        {
            return source;
        }

        var method = new Func<IQueryable<T>, string, IQueryable<T>>(TagWith).Method;
        return source.Provider.CreateQuery<T>(Expression.Call(method, source.Expression, Expression.Constant(tag)));
    }

    private static IQueryable<T> Option<T>(IQueryable<T> source, Func<IQueryable<T>, IQueryable<T>> option)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Provider is IPlannedQueryProvider
            ? source.Provider.CreateQuery<T>(Expression.Call(option.Method, source.Expression))
            : source;
    }

    private static IncludableQueryable<T, TProperty> Includable<T, TProperty>(IQueryable<T> source, MethodInfo method, LambdaExpression path)
    {
        var query = source.Provider is IPlannedQueryProvider
            ? source.Provider.CreateQuery<T>(Expression.Call(method, source.Expression, Expression.Quote(path)))
            : source;
        return new IncludableQueryable<T, TProperty>(query);
    }
}
