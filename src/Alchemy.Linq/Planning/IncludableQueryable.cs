using System.Collections;
using System.Linq.Expressions;
using Alchemy.Linq;

namespace Alchemy.Internals;

/// <summary>Carries the type of the included relationship; everything else is the query underneath.</summary>
internal sealed class IncludableQueryable<T, TProperty>(IQueryable<T> query) : IIncludableQueryable<T, TProperty>
{
    public IQueryable<T> Query => query;

    public Type ElementType => query.ElementType;

    public Expression Expression => query.Expression;

    public IQueryProvider Provider => query.Provider;

    public IEnumerator<T> GetEnumerator() => query.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => query.GetEnumerator();
}
