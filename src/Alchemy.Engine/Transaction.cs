using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A transaction on a connection. Disposing it without a commit rolls it back.</summary>
public sealed class Transaction : IDisposable, IAsyncDisposable
{
    private readonly Connection _connection;
    private int _savepoints;
    private TransactionFate _fate;

    internal Transaction(Connection connection) => _connection = connection;

    private EngineEvents Events => _connection.Engine.Events;

    /// <summary>True until the transaction is committed or rolled back.</summary>
    public bool IsOpen => ReferenceEquals(_connection.Transaction, this);

    /// <summary><c>COMMIT</c></summary>
    /// <exception cref="ConnectionStateException">The transaction has ended, or a statement in it has failed it: nothing would be kept.</exception>
    public void Commit() => CommitCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary><c>COMMIT</c></summary>
    /// <exception cref="ConnectionStateException">The transaction has ended, or a statement in it has failed it: nothing would be kept.</exception>
    public Task CommitAsync(CancellationToken cancellationToken = default) => CommitCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary><c>ROLLBACK</c></summary>
    public void Rollback() => RollbackCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary><c>ROLLBACK</c></summary>
    public Task RollbackAsync(CancellationToken cancellationToken = default) => RollbackCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Marks a place to roll back to: <c>SAVEPOINT</c>. Disposing it without a release rolls back to it.</summary>
    public Savepoint Savepoint() => SavepointCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>Marks a place to roll back to: <c>SAVEPOINT</c>. Disposing it without a release rolls back to it.</summary>
    public Task<Savepoint> SavepointAsync(CancellationToken cancellationToken = default) => SavepointCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Rolls back unless committed.</summary>
    public void Dispose() => DisposeCore(IOBehavior.Synchronous).Completed();

    /// <summary>Rolls back unless committed.</summary>
    public ValueTask DisposeAsync() => DisposeCore(IOBehavior.Asynchronous);

    // Results that are still being read end first: some databases take no ROLLBACK before.
    internal async ValueTask DisposeCore(IOBehavior io)
    {
        if (IsOpen)
        {
            await _connection.EndReadingCore(io).ConfigureAwait(false);
            await RollbackCore(io, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>True while COMMIT is under way: a connection lost then leaves open what the database has done.</summary>
    internal bool IsCommitting { get; private set; }

    internal bool IsLost => _fate is TransactionFate.Ended;

    internal void ThrowIfEnded()
    {
        if (!IsOpen)
        {
            throw new ConnectionStateException("The transaction has ended: begin another.");
        }
    }

    internal void ThrowIfFailed()
    {
        if (_fate is not TransactionFate.Kept)
        {
            throw new ConnectionStateException(IsLost
                ? "The database has rolled the transaction back after an error: call Rollback(), then begin another and repeat its work."
                : "A statement of the transaction has failed, and the database keeps nothing of it: call Rollback(), or roll back to a savepoint made before.");
        }
    }

    /// <summary>An error happened in the transaction.</summary>
    internal void Met(TransactionFate fate) => _fate = fate > _fate ? fate : _fate;

    /// <summary>A savepoint made before the error was rolled back to.</summary>
    internal void Recovered() => _fate = TransactionFate.Kept;

    internal async ValueTask BeginCore(IOBehavior io, CancellationToken cancellationToken)
    {
        try
        {
            await _connection.SendCore(io, "BEGIN", () => _connection.Transaction = this, cancellationToken).ConfigureAwait(false);
            Events.OnBegan(_connection);
        }
        catch when (IsOpen)
        {
            // A handler threw, and the caller gets no transaction to end.
            await RollbackCore(io, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    internal async ValueTask CommitCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        ThrowIfFailed();
        IsCommitting = true;
        try
        {
            await _connection.SendCore(io, "COMMIT", End, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            IsCommitting = false;
        }

        Events.OnCommitted(_connection);
    }

    internal async ValueTask RollbackCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        if (IsLost)
        {
            End();
        }
        else
        {
            await _connection.SendCore(io, "ROLLBACK", End, cancellationToken).ConfigureAwait(false);
        }

        Events.OnRolledBack(_connection);
    }

    /// <summary>The connection goes back to the pool, which rolls back what is open.</summary>
    internal void Abandon()
    {
        End();
        Events.OnRolledBack(_connection);
    }

    internal async ValueTask<Savepoint> SavepointCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        ThrowIfFailed();
        var savepoint = new Savepoint(this, _connection, $"alchemy_{++_savepoints}");
        await savepoint.MarkCore(io, cancellationToken).ConfigureAwait(false);
        return savepoint;
    }

    private void End() => _connection.Transaction = null;
}
