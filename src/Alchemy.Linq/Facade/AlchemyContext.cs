using System.Collections.Concurrent;
using System.Reflection;
using Alchemy.Internals;

namespace Alchemy.Linq;

/// <summary>A unit of work with one property per mapped type. Derive from it, declare <see cref="EntitySet{T}"/> properties, and call <see cref="SaveChanges"/>.</summary>
/// <remarks>The mapping is made once per class. A table has its property's name unless an attribute or <see cref="OnModelCreating"/> says another.</remarks>
/// <example><code>sealed class ShopContext(Engine engine) : AlchemyContext(engine)
/// {
///     public EntitySet&lt;Order&gt; Orders => Set&lt;Order&gt;();
/// }
///
/// using var db = new ShopContext(engine);
/// db.Orders.Add(new Order { Customer = ann });
/// await db.SaveChangesAsync();</code></example>
public abstract class AlchemyContext : IDisposable, IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Type, Model> models = new();
    private readonly Dictionary<Type, object> _sets = [];

    /// <summary>A context on a database.</summary>
    protected AlchemyContext(Engine engine)
    {
        Session = new Session(engine, ModelOf(this), new SessionOptions { Autoflush = false });
        FillSets();
    }

    /// <summary>A context on several databases.</summary>
    protected AlchemyContext(IEngineResolver engines)
    {
        Session = new Session(engines, ModelOf(this), new SessionOptions { Autoflush = false });
        FillSets();
    }

    /// <summary>The session beneath, for everything that the facade does not show. It does not flush by itself.</summary>
    public Session Session { get; }

    /// <summary>The mapping.</summary>
    public Model Model => Session.Model;

    /// <summary>The entities of a type.</summary>
    /// <exception cref="UnmappedTypeException">The type is not mapped.</exception>
    public EntitySet<T> Set<T>()
        where T : class
    {
        if (!_sets.TryGetValue(typeof(T), out var set))
        {
            _sets.Add(typeof(T), set = new EntitySet<T>(Session));
        }

        return (EntitySet<T>)set;
    }

    /// <summary>What the context knows of an object.</summary>
    public EntityEntry<T> Entry<T>(T entity)
        where T : class
        => new(Session, entity);

    /// <summary>Writes every change in one transaction: the open one, or one of its own that is committed. If it fails, nothing is written and the changes stay pending. Returns the number of rows written.</summary>
    /// <exception cref="DatabaseException">The database refused a row.</exception>
    /// <exception cref="StaleDataException">A row is not there any more.</exception>
    public int SaveChanges() => Session.SaveCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="SaveChanges"/>
    public Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => Session.SaveCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Marks a place inside a transaction to roll back to, after saving what is pending; disposing it without a commit rolls back to it.</summary>
    public SessionTransaction BeginSavepoint() => Session.Savepoint();

    /// <summary>Opens a transaction over several SaveChanges; disposing it without a commit rolls it back, and the objects with it.</summary>
    /// <param name="options">How the database's transaction begins; null for <see cref="ExecutionOptions.Transaction"/> of the engine.</param>
    public SessionTransaction BeginTransaction(TransactionOptions? options = null) => Session.Begin(options);

    /// <summary>Rolls back what is open and forgets every object.</summary>
    public void Dispose()
    {
        Session.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Rolls back what is open and forgets every object.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Session.DisposeAsync();
    }

    /// <summary>Says how types are mapped, where conventions and attributes do not fit. Called once per class of context.</summary>
    protected virtual void OnModelCreating(ModelBuilder builder)
    {
    }

    private static Model ModelOf(AlchemyContext context) => models.GetOrAdd(context.GetType(), static (type, self) =>
    {
        var builder = new ModelBuilder();
        foreach (var property in SetProperties(type))
        {
            builder.Entity(property.PropertyType.GetGenericArguments()[0], property.Name);
        }

        self.OnModelCreating(builder);
        return builder.Build();
    }, context);

    private static IEnumerable<PropertyInfo> SetProperties(Type type)
        => type.GetProperties().Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(EntitySet<>));

    // Properties with a setter are filled, as users of EF expect.
    private void FillSets()
    {
        foreach (var property in SetProperties(GetType()).Where(p => p.CanWrite))
        {
            property.SetValue(this, typeof(AlchemyContext).GetMethod(nameof(Set))!.MakeGenericMethod(property.PropertyType.GetGenericArguments()).Invoke(this, null));
        }
    }
}
