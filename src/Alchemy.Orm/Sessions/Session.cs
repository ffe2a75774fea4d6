using Alchemy.Internals;

namespace Alchemy;

/// <summary>A unit of work: every row is one object, changes are found by comparing, and a flush writes them in the right order. Not for two threads at once.</summary>
/// <remarks>Outside of a transaction each query borrows a connection. The first flush begins a transaction that lasts until <see cref="Commit"/> or <see cref="Rollback"/>.</remarks>
/// <example><code>using var session = new Session(engine, model);
/// var order = session.Get&lt;Order&gt;(5)!;
/// order.Total = 12.5m;
/// session.Commit();   // BEGIN; UPDATE orders SET total = ? WHERE id = ?; COMMIT</code></example>
public sealed partial class Session : IDisposable, IAsyncDisposable
{
    private readonly IEngineResolver _engines;

    /// <summary>A session on one database.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="model">The mapping.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    public Session(Engine engine, Model model, SessionOptions? options = null)
        : this(new SingleEngine(engine), model, options)
    {
    }

    /// <summary>A session on several databases.</summary>
    /// <param name="engines">Chooses the database of each operation.</param>
    /// <param name="model">The mapping.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    public Session(IEngineResolver engines, Model model, SessionOptions? options = null)
    {
        (_engines, Model, Options) = (engines, model, options ?? new SessionOptions());
        States = new SessionStates(model);
    }

    /// <summary>The mapping.</summary>
    public Model Model { get; }

    /// <summary>How it behaves.</summary>
    public SessionOptions Options { get; }

    /// <summary>True while a transaction is open.</summary>
    public bool InTransaction => Frame is not null;

    internal SessionStates States { get; }

    internal SessionConnections Connections { get; } = new();

    /// <summary>Adds an object and all that it leads to: the next flush inserts them. An object that is marked for deletion is unmarked; one that is persistent stays so.</summary>
    /// <exception cref="UnmappedTypeException">The type is not mapped.</exception>
    public StateEntry Add(object entity)
    {
        ThrowIfDisposed();
        if (States.Find(entity) is { } known)
        {
            known.IsMarkedDeleted = false;
            return known;
        }

        return States.Add(entity);
    }

    /// <summary>Marks an object: the next flush deletes its row. One that was only added is forgotten.</summary>
    /// <exception cref="SessionStateException">The session does not know the object.</exception>
    public void Delete(object entity)
    {
        var state = StateOf(entity);
        if (state.Status is EntityState.Pending)
        {
            States.Forget(state);
        }
        else
        {
            state.IsMarkedDeleted = true;
        }
    }

    /// <summary>Takes an object that has a row, such as one that came from elsewhere, as unchanged; and with it the objects that it leads to. Those among them whose key is not set are added: the next flush inserts them.</summary>
    /// <exception cref="SessionStateException">The session has another object with one of the keys, or the object's own key is not set. Then nothing is attached.</exception>
    public StateEntry Attach(object entity)
    {
        ThrowIfDisposed();
        return States.Find(entity) ?? new GraphAttachment(this).Attach(entity);
    }

    /// <summary>What the session knows of an object; null when it does not know it.</summary>
    public StateEntry? Find(object entity) => States.Find(entity);

    /// <summary>Forgets an object; its unflushed changes are not written.</summary>
    /// <exception cref="SessionStateException">The session does not know the object.</exception>
    public void Evict(object entity)
    {
        var state = StateOf(entity);
        States.Untrack(state);
        state.Status = EntityState.Detached;
    }

    /// <summary>Forgets every object; unflushed changes are not written.</summary>
    public void Clear() => States.Clear();

    /// <summary>Marks an object as stale: the next query or <see cref="Refresh"/> that meets it overwrites what the program has not changed. Its values stay until then.</summary>
    public void Expire(object entity) => StateOf(entity).IsStale = true;

    /// <summary>Marks every object as stale.</summary>
    public void ExpireAll()
    {
        foreach (var state in States.Maps.States)
        {
            state.IsStale = true;
        }
    }

    /// <summary>Rolls back what is open and forgets every object.</summary>
    public void Dispose() => DisposeCore(IOBehavior.Synchronous).Completed();

    /// <summary>Rolls back what is open and forgets every object.</summary>
    public ValueTask DisposeAsync() => DisposeCore(IOBehavior.Asynchronous);

    private async ValueTask DisposeCore(IOBehavior io)
    {
        if (!IsDisposed)
        {
            IsDisposed = true;
            Frame = null;
            States.Clear();
            await Connections.DisposeCore(io).ConfigureAwait(false);
        }
    }

    internal bool IsDisposed { get; private set; }

    internal StateEntry StateOf(object entity)
    {
        ThrowIfDisposed();
        return States.Find(entity) ?? throw new SessionStateException($"The session does not know this {entity.GetType().Name}: it was never added or loaded, or it was evicted. Call Add or Attach.");
    }

    internal EngineTarget Target(Mapper root, OperationKind kind, StateEntry? state = null) => _engines.Resolve(new EngineRequest([root], kind, state?.IdentityToken));

    internal EngineTarget Target(IReadOnlyList<Mapper> roots, OperationKind kind) => _engines.Resolve(new EngineRequest(roots, kind));

    internal void ThrowIfDisposed()
    {
        if (IsDisposed)
        {
            throw new SessionStateException("The session was disposed: open another.");
        }
    }
}
