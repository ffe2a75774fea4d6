using System.Collections;
using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>The start of a query: all entities of a mapped type, or those of a Core SELECT.</summary>
internal sealed class RootQueryable<T> : IQueryable<T>, IQueryRoot
{
    private readonly AlchemyQueryProvider _provider;

    public RootQueryable(Session session, Mapper mapper, SelectBase? select = null)
    {
        (_provider, RootIdentity) = (new AlchemyQueryProvider(session, mapper), select is null ? mapper : new CoreRoot(mapper, select));
        Expression = Expression.Constant(this);
    }

    public object RootIdentity { get; }

    public Type ElementType => typeof(T);

    public Expression Expression { get; }

    public IQueryProvider Provider => _provider;

    public IEnumerator<T> GetEnumerator() => _provider.CreateQuery<T>(Expression).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
