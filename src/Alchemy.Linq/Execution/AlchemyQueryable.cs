using System.Collections;
using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>A composed query. Enumerating it asks the database.</summary>
internal sealed class AlchemyQueryable<T>(AlchemyQueryProvider provider, Expression expression) : IOrderedQueryable<T>
{
    public Type ElementType => typeof(T);

    public Expression Expression => expression;

    public IQueryProvider Provider => provider;

    public IEnumerator<T> GetEnumerator() => provider.ListCore<T>(IOBehavior.Synchronous, expression, CancellationToken.None).Completed().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
