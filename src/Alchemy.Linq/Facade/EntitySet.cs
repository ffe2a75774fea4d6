using System.Collections;
using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy.Linq;

/// <summary>All entities of one type in a context: to be queried, added to and removed from.</summary>
/// <typeparam name="T">The entity's type.</typeparam>
public sealed class EntitySet<T> : IQueryable<T>, IQueryRoot
    where T : class
{
    private readonly Session _session;
    private readonly AlchemyQueryProvider _provider;

    internal EntitySet(Session session)
    {
        _session = session;
        Mapper = session.Model.Mapper<T>();
        _provider = new AlchemyQueryProvider(session, Mapper);
        Expression = Expression.Constant(this);
    }

    /// <summary>The mapping.</summary>
    public Mapper Mapper { get; }

    /// <inheritdoc/>
    public Type ElementType => typeof(T);

    /// <inheritdoc/>
    public Expression Expression { get; }

    /// <inheritdoc/>
    public IQueryProvider Provider => _provider;

    object IQueryRoot.RootIdentity => Mapper;

    /// <summary>Adds an object and all that it leads to; the next SaveChanges inserts them. Returns the object.</summary>
    public T Add(T entity)
    {
        _session.Add(entity);
        return entity;
    }

    /// <summary>Adds objects and all that they lead to.</summary>
    public void AddRange(params IEnumerable<T> entities)
    {
        foreach (var entity in entities)
        {
            _session.Add(entity);
        }
    }

    /// <summary>Marks an object: the next SaveChanges deletes its row.</summary>
    /// <exception cref="SessionStateException">The context does not know the object.</exception>
    public void Remove(T entity) => _session.Delete(entity);

    /// <summary>Marks objects for deletion.</summary>
    /// <exception cref="SessionStateException">The context does not know one of them.</exception>
    public void RemoveRange(params IEnumerable<T> entities)
    {
        foreach (var entity in entities)
        {
            _session.Delete(entity);
        }
    }

    /// <summary>Takes an object that has a row as unchanged. Returns the object.</summary>
    /// <exception cref="SessionStateException">The context has another object with that key.</exception>
    public T Attach(T entity)
    {
        _session.Attach(entity);
        return entity;
    }

    /// <summary>The tracked objects that the next SaveChanges does not delete, without asking the database.</summary>
    public IReadOnlyList<T> Local => [.. _session.States.All.Where(s => !s.IsMarkedDeleted).Select(s => s.Entity).OfType<T>()];

    /// <summary>The object with a key of one member, without boxing the key: the one that is tracked, or the row's. Null when there is none.</summary>
    public T? Find<TKey>(TKey key)
        where TKey : notnull
        => _session.FindTracked<T, TKey>(Mapper, key) ?? (key is object[] values ? _session.Get<T>(values) : _session.Get<T>(key));

    /// <summary>The object with a key: the one that is tracked, or the row's. Null when there is none.</summary>
    /// <param name="key">The values of the key's members, in order.</param>
    public T? Find(params object[] key) => _session.Get<T>(key);

    /// <summary>The object with a key: the one that is tracked, or the row's. Null when there is none.</summary>
    public Task<T?> FindAsync(object[] key, CancellationToken cancellationToken = default) => _session.GetAsync<T>(key, cancellationToken);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _provider.CreateQuery<T>(Expression).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The entities one after the other: <c>await foreach</c>.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this.AsAsyncEnumerable(cancellationToken).GetAsyncEnumerator(cancellationToken);
}
