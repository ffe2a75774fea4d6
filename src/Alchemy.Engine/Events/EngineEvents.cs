using System.Diagnostics;
using Alchemy.Drivers;

namespace Alchemy;

/// <summary>What an engine tells of its work. Handlers run at once, on the thread that does the work, and on several threads when several connections are used.</summary>
/// <remarks>
/// <para>Nothing is made or measured for an event that nobody listens to. The values of parameters are in none of them.</para>
/// <para>A handler's exception reaches the caller, and handlers after it are not called. One of <see cref="Executing"/> stops the statement;
/// any other comes too late to undo what was done. The connection stays in order.</para>
/// </remarks>
/// <example><code>engine.Events.Executed += e => Console.WriteLine($"{e.Elapsed.TotalMilliseconds} ms: {e.Text}");</code></example>
public sealed class EngineEvents
{
    /// <summary>The pool has opened a connection that no one has used yet.</summary>
    public event Action<ConnectionEvent>? Connected;

    /// <summary>A connection has left the pool for a user.</summary>
    public event Action<ConnectionEvent>? CheckedOut;

    /// <summary>A connection has come back, and is ready for its next user or about to be closed because it was lost.</summary>
    public event Action<ConnectionEvent>? CheckedIn;

    /// <summary>A statement is about to be executed. The connection is taken by it: a handler cannot execute on it. One <see cref="Executed"/> or <see cref="Failed"/> follows.</summary>
    public event Action<ExecutingEvent>? Executing;

    /// <summary>A statement was executed; when it gives rows, none of them has been read yet.</summary>
    public event Action<ExecutedEvent>? Executed;

    /// <summary>A statement failed, or the reading of its rows did after it was executed.</summary>
    public event Action<FailedEvent>? Failed;

    /// <summary>A statement was compiled that has FROMs which nothing connects; see <see cref="EngineOptions.CartesianProducts"/>.</summary>
    public event Action<CartesianProduct>? CartesianProductFound;

    /// <summary>A transaction was begun, or a savepoint made.</summary>
    public event Action<TransactionEvent>? TransactionBegan;

    /// <summary>A transaction was committed, or a savepoint released: its work goes with the transaction.</summary>
    public event Action<TransactionEvent>? TransactionCommitted;

    /// <summary>A transaction was rolled back, also by giving back its connection, or the work since a savepoint was undone.</summary>
    public event Action<TransactionEvent>? TransactionRolledBack;

    internal void OnConnected(DriverConnection connection) => Connected?.Invoke(new ConnectionEvent(connection));

    internal void OnCheckedOut(DriverConnection connection) => CheckedOut?.Invoke(new ConnectionEvent(connection));

    internal void OnCheckedIn(DriverConnection connection) => CheckedIn?.Invoke(new ConnectionEvent(connection));

    internal void OnExecuting(Connection connection, string text, CompiledSql? compiled) => Executing?.Invoke(new ExecutingEvent(connection, text, compiled));

    /// <summary>The time to measure from; 0 when nobody wants to know.</summary>
    internal long Now() => Executed is null ? 0 : Stopwatch.GetTimestamp();

    /// <summary>Tells of a statement's end. A handler that came while the statement ran hears of the next one.</summary>
    internal void OnExecuted(Connection connection, string text, long started, int affected)
    {
        if (started != 0)
        {
            Executed?.Invoke(new ExecutedEvent(connection, text, Stopwatch.GetElapsedTime(started), affected));
        }
    }

    internal void OnFailed(Connection connection, string text, Exception error) => Failed?.Invoke(new FailedEvent(connection, text, error));

    internal void OnCartesianProduct(CartesianProduct product) => CartesianProductFound?.Invoke(product);

    internal void OnBegan(Connection connection, string? savepoint = null) => TransactionBegan?.Invoke(new TransactionEvent(connection, savepoint));

    internal void OnCommitted(Connection connection, string? savepoint = null) => TransactionCommitted?.Invoke(new TransactionEvent(connection, savepoint));

    internal void OnRolledBack(Connection connection, string? savepoint = null) => TransactionRolledBack?.Invoke(new TransactionEvent(connection, savepoint));
}
