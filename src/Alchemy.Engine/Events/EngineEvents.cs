using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>What an engine tells of its work. Handlers run at once, on the thread that does the work, and on several threads when several connections are used.</summary>
/// <remarks>
/// <para>Nothing is made or measured for an event that nobody listens to. The values of parameters are in none of them. What an engine tells is logged too: see <see cref="EngineOptions.LoggerFactory"/>.</para>
/// <para>A handler's exception reaches the caller, and handlers after it are not called. One of <see cref="Rewriting"/> or <see cref="Executing"/> stops the statement;
/// any other comes too late to undo what was done. The connection stays in order.</para>
/// </remarks>
/// <example><code>engine.Events.Executed += e => Console.WriteLine($"{e.Elapsed.TotalMilliseconds} ms: {e.Text}");</code></example>
public sealed class EngineEvents
{
    private readonly EngineLoggers _log;

    internal EngineEvents(EngineLoggers log) => _log = log;

    /// <summary>The pool has opened a connection that no one has used yet.</summary>
    public event Action<ConnectionEvent>? Connected;

    /// <summary>A connection has left the pool for a user.</summary>
    public event Action<ConnectionEvent>? CheckedOut;

    /// <summary>A connection has come back, and is ready for its next user or about to be closed because it was lost.</summary>
    public event Action<ConnectionEvent>? CheckedIn;

    /// <summary>A connection was found to be lost: it is closed and not used again.</summary>
    public event Action<ConnectionEvent>? Invalidated;

    /// <summary>The pool has closed a connection.</summary>
    public event Action<ConnectionEvent>? Closed;

    /// <summary>A statement is about to be executed, and its text can be changed: say by a comment that names the tenant. Each connection keeps a prepared statement per text, so few texts are better than many.</summary>
    /// <example><code>engine.Events.Rewriting += e => e.Text = $"/* {tenant} */ {e.Text}";</code></example>
    public event Action<RewritingEvent>? Rewriting;

    /// <summary>A statement is about to be executed. The connection is taken by it: a handler cannot execute on it. One <see cref="Executed"/> or <see cref="Failed"/> follows.</summary>
    public event Action<ExecutingEvent>? Executing;

    /// <summary>A statement was executed; when it gives rows, none of them has been read yet.</summary>
    public event Action<ExecutedEvent>? Executed;

    /// <summary>A statement failed, or the reading of its rows did after it was executed, and what the caller gets can be changed. <see cref="Failed"/> follows.</summary>
    /// <example><code>engine.Events.Failing += e => e.Error = e.Error is ConstraintViolationException { Constraint: "uq_email" } taken ? new EmailTakenException(taken) : e.Error;</code></example>
    public event Action<FailingEvent>? Failing;

    /// <summary>A statement failed, or the reading of its rows did after it was executed.</summary>
    public event Action<FailedEvent>? Failed;

    /// <summary>A statement was compiled that has FROMs which nothing connects; see <see cref="EngineOptions.CartesianProducts"/>.</summary>
    public event Action<CartesianProduct>? CartesianProductFound;

    /// <summary>One of several servers was found to do something else than before: see <see cref="ServerEvent"/>.</summary>
    public event Action<ServerEvent>? ServerChanged;

    /// <summary>A transaction was begun, or a savepoint made.</summary>
    public event Action<TransactionEvent>? TransactionBegan;

    /// <summary>A transaction was committed, or a savepoint released: its work goes with the transaction.</summary>
    public event Action<TransactionEvent>? TransactionCommitted;

    /// <summary>A transaction was rolled back, also by giving back its connection, or the work since a savepoint was undone.</summary>
    public event Action<TransactionEvent>? TransactionRolledBack;

    internal bool IsRewritingHeard => Rewriting is not null;

    internal bool IsExecutedHeard => Executed is not null;

    internal void OnConnected(DriverConnection connection)
    {
        _log.Connections.ConnectionOpened(_log.Engine);
        Connected?.Invoke(new ConnectionEvent(connection));
    }

    internal void OnCheckedOut(DriverConnection connection)
    {
        _log.Connections.ConnectionCheckedOut(_log.Engine);
        CheckedOut?.Invoke(new ConnectionEvent(connection));
    }

    internal void OnCheckedIn(DriverConnection connection)
    {
        _log.Connections.ConnectionCheckedIn(_log.Engine);
        CheckedIn?.Invoke(new ConnectionEvent(connection));
    }

    internal void OnInvalidated(DriverConnection connection, Exception? error)
    {
        _log.Connections.ConnectionInvalidated(_log.Engine, error);
        Invalidated?.Invoke(new ConnectionEvent(connection, error));
    }

    internal void OnClosed(DriverConnection connection)
    {
        _log.Connections.ConnectionClosed(_log.Engine);
        Closed?.Invoke(new ConnectionEvent(connection));
    }

    internal void OnUnreachable(Exception error) => _log.Connections.ConnectionFailed(_log.Engine, error);

    internal void OnPoolTimeout(TimeSpan waited) => _log.Connections.PoolTimeout(_log.Engine, waited.TotalMilliseconds);

    internal string OnRewriting(Connection connection, string text, CompiledSql? compiled)
    {
        if (Rewriting is null)
        {
            return text;
        }

        var rewriting = new RewritingEvent(connection, text, compiled);
        Rewriting(rewriting);
        return rewriting.Text;
    }

    internal void OnExecuting(Connection connection, string text, CompiledSql? compiled) => Executing?.Invoke(new ExecutingEvent(connection, text, compiled));

    internal void OnExecuted(Connection connection, string text, TimeSpan elapsed, int affected) => Executed?.Invoke(new ExecutedEvent(connection, text, elapsed, affected));

    internal (Exception Error, bool IsDisconnect) OnFailing(Connection connection, string text, Exception original, Exception error, bool isDisconnect)
    {
        if (Failing is null)
        {
            return (error, isDisconnect);
        }

        var failing = new FailingEvent(connection, text, original, error, isDisconnect);
        Failing(failing);
        return (failing.Error, failing.IsDisconnect);
    }

    internal void OnFailed(Connection connection, string text, Exception error) => Failed?.Invoke(new FailedEvent(connection, text, error));

    internal void OnServerChanged(ServerEvent change)
    {
        _log.Connections.ServerChanged(_log.Engine, change.Server, change.Now, change.Before, change.Error);
        ServerChanged?.Invoke(change);
    }

    internal void OnCartesianProduct(CartesianProduct product)
    {
        _log.Statements.CartesianProduct(product);
        CartesianProductFound?.Invoke(product);
    }

    internal void OnBegan(Connection connection, string? savepoint = null)
    {
        if (savepoint is null)
        {
            _log.Transactions.TransactionBegan();
        }
        else
        {
            _log.Transactions.SavepointMade(savepoint);
        }

        TransactionBegan?.Invoke(new TransactionEvent(connection, savepoint));
    }

    internal void OnCommitted(Connection connection, string? savepoint = null)
    {
        if (savepoint is null)
        {
            _log.Transactions.TransactionCommitted();
        }
        else
        {
            _log.Transactions.SavepointReleased(savepoint);
        }

        TransactionCommitted?.Invoke(new TransactionEvent(connection, savepoint));
    }

    internal void OnRolledBack(Connection connection, string? savepoint = null)
    {
        if (savepoint is null)
        {
            _log.Transactions.TransactionRolledBack();
        }
        else
        {
            _log.Transactions.SavepointRolledBack(savepoint);
        }

        TransactionRolledBack?.Invoke(new TransactionEvent(connection, savepoint));
    }
}
