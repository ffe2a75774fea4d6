namespace Alchemy.Linq;

/// <summary>A query whose last option was an <c>Include</c>, so that <c>ThenInclude</c> can go on from there.</summary>
/// <typeparam name="T">The item type of the query.</typeparam>
/// <typeparam name="TProperty">The type of the relationship included last.</typeparam>
public interface IIncludableQueryable<out T, out TProperty> : IQueryable<T>;
