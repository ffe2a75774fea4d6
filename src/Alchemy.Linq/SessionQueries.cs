using Alchemy.Internals;

namespace Alchemy.Linq;

/// <summary>LINQ on a session.</summary>
public static class SessionQueries
{
    /// <summary>All entities of a mapped type, to be queried.</summary>
    /// <param name="session">The session that the entities go into.</param>
    /// <exception cref="UnmappedTypeException">The type is not mapped.</exception>
    /// <example><code>var big = session.Query&lt;Order&gt;().Where(o => o.Total > 100).OrderBy(o => o.PlacedAt).ToList();</code></example>
    public static IQueryable<T> Query<T>(this Session session)
        where T : class
        => new RootQueryable<T>(session, session.Model.Mapper<T>());

    /// <summary>The entities that a Core SELECT returns, to be queried further: it becomes a subquery.</summary>
    /// <param name="session">The session that the entities go into.</param>
    /// <param name="select">A SELECT that returns the columns of the type's table, by their names. Queries over equal SELECT objects share a plan only when they are one object.</param>
    /// <exception cref="UnmappedTypeException">The type is not mapped.</exception>
    public static IQueryable<T> Query<T>(this Session session, SelectBase select)
        where T : class
        => new RootQueryable<T>(session, session.Model.Mapper<T>(), select);
}
