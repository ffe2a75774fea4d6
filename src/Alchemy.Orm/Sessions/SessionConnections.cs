namespace Alchemy.Internals;

/// <summary>The connections of a session. Inside a transaction each engine has one, begun at its first use; outside, each operation borrows one.</summary>
internal sealed class SessionConnections
{
    private readonly Dictionary<Engine, Connection> _open = [];
    private Dictionary<Engine, EngineScope>? _scopes;
    private readonly List<Dictionary<Engine, Savepoint>> _savepoints = [];
    private TransactionOptions? _options;

    public bool InTransaction { get; private set; }

    /// <summary>True when a database has rolled its transaction back by itself.</summary>
    public bool IsLost => _open.Values.Any(c => c.Transaction is null or { IsLost: true });

    /// <summary>The number of savepoints that are open.</summary>
    public int Level => _savepoints.Count;

    /// <param name="options">How the databases' transactions begin; null for each connection's own.</param>
    public void Begin(TransactionOptions? options = null) => (InTransaction, _options) = (true, options);

    /// <summary>A connection for one operation; in a transaction always one that may write, so that it sees its own work.</summary>
    public async ValueTask<ConnectionLease> LeaseCore(IOBehavior io, Engine engine, OperationKind kind, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(engine, out var open))
        {
            return new ConnectionLease(open, Owned: false);
        }

        kind = InTransaction ? OperationKind.Write : kind;
        var connection = await (engine.Servers.Count > 1 ? Scope(engine).ConnectCore(io, kind, cancellationToken) : engine.ConnectCore(io, kind, null, cancellationToken)).ConfigureAwait(false);
        if (connection.Options.Autobegin)
        {
            // The session itself says what a transaction is; outside of one each statement commits.
            connection.Options = connection.Options with { Autobegin = false };
        }

        if (!InTransaction)
        {
            return new ConnectionLease(connection, Owned: true);
        }

        try
        {
            var transaction = await connection.BeginCore(io, _options, cancellationToken).ConfigureAwait(false);
            // An engine that joins late gets the savepoints that are open, so that rolling back to one undoes its work too.
            foreach (var level in _savepoints)
            {
                level[engine] = await transaction.SavepointCore(io, null, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            await connection.DisposeCore(io).ConfigureAwait(false);
            throw;
        }

        _open.Add(engine, connection);
        return new ConnectionLease(connection, Owned: false);
    }

    public async ValueTask CommitCore(IOBehavior io, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var connection in _open.Values)
            {
                await connection.Transaction!.CommitCore(io, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (_open.Values.All(c => c.Transaction is null))
            {
                await CloseCore(io).ConfigureAwait(false);
            }
        }
    }

    public async ValueTask RollbackCore(IOBehavior io, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var connection in _open.Values)
            {
                if (connection.Transaction is { } transaction)
                {
                    await transaction.RollbackCore(io, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await CloseCore(io).ConfigureAwait(false);
        }
    }

    /// <summary>A savepoint on every open connection.</summary>
    public async ValueTask<int> SavepointCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var level = new Dictionary<Engine, Savepoint>();
        foreach (var (engine, connection) in _open)
        {
            level.Add(engine, await connection.Transaction!.SavepointCore(io, null, cancellationToken).ConfigureAwait(false));
        }

        _savepoints.Add(level);
        return _savepoints.Count;
    }

    public async ValueTask ReleaseCore(IOBehavior io, int level, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var savepoint in _savepoints[level - 1].Values)
            {
                await savepoint.ReleaseCore(io, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            // What could not be released can still be rolled back; what was released when a handler threw, cannot.
            if (_savepoints[level - 1].Values.All(s => s.HasEnded))
            {
                Take(level);
            }
        }
    }

    public async ValueTask RollbackToCore(IOBehavior io, int level, CancellationToken cancellationToken)
    {
        // What the database has rolled back as a whole has no savepoints any more; the next statement says so.
        foreach (var savepoint in Take(level).TakeWhile(_ => !IsLost))
        {
            await savepoint.RollbackCore(io, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeCore(IOBehavior io) => CloseCore(io);

    private EngineScope Scope(Engine engine)
    {
        _scopes ??= [];
        if (!_scopes.TryGetValue(engine, out var scope))
        {
            _scopes.Add(engine, scope = new EngineScope(engine));
        }

        return scope;
    }

    // Savepoints inside the one that ends, end with it.
    private Dictionary<Engine, Savepoint>.ValueCollection Take(int level)
    {
        var savepoints = _savepoints[level - 1];
        _savepoints.RemoveRange(level - 1, _savepoints.Count - level + 1);
        return savepoints.Values;
    }

    private ValueTask CloseCore(IOBehavior io)
    {
        InTransaction = false;
        _savepoints.Clear();
        return CloseConnectionsCore(io);
    }

    // One that fails to close must not keep the others open.
    private async ValueTask CloseConnectionsCore(IOBehavior io)
    {
        if (_open.Count > 0)
        {
            var (engine, connection) = _open.First();
            _open.Remove(engine);
            try
            {
                await connection.DisposeCore(io).ConfigureAwait(false);
            }
            finally
            {
                await CloseConnectionsCore(io).ConfigureAwait(false);
            }
        }
    }
}

/// <summary>A connection for one operation; given back unless the transaction keeps it.</summary>
internal readonly record struct ConnectionLease(Connection Connection, bool Owned) : IDisposable
{
    public void Dispose()
    {
        if (Owned)
        {
            Connection.Dispose();
        }
    }
}
