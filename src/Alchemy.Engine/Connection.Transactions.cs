using System.Data;
using Alchemy.Internals;

namespace Alchemy;

public sealed partial class Connection
{
    private bool _isOnce;

    /// <summary>The open transaction, or null.</summary>
    public Transaction? Transaction { get; internal set; }

    /// <summary>Begins a transaction; disposing it without a commit rolls it back.</summary>
    /// <param name="options">How it begins; null for <see cref="ExecutionOptions.Transaction"/> of <see cref="Options"/>.</param>
    /// <exception cref="ConnectionStateException">A transaction is open.</exception>
    /// <exception cref="CompileException">The database does not have what the options ask for; the message names it.</exception>
    public Transaction Begin(TransactionOptions? options = null) => BeginCore(IOBehavior.Synchronous, options, CancellationToken.None).Completed();

    /// <inheritdoc cref="Begin"/>
    public Task<Transaction> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default) => BeginCore(IOBehavior.Asynchronous, options, cancellationToken).AsTask();

    /// <summary>Commits the open transaction, whoever began it. With <see cref="ExecutionOptions.Autobegin"/>, nothing when none is open.</summary>
    /// <exception cref="ConnectionStateException">No transaction is open, and statements commit by themselves; or a statement has failed it.</exception>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public void Commit() => Open("commit")?.Commit();

    /// <inheritdoc cref="Commit"/>
    public Task CommitAsync(CancellationToken cancellationToken = default) => Open("commit")?.CommitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Rolls the open transaction back, whoever began it. With <see cref="ExecutionOptions.Autobegin"/>, nothing when none is open.</summary>
    /// <exception cref="ConnectionStateException">No transaction is open, and statements commit by themselves.</exception>
    public void Rollback() => Open("roll back")?.Rollback();

    /// <inheritdoc cref="Rollback"/>
    public Task RollbackAsync(CancellationToken cancellationToken = default) => Open("roll back")?.RollbackAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>The isolation level of the open transaction; when none is open, of the next one that says nothing of it. Asks the database, unless the transaction was begun with a level.</summary>
    /// <exception cref="CompileException">The database does not tell it: Oracle.</exception>
    public IsolationLevel GetIsolation() => IsolationCore(IOBehavior.Synchronous, isDefault: false, CancellationToken.None).Completed();

    /// <inheritdoc cref="GetIsolation"/>
    public Task<IsolationLevel> GetIsolationAsync(CancellationToken cancellationToken = default) => IsolationCore(IOBehavior.Asynchronous, isDefault: false, cancellationToken).AsTask();

    /// <summary>The isolation level that the database gives to transactions that ask for none, whatever the open one has.</summary>
    /// <exception cref="CompileException">The database does not tell it: Oracle.</exception>
    public IsolationLevel GetDefaultIsolation() => IsolationCore(IOBehavior.Synchronous, isDefault: true, CancellationToken.None).Completed();

    /// <inheritdoc cref="GetDefaultIsolation"/>
    public Task<IsolationLevel> GetDefaultIsolationAsync(CancellationToken cancellationToken = default) => IsolationCore(IOBehavior.Asynchronous, isDefault: true, cancellationToken).AsTask();

    private bool BeginsByItself => Options.Autobegin && Transaction is null;

    internal async ValueTask<Transaction> BeginCore(IOBehavior io, TransactionOptions? options, CancellationToken cancellationToken)
    {
        var asked = options ?? Options.Transaction ?? TransactionOptions.Default;
        return await BeginCore(io, asked, Engine.Dialect.Facts.Transaction(asked), cancellationToken).ConfigureAwait(false);
    }

    internal async ValueTask<Transaction> BeginCore(IOBehavior io, TransactionOptions options, TransactionTexts texts, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        if (_isOnce)
        {
            throw new ConnectionStateException("The connection is for the one transaction that engine.Begin() began: use Transaction.Savepoint() inside it, or engine.Connect() for several transactions.");
        }

        if (Transaction is not null)
        {
            throw new ConnectionStateException(Options.Autobegin
                ? "A transaction is open: with Autobegin the first statement has begun it. Commit() or Rollback() the connection first, or use Transaction.Savepoint()."
                : "The connection has an open transaction: commit it or roll it back first, or use Transaction.Savepoint().");
        }

        cancellationToken.ThrowIfCancellationRequested();
        var transaction = new Transaction(this, options, texts);
        await transaction.BeginCore(io, cancellationToken).ConfigureAwait(false);
        return transaction;
    }

    /// <summary>Begins the one transaction that the connection will have.</summary>
    internal async ValueTask BeginOnceCore(IOBehavior io, TransactionOptions? options, CancellationToken cancellationToken)
    {
        await BeginCore(io, options, cancellationToken).ConfigureAwait(false);
        _isOnce = true;
    }

    /// <summary>Refuses what must not be executed, and begins the transaction where the first statement does.</summary>
    internal async ValueTask ReadyCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ThrowIfUnusable();
        cancellationToken.ThrowIfCancellationRequested();
        if (BeginsByItself)
        {
            await BeginCore(io, null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the connection its settings back. What had to be kept is committed: where that fails, the connection is not used again.</summary>
    internal async ValueTask RestoreCore(IOBehavior io, IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            try
            {
                if (_connection.Ado.State is ConnectionState.Open)
                {
                    await SendCore(io, text, null, null, CancellationToken.None).ConfigureAwait(false);
                }
            }
            catch (Exception unable)
            {
                Discard();
                if (unable is not DatabaseException)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Nobody knows what a statement that failed has begun: nothing of it stays, or the connection is not used again. The caller has the error to throw.</summary>
    internal async ValueTask ResetCore(IOBehavior io, IReadOnlyList<string> restore)
    {
        try
        {
            if (_connection.Ado.State is ConnectionState.Open)
            {
                await _connection.ReturnCore(io).ConfigureAwait(false);
            }

            await RestoreCore(io, restore).ConfigureAwait(false);
        }
        catch (Exception unable) when (Engine.Driver.Describe(unable) is not null)
        {
            Discard();
        }
    }

    /// <summary>Closes the provider's connection: the pool does not keep it.</summary>
    internal void Discard() => _connection.Ado.Close();

    // The pool rolls back what is open, but knows nothing of settings.
    private async ValueTask LeaveCleanCore(IOBehavior io)
    {
        try
        {
            if (Transaction is { LeavesTraces: true } open)
            {
                await open.RollbackCore(io, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (DatabaseException)
        {
            // It was told where it happened; what could not be rolled back, ends with the connection.
            Discard();
        }

        if (_holdsPrepared)
        {
            Discard();
        }
    }

    private async ValueTask<IsolationLevel> IsolationCore(IOBehavior io, bool isDefault, CancellationToken cancellationToken)
    {
        if (!isDefault && Transaction?.Options.Isolation is { } level)
        {
            return level;
        }

        var facts = Engine.Dialect.Facts;
        var told = Sql.Text(isDefault ? facts.DefaultIsolationQuery : facts.IsolationQuery).Columns(Sql.Column("level", SqlTypes.Text));
        using var result = await ExecuteCore(io, told, Options with { Autobegin = false }, [], cancellationToken).ConfigureAwait(false);
        var words = (io is IOBehavior.Synchronous ? result.Scalar<string>() : await result.ScalarAsync<string>(cancellationToken).ConfigureAwait(false))!;
        return DialectFacts.ParseIsolation(words) ?? throw new ResultShapeException($"The database tells the isolation level '{words}', which is none that is known.");
    }

    private Transaction? Open(string what)
    {
        ThrowIfClosed();
        return Transaction ?? (Options.Autobegin && !_isOnce ? null : throw new ConnectionStateException(_isOnce
            ? "The transaction of engine.Begin() has ended: begin another block."
            : $"There is nothing to {what}: no transaction is open, and each statement has committed by itself. Call Begin(), or set ExecutionOptions.Autobegin."));
    }

    private void ThrowIfUnusable()
    {
        ThrowIfClosed();
        Transaction?.ThrowIfFailed();
        ThrowIfLost();
        if (_isOnce && Transaction is null)
        {
            throw new ConnectionStateException("The transaction of engine.Begin() has ended, and the statement would commit by itself: begin another block, or use engine.Connect().");
        }
    }
}
