using Alchemy.Internals;

namespace Alchemy;

/// <summary>A place inside a transaction that can be rolled back to. Disposing it without a release rolls back to it.</summary>
public sealed class Savepoint : IDisposable, IAsyncDisposable
{
    private readonly Transaction _transaction;
    private readonly Connection _connection;
    private readonly string _quoted;
    private bool _ended;

    internal Savepoint(Transaction transaction, Connection connection, string name)
        => (_transaction, _connection, Name, _quoted) = (transaction, connection, name, connection.Engine.Dialect.Identifiers.Quote(name));

    /// <summary>Its name, without quotes.</summary>
    public string Name { get; }

    internal bool HasEnded => _ended;

    private EngineEvents Events => _connection.Engine.Events;

    private DialectFacts Facts => _connection.Engine.Dialect.Facts;

    /// <summary>Keeps what was done since; it is committed with the transaction.</summary>
    /// <exception cref="ConnectionStateException">It has ended, or a savepoint made after it is still open.</exception>
    public void Release() => ReleaseCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>Keeps what was done since; it is committed with the transaction.</summary>
    public Task ReleaseAsync(CancellationToken cancellationToken = default) => ReleaseCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Undoes what was done since. Savepoints made after it end too.</summary>
    /// <exception cref="ConnectionStateException">It has ended.</exception>
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
        await _connection.SendCore(io, Facts.Savepoint(_quoted), null, null, cancellationToken).ConfigureAwait(false);
        Events.OnBegan(_connection, Name);
    }

    internal async ValueTask ReleaseCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        _transaction.ThrowIfFailed();
        if (_transaction.Innermost is { } inner && !ReferenceEquals(inner, this))
        {
            throw new ConnectionStateException($"The savepoint '{inner.Name}' was made after '{Name}' and is still open: release it or roll it back first.");
        }

        if (Facts.ReleaseSavepoint(_quoted) is { } text)
        {
            await _connection.SendCore(io, text, Released, null, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Released();
        }

        Events.OnCommitted(_connection, Name);
    }

    internal async ValueTask RollbackCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        if (_transaction.IsLost)
        {
            _transaction.ThrowIfFailed();
        }

        await _connection.SendCore(io, Facts.RollbackToSavepoint(_quoted), Undone, null, cancellationToken).ConfigureAwait(false);
        Events.OnRolledBack(_connection, Name);
    }

    /// <summary>Not before the database has done it: what could not be released can still be rolled back.</summary>
    internal void End() => _ended = true;

    private void Released() => _transaction.Ended(this);

    private void Undone()
    {
        _transaction.Ended(this);
        _transaction.Recovered();
    }

    private void ThrowIfEnded()
    {
        _transaction.ThrowIfEnded();
        if (_ended)
        {
            throw new ConnectionStateException($"The savepoint '{Name}' has ended, by itself or with one that it was made in: make another.");
        }
    }
}
