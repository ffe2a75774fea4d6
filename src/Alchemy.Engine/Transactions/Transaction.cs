using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A transaction on a connection. Disposing it without a commit rolls it back.</summary>
public sealed class Transaction : IDisposable, IAsyncDisposable
{
    private readonly Connection _connection;
    private readonly TransactionTexts _texts;
    private readonly List<Savepoint> _savepoints = [];
    private TransactionFate _fate;
    private TransactionState _end;
    private bool _isInDoubt;
    private int _unnamed;

    internal Transaction(Connection connection, TransactionOptions options, TransactionTexts texts) => (_connection, Options, _texts) = (connection, options, texts);

    private EngineEvents Events => _connection.Engine.Events;

    /// <summary>How it began.</summary>
    public TransactionOptions Options { get; }

    /// <summary>True until the transaction is committed or rolled back.</summary>
    public bool IsOpen => ReferenceEquals(_connection.Transaction, this);

    /// <summary>What has become of it.</summary>
    public TransactionState State => _isInDoubt ? TransactionState.InDoubt : !IsOpen ? _end : _fate switch
    {
        TransactionFate.Kept => TransactionState.Active,
        TransactionFate.Failed => TransactionState.Failed,
        TransactionFate.Ended => TransactionState.Lost,
    };

    /// <summary><c>COMMIT</c>. When the database refuses it, <see cref="State"/> says what is left: SQLite's transaction can be mended and committed again, others have been rolled back.</summary>
    /// <exception cref="ConnectionStateException">The transaction has ended, or a statement in it has failed it: nothing would be kept.</exception>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public void Commit() => CommitCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="Commit"/>
    public Task CommitAsync(CancellationToken cancellationToken = default) => CommitCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary><c>ROLLBACK</c></summary>
    public void Rollback() => RollbackCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary><c>ROLLBACK</c></summary>
    public Task RollbackAsync(CancellationToken cancellationToken = default) => RollbackCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Marks a place to roll back to: <c>SAVEPOINT</c>; inside another one as well. Disposing it without a release rolls back to it.</summary>
    /// <param name="name">Its name, quoted where it needs that; null (the default) for one that is made up.</param>
    /// <exception cref="ConnectionStateException">An open savepoint of the transaction has that name.</exception>
    public Savepoint Savepoint(string? name = null) => SavepointCore(IOBehavior.Synchronous, name, CancellationToken.None).Completed();

    /// <inheritdoc cref="Savepoint"/>
    public Task<Savepoint> SavepointAsync(string? name = null, CancellationToken cancellationToken = default) => SavepointCore(IOBehavior.Asynchronous, name, cancellationToken).AsTask();

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

    /// <summary>True when a ROLLBACK alone does not make the connection ready for its next user.</summary>
    internal bool LeavesTraces => _texts.Restore.Count > 0 || _texts.Rollback.Count > 1;

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
            throw new ConnectionStateException(State switch
            {
                TransactionState.InDoubt => "The connection was lost while the transaction was being committed, and nobody knows whether it was kept: call Rollback(), look for its rows on another connection, and repeat its work if they are not there.",
                TransactionState.Lost => "The database has rolled the transaction back after an error: call Rollback(), then begin another and repeat its work.",
                _ => "A statement of the transaction has failed, and the database keeps nothing of it: call Rollback(), or roll back to a savepoint made before.",
            });
        }
    }

    /// <summary>An error happened in the transaction.</summary>
    internal void Met(TransactionFate fate) => _fate = fate > _fate ? fate : _fate;

    /// <summary>A savepoint ends, and with it those that were made inside it.</summary>
    internal void Ended(Savepoint savepoint)
    {
        var place = _savepoints.IndexOf(savepoint);
        foreach (var inner in place < 0 ? [] : _savepoints[place..])
        {
            inner.End();
        }

        _savepoints.RemoveRange(Math.Max(place, 0), place < 0 ? 0 : _savepoints.Count - place);
    }

    /// <summary>The savepoint that was made last and is still open.</summary>
    internal Savepoint? Innermost => _savepoints.LastOrDefault();

    /// <summary>A savepoint made before the error was rolled back to.</summary>
    internal void Recovered() => _fate = TransactionFate.Kept;

    internal async ValueTask BeginCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var sent = 0;
        try
        {
            foreach (var text in _texts.Begin)
            {
                await _connection.SendCore(io, text, ++sent == _texts.Begin.Count ? () => _connection.Transaction = this : null, null, cancellationToken).ConfigureAwait(false);
            }

            Events.OnBegan(_connection);
        }
        catch when (IsOpen)
        {
            // A handler threw, and the caller gets no transaction to end.
            await RollbackCore(io, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (Exception error) when (sent > 1 || error is OperationCanceledException or DatabaseException { Kind: DatabaseErrorKind.Canceled })
        {
            // What the caller does not know of must not be open, nor a level wait for the next transaction.
            await _connection.ResetCore(io, _texts.Restore).ConfigureAwait(false);
            throw;
        }
    }

    internal async ValueTask CommitCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        ThrowIfFailed();
        cancellationToken.ThrowIfCancellationRequested();
        IsCommitting = true;
        try
        {
            await SendCore(io, _texts.Commit, TransactionState.Committed, cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseException refused) when (IsOpen && refused.Kind is not DatabaseErrorKind.Canceled)
        {
            _isInDoubt = refused.Kind is DatabaseErrorKind.Disconnected;
            Met(_isInDoubt || _connection.Engine.Dialect.Facts.FailedCommitEndsTransaction ? TransactionFate.Ended : TransactionFate.Kept);
            throw;
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
            await EndLostCore(io).ConfigureAwait(false);
        }
        else
        {
            await SendCore(io, _texts.Rollback, TransactionState.RolledBack, cancellationToken).ConfigureAwait(false);
        }

        Events.OnRolledBack(_connection);
    }

    /// <summary>The texts that end it, then those that give the connection its settings back.</summary>
    internal async ValueTask SendCore(IOBehavior io, IReadOnlyList<string> texts, TransactionState end, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < texts.Count; i++)
            {
                await _connection.SendCore(io, texts[i], i == texts.Count - 1 ? () => End(end) : null, null, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (!IsOpen)
            {
                await _connection.RestoreCore(io, _texts.Restore).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The connection goes back to the pool, which rolls back what is open.</summary>
    internal void Abandon()
    {
        End(TransactionState.RolledBack);
        Events.OnRolledBack(_connection);
    }

    internal async ValueTask<Savepoint> SavepointCore(IOBehavior io, string? name, CancellationToken cancellationToken)
    {
        ThrowIfEnded();
        ThrowIfFailed();
        name ??= $"alchemy_{++_unnamed}";
        if (_savepoints.Exists(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ConnectionStateException($"The transaction has an open savepoint '{name}': choose another name, or release that one first.");
        }

        var savepoint = new Savepoint(this, _connection, name);
        await savepoint.MarkCore(io, cancellationToken).ConfigureAwait(false);
        _savepoints.Add(savepoint);
        return savepoint;
    }

    // Nothing is open any more; but a prepared kind of transaction keeps its connection until it is told.
    private async ValueTask EndLostCore(IOBehavior io)
    {
        End(TransactionState.RolledBack);
        if (_texts.Rollback.Count > 1)
        {
            _connection.Discard();
        }

        await _connection.RestoreCore(io, _texts.Restore).ConfigureAwait(false);
    }

    private void End(TransactionState state)
    {
        _end = state;
        _connection.Transaction = null;
    }
}
