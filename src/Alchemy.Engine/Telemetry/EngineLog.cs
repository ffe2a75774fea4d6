using Microsoft.Extensions.Logging;

namespace Alchemy.Internals;

/// <summary>Everything that engines log.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(LogEvents.StatementExecuting, LogLevel.Debug, "Executing {Statement} {Parameters}", SkipEnabledCheck = true)]
    public static partial void StatementExecuting(this ILogger log, string statement, string parameters);

    [LoggerMessage(LogEvents.StatementExecuted, LogLevel.Information, "Executed in {ElapsedMilliseconds} ms, {RowsAffected} rows changed: {Statement} {Parameters}", SkipEnabledCheck = true)]
    public static partial void StatementExecuted(this ILogger log, double elapsedMilliseconds, int rowsAffected, string statement, string parameters);

    [LoggerMessage(LogEvents.StatementSlow, LogLevel.Warning, "Slow: {ElapsedMilliseconds} ms for {Statement} {Parameters}", SkipEnabledCheck = true)]
    public static partial void StatementSlow(this ILogger log, double elapsedMilliseconds, string statement, string parameters);

    [LoggerMessage(LogEvents.StatementFailed, LogLevel.Error, "Failed: {Statement} {Parameters}", SkipEnabledCheck = true)]
    public static partial void StatementFailed(this ILogger log, Exception error, string statement, string parameters);

    [LoggerMessage(LogEvents.CartesianProduct, LogLevel.Warning, "{Product}")]
    public static partial void CartesianProduct(this ILogger log, CartesianProduct product);

    [LoggerMessage(LogEvents.ConnectionOpened, LogLevel.Debug, "Opened a connection of {Engine}")]
    public static partial void ConnectionOpened(this ILogger log, string engine);

    [LoggerMessage(LogEvents.ConnectionClosed, LogLevel.Debug, "Closed a connection of {Engine}")]
    public static partial void ConnectionClosed(this ILogger log, string engine);

    [LoggerMessage(LogEvents.ConnectionCheckedOut, LogLevel.Trace, "A connection of {Engine} left the pool")]
    public static partial void ConnectionCheckedOut(this ILogger log, string engine);

    [LoggerMessage(LogEvents.ConnectionCheckedIn, LogLevel.Trace, "A connection of {Engine} came back to the pool")]
    public static partial void ConnectionCheckedIn(this ILogger log, string engine);

    [LoggerMessage(LogEvents.ConnectionInvalidated, LogLevel.Warning, "A connection of {Engine} is not used again: it was lost")]
    public static partial void ConnectionInvalidated(this ILogger log, string engine, Exception? error);

    [LoggerMessage(LogEvents.ConnectionFailed, LogLevel.Error, "{Engine} cannot be reached")]
    public static partial void ConnectionFailed(this ILogger log, string engine, Exception error);

    [LoggerMessage(LogEvents.PoolTimeout, LogLevel.Warning, "No connection of {Engine} became free in {WaitedMilliseconds} ms")]
    public static partial void PoolTimeout(this ILogger log, string engine, double waitedMilliseconds);

    [LoggerMessage(LogEvents.ServerChanged, LogLevel.Warning, "{Server} of {Engine} is {Now}, and was {Before}")]
    public static partial void ServerChanged(this ILogger log, string engine, EngineServer server, ServerRole now, ServerRole before, Exception? error);

    [LoggerMessage(LogEvents.TransactionBegan, LogLevel.Debug, "Began a transaction")]
    public static partial void TransactionBegan(this ILogger log);

    [LoggerMessage(LogEvents.TransactionCommitted, LogLevel.Debug, "Committed the transaction")]
    public static partial void TransactionCommitted(this ILogger log);

    [LoggerMessage(LogEvents.TransactionRolledBack, LogLevel.Debug, "Rolled back the transaction")]
    public static partial void TransactionRolledBack(this ILogger log);

    [LoggerMessage(LogEvents.SavepointMade, LogLevel.Debug, "Made savepoint {Savepoint}")]
    public static partial void SavepointMade(this ILogger log, string savepoint);

    [LoggerMessage(LogEvents.SavepointReleased, LogLevel.Debug, "Released savepoint {Savepoint}")]
    public static partial void SavepointReleased(this ILogger log, string savepoint);

    [LoggerMessage(LogEvents.SavepointRolledBack, LogLevel.Debug, "Rolled back to savepoint {Savepoint}")]
    public static partial void SavepointRolledBack(this ILogger log, string savepoint);
}
