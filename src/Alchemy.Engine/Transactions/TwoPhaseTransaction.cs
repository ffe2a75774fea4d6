using Alchemy.Internals;

namespace Alchemy;

/// <summary>A transaction in two phases: <see cref="Prepare"/> has the database promise that the commit will succeed, also after a crash, so that several databases can commit the same work. Disposing it without a commit rolls it back, prepared or not.</summary>
/// <remarks>Closing the connection leaves a prepared transaction, with its locks, until somebody ends it by its <see cref="Id"/>: see <see cref="Connection.PreparedTransactions"/>.</remarks>
/// <example><code>using var two = connection.BeginTwoPhase("order-17");
/// connection.Execute(insert);
/// two.Prepare();   // PREPARE TRANSACTION 'order-17'
/// two.Commit();    // COMMIT PREPARED 'order-17'</code></example>
public sealed class TwoPhaseTransaction : IDisposable, IAsyncDisposable
{
    private readonly Connection _connection;
    private readonly TwoPhaseTexts _texts;
    private TransactionState? _end;

    internal TwoPhaseTransaction(Connection connection, string id, TwoPhaseTexts texts, Transaction transaction) => (_connection, Id, _texts, Transaction) = (connection, id, texts, transaction);

    /// <summary>Its name, unique among the prepared transactions of the server.</summary>
    public string Id { get; }

    /// <summary>The transaction as it is before it is prepared, for its savepoints.</summary>
    public Transaction Transaction { get; }

    /// <summary>What has become of it.</summary>
    public TransactionState State => _end ?? Transaction.State;

    /// <summary>The first phase: what was done is kept by the database, still unseen by others, until <see cref="Commit"/> or <see cref="Rollback"/>.</summary>
    /// <exception cref="ConnectionStateException">It has ended, or a statement has failed it.</exception>
    /// <exception cref="DatabaseException">The database cannot promise it: the transaction is rolled back.</exception>
    public void Prepare() => PrepareCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="Prepare"/>
    public Task PrepareAsync(CancellationToken cancellationToken = default) => PrepareCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>The second phase; without <see cref="Prepare"/>, an ordinary commit.</summary>
    /// <exception cref="ConnectionStateException">It has ended, or a statement has failed it.</exception>
    public void Commit() => CommitCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="Commit"/>
    public Task CommitAsync(CancellationToken cancellationToken = default) => CommitCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Undoes what was done, prepared or not.</summary>
    /// <exception cref="ConnectionStateException">It has ended.</exception>
    public void Rollback() => RollbackCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="Rollback"/>
    public Task RollbackAsync(CancellationToken cancellationToken = default) => RollbackCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Rolls back unless committed.</summary>
    public void Dispose() => DisposeCore(IOBehavior.Synchronous).Completed();

    /// <summary>Rolls back unless committed.</summary>
    public ValueTask DisposeAsync() => DisposeCore(IOBehavior.Asynchronous);

    private bool IsPrepared => _end is TransactionState.Prepared;

    private async ValueTask DisposeCore(IOBehavior io)
    {
        if (Transaction.IsOpen)
        {
            await Transaction.DisposeCore(io).ConfigureAwait(false);
        }
        else if (IsPrepared && !_connection.IsClosed)
        {
            await RollbackCore(io, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask PrepareCore(IOBehavior io, CancellationToken cancellationToken)
    {
        Transaction.ThrowIfEnded();
        Transaction.ThrowIfFailed();
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await Transaction.SendCore(io, _texts.Prepare, TransactionState.Prepared, cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseException refused) when (Transaction.IsOpen && refused.Kind is not DatabaseErrorKind.Canceled)
        {
            Transaction.Met(Drivers.TransactionFate.Ended);
            throw;
        }
        finally
        {
            // A handler may throw when the database has done it.
            if (!Transaction.IsOpen)
            {
                _end = TransactionState.Prepared;
                _connection.Prepared(_texts.HoldsConnection);
            }
        }
    }

    private async ValueTask CommitCore(IOBehavior io, CancellationToken cancellationToken)
    {
        if (IsPrepared)
        {
            await EndCore(io, _texts.CommitPrepared, TransactionState.Committed, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await Transaction.CommitCore(io, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask RollbackCore(IOBehavior io, CancellationToken cancellationToken)
    {
        if (IsPrepared)
        {
            await EndCore(io, _texts.RollbackPrepared, TransactionState.RolledBack, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await Transaction.RollbackCore(io, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask EndCore(IOBehavior io, string text, TransactionState end, CancellationToken cancellationToken)
    {
        void Done()
        {
            _end = end;
            _connection.Prepared(isHeld: false);
        }

        await _connection.SendCore(io, text, Done, null, cancellationToken).ConfigureAwait(false);
        _connection.TellEnded(end);
    }
}
