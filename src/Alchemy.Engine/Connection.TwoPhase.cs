using System.Text;
using Alchemy.Internals;

namespace Alchemy;

public sealed partial class Connection
{
    private bool _holdsPrepared;

    /// <summary>Begins a transaction that can be prepared before it is committed. PostgreSQL (whose <c>max_prepared_transactions</c> must be more than 0), MariaDB and MySQL have them.</summary>
    /// <param name="id">Its name: up to 64 letters, digits and <c>_ - . :</c>, unique on the server; null (the default) for one that is made up.</param>
    /// <exception cref="CompileException">The database has none.</exception>
    /// <exception cref="ConnectionStateException">A transaction is open.</exception>
    /// <exception cref="InvalidStatementException">The name has other characters.</exception>
    public TwoPhaseTransaction BeginTwoPhase(string? id = null) => BeginTwoPhaseCore(IOBehavior.Synchronous, id, CancellationToken.None).Completed();

    /// <inheritdoc cref="BeginTwoPhase"/>
    public Task<TwoPhaseTransaction> BeginTwoPhaseAsync(string? id = null, CancellationToken cancellationToken = default) => BeginTwoPhaseCore(IOBehavior.Asynchronous, id, cancellationToken).AsTask();

    /// <summary>The names of the transactions that are prepared and wait for their second phase, whoever prepared them: on PostgreSQL those of this database, on MariaDB and MySQL those of the server.</summary>
    /// <exception cref="CompileException">The database has none.</exception>
    public IReadOnlyList<string> PreparedTransactions() => PreparedTransactionsCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="PreparedTransactions"/>
    public Task<IReadOnlyList<string>> PreparedTransactionsAsync(CancellationToken cancellationToken = default) => PreparedTransactionsCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Commits a prepared transaction by its name: <c>COMMIT PREPARED</c>, <c>XA COMMIT</c>. MariaDB allows it when the connection that prepared it was closed.</summary>
    /// <exception cref="DatabaseException">There is none of that name.</exception>
    /// <exception cref="ConnectionStateException">A transaction is open on this connection.</exception>
    public void CommitPrepared(string id) => EndPreparedCore(IOBehavior.Synchronous, id, t => t.CommitPrepared, CancellationToken.None).Completed();

    /// <inheritdoc cref="CommitPrepared"/>
    public Task CommitPreparedAsync(string id, CancellationToken cancellationToken = default) => EndPreparedCore(IOBehavior.Asynchronous, id, t => t.CommitPrepared, cancellationToken).AsTask();

    /// <summary>Rolls back a prepared transaction by its name: <c>ROLLBACK PREPARED</c>, <c>XA ROLLBACK</c>. MariaDB allows it when the connection that prepared it was closed.</summary>
    /// <exception cref="DatabaseException">There is none of that name.</exception>
    /// <exception cref="ConnectionStateException">A transaction is open on this connection.</exception>
    public void RollbackPrepared(string id) => EndPreparedCore(IOBehavior.Synchronous, id, t => t.RollbackPrepared, CancellationToken.None).Completed();

    /// <inheritdoc cref="RollbackPrepared"/>
    public Task RollbackPreparedAsync(string id, CancellationToken cancellationToken = default) => EndPreparedCore(IOBehavior.Asynchronous, id, t => t.RollbackPrepared, cancellationToken).AsTask();

    internal bool IsClosed => _disposed;

    /// <summary>A transaction was prepared, or a prepared one has ended.</summary>
    /// <param name="isHeld">True when the connection can do nothing else until then.</param>
    internal void Prepared(bool isHeld) => _holdsPrepared = isHeld;

    internal void TellEnded(TransactionState end)
    {
        if (end is TransactionState.Committed)
        {
            Engine.Events.OnCommitted(this);
        }
        else
        {
            Engine.Events.OnRolledBack(this);
        }
    }

    private async ValueTask<TwoPhaseTransaction> BeginTwoPhaseCore(IOBehavior io, string? id, CancellationToken cancellationToken)
    {
        var name = TransactionId.Checked(id ?? TransactionId.New());
        var texts = Engine.Dialect.Facts.TwoPhase(name);
        return new TwoPhaseTransaction(this, name, texts, await BeginCore(io, TransactionOptions.Default, texts.Transaction, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<IReadOnlyList<string>> PreparedTransactionsCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var facts = Engine.Dialect.Facts;
        var columns = facts.PreparedTransactionsColumns;
        var query = Sql.Text(facts.PreparedTransactions).Columns([.. columns.Select(c => Sql.Column(c))]);
        using var result = await ExecuteCore(io, query, Options with { Autobegin = false }, [], cancellationToken).ConfigureAwait(false);
        var ids = result.Scalars<object>(columns.Count - 1);
        // MariaDB's names are bytes.
        return [.. (io is IOBehavior.Synchronous ? ids.ToList() : await ids.ToListAsync(cancellationToken).ConfigureAwait(false)).Select(id => id is byte[] bytes ? Encoding.UTF8.GetString(bytes) : (string)id!)];
    }

    private async ValueTask EndPreparedCore(IOBehavior io, string id, Func<TwoPhaseTexts, string> text, CancellationToken cancellationToken)
    {
        var texts = Engine.Dialect.Facts.TwoPhase(TransactionId.Checked(id));
        if (Transaction is not null)
        {
            throw new ConnectionStateException("A transaction is open on this connection, and inside it no prepared one can be ended: end it first, or take another connection.");
        }

        ThrowIfUnusable();
        await SendCore(io, text(texts), null, null, cancellationToken).ConfigureAwait(false);
    }
}
