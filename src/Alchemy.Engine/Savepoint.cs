using Alchemy.Internals;

namespace Alchemy;

/// <summary>A place inside a transaction that can be rolled back to. Disposing it without a release rolls back to it.</summary>
public sealed class Savepoint : IDisposable, IAsyncDisposable
{
    private readonly Transaction _transaction;
    private readonly Connection _connection;
    private readonly string _name;
    private bool _ended;

    internal Savepoint(Transaction transaction, Connection connection, string name) => (_transaction, _connection, _name) = (transaction, connection, name);

    internal bool HasEnded => _ended;

    private EngineEvents Events => _connection.Engine.Events;

    private DialectFacts Facts => _connection.Engine.Dialect.Facts;

    /// <summary>Keeps what was done since; it is committed with the transaction.</summary>
    public void Release() => ReleaseCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>Keeps what was done since; it is committed with the transaction.</summary>
    public Task ReleaseAsync(CancellationToken cancellationToken = default) => ReleaseCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Undoes what was done since.</summary>
    public void Rollback() => RollbackCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>Undoes what was done since.</summary>
    public Task RollbackAsync(CancellationToken cancellationToken = default) => RollbackCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Rolls back unless released.</summary>
    public void Dispose() => DisposeCore(IOBehavior.Synchronous).Completed();

    /// <summary>Rolls back unless released.</summary>
    public ValueTask DisposeAsync() => DisposeCore(IOBehavior.Asynchronous);

    // What the database has rolled back as a whole has no savepoints any more; the transaction's own end says so.
    private ValueTask DisposeCore(IOBehavior io) => !_ended && _transaction is { IsOpen: true, IsLost: false } ? RollbackCore(io, CancellationToken.None) : default;

    internal async ValueTask MarkCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await _connection.SendCore(io, Facts.Savepoint(_name), null, cancellationToken).ConfigureAwait(false);
        Events.OnBegan(_connection, _name);
    }

    internal async ValueTask ReleaseCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        _transaction.ThrowIfFailed();
        if (Facts.ReleaseSavepoint(_name) is { } text)
        {
            await _connection.SendCore(io, text, End, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            End();
        }

        Events.OnCommitted(_connection, _name);
    }

    internal async ValueTask RollbackCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        if (_transaction.IsLost)
        {
            _transaction.ThrowIfFailed();
        }

        await _connection.SendCore(io, Facts.RollbackToSavepoint(_name), Undone, cancellationToken).ConfigureAwait(false);
        Events.OnRolledBack(_connection, _name);
    }

    // Not before the database has done it: what could not be released can still be rolled back.
    private void End() => _ended = true;

    private void Undone()
    {
        End();
        _transaction.Recovered();
    }

    private void ThrowIfEnded()
    {
        _transaction.ThrowIfEnded();
        if (_ended)
        {
            throw new ConnectionStateException("The savepoint has ended: make another.");
        }
    }
}
