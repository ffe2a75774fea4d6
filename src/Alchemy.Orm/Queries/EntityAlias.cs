using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A mapped type in a query: its columns by member, its navigations, and a FROM for Core.</summary>
/// <typeparam name="T">The entity's type.</typeparam>
/// <example><code>var o = model.Entity&lt;Order&gt;("o");
/// EntityQuery.Select(o).Where(o.Col(x => x.Total) &gt; 10)   // SELECT o.Id, … FROM orders AS o WHERE o.Total &gt; ?</code></example>
public sealed class EntityAlias<T> : EntitySource
    where T : class
{
    internal EntityAlias(Mapper mapper, FromClause from)
        : base(mapper, from)
    {
    }

    /// <summary>The column of a member.</summary>
    /// <exception cref="UnknownColumnException">The member is not a column.</exception>
    public ColumnExpression<TValue> Col<TValue>(Expression<Func<T, TValue>> member) => Column(MemberPath.Single(member).Name).Typed<TValue>();

    /// <summary>The column of a member that may be null.</summary>
    /// <exception cref="UnknownColumnException">The member is not a column.</exception>
    public ColumnExpression<TValue> Col<TValue>(Expression<Func<T, TValue?>> member)
        where TValue : struct
        => Column(MemberPath.Single(member).Name).Typed<TValue>();

    /// <summary>A reference, to join or to load.</summary>
    /// <exception cref="MappingException">The member is no navigation.</exception>
    public EntityPath<TTarget> To<TTarget>(Expression<Func<T, TTarget?>> reference)
        where TTarget : class
        => new(this, Mapper.Relationship(MemberPath.Single(reference).Name));

    /// <summary>A collection, to join or to load.</summary>
    /// <exception cref="MappingException">The member is no navigation.</exception>
    public EntityPath<TTarget> To<TTarget>(Expression<Func<T, IEnumerable<TTarget>?>> collection)
        where TTarget : class
        => new(this, Mapper.Relationship(MemberPath.Single(collection).Name));
}
