using Alchemy.Internals;

namespace Alchemy;

/// <summary>A transaction or savepoint of a session. Disposing it without <see cref="Commit"/> rolls it back, and the objects with it.</summary>
public sealed class SessionTransaction : IDisposable, IAsyncDisposable
{
    private readonly Session _session;
    private readonly TransactionFrame _frame;
    private bool _ended;

    internal SessionTransaction(Session session, TransactionFrame frame) => (_session, _frame) = (session, frame);

    /// <summary>True for a savepoint inside a transaction.</summary>
    public bool IsSavepoint => _frame.Savepoint > 0;

    /// <summary>Flushes and keeps what was done: COMMIT, or RELEASE SAVEPOINT.</summary>
    /// <exception cref="SessionStateException">It has ended, or a savepoint inside it is open.</exception>
    public void Commit() => CommitCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="Commit"/>
    public Task CommitAsync(CancellationToken cancellationToken = default) => CommitCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Undoes what was done since, in the database and in the objects.</summary>
    /// <param name="keepEdits">True to keep edits that no flush has seen.</param>
    /// <exception cref="SessionStateException">It has ended, or a savepoint inside it is open.</exception>
    public void Rollback(bool keepEdits = false) => RollbackCore(IOBehavior.Synchronous, keepEdits, CancellationToken.None).Completed();

    /// <inheritdoc cref="Rollback"/>
    public Task RollbackAsync(bool keepEdits = false, CancellationToken cancellationToken = default) => RollbackCore(IOBehavior.Asynchronous, keepEdits, cancellationToken).AsTask();

    /// <summary>Rolls back unless it has ended.</summary>
    public void Dispose() => DisposeCore(IOBehavior.Synchronous).Completed();

    /// <summary>Rolls back unless it has ended.</summary>
    public ValueTask DisposeAsync() => DisposeCore(IOBehavior.Asynchronous);

    private ValueTask DisposeCore(IOBehavior io)
        => !_ended && !_session.IsDisposed && Contains(_session.Frame) ? RollbackCore(io, keepEdits: false, CancellationToken.None) : default;

    private async ValueTask CommitCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        await (IsSavepoint ? _session.ReleaseCore(io, _frame, cancellationToken) : _session.CommitCore(io, cancellationToken)).ConfigureAwait(false);
        _ended = true;
    }

    private async ValueTask RollbackCore(IOBehavior io, bool keepEdits, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        _ended = true;
        await (IsSavepoint ? _session.RollbackToCore(io, _frame, keepEdits, cancellationToken) : _session.RollbackCore(io, keepEdits, cancellationToken)).ConfigureAwait(false);
    }

    private void ThrowIfEnded()
    {
        if (_ended || !Contains(_session.Frame))
        {
            throw new SessionStateException("The transaction has ended: begin another.");
        }
    }

    private bool Contains(TransactionFrame? open)
    {
        for (; open is not null; open = open.Outer)
        {
            if (ReferenceEquals(open, _frame))
            {
                return true;
            }
        }

        return false;
    }
}
