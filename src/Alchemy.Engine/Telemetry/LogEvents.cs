namespace Alchemy;

/// <summary>The ids of what engines log. They never change; 1xxx: statements, 2xxx: connections, 3xxx: transactions.</summary>
public static class LogEvents
{
    /// <summary>Debug: a statement is about to be executed.</summary>
    public const int StatementExecuting = 1001;

    /// <summary>Information: a statement was executed.</summary>
    public const int StatementExecuted = 1002;

    /// <summary>Warning: a statement took at least <see cref="EngineOptions.SlowStatement"/>.</summary>
    public const int StatementSlow = 1003;

    /// <summary>Error: a statement failed, or the reading of its rows did.</summary>
    public const int StatementFailed = 1004;

    /// <summary>Warning: a statement has FROMs that nothing connects; see <see cref="CartesianProducts.Warn"/>.</summary>
    public const int CartesianProduct = 1005;

    /// <summary>Debug: a connection was opened.</summary>
    public const int ConnectionOpened = 2001;

    /// <summary>Debug: a connection was closed.</summary>
    public const int ConnectionClosed = 2002;

    /// <summary>Trace: a connection left the pool for a user.</summary>
    public const int ConnectionCheckedOut = 2003;

    /// <summary>Trace: a connection came back to the pool.</summary>
    public const int ConnectionCheckedIn = 2004;

    /// <summary>Warning: a connection is not used again, because it was lost.</summary>
    public const int ConnectionInvalidated = 2005;

    /// <summary>Error: a connection could not be opened.</summary>
    public const int ConnectionFailed = 2006;

    /// <summary>Warning: no connection of the pool became free in time.</summary>
    public const int PoolTimeout = 2007;

    /// <summary>Warning: one of several servers was found to do something else than before.</summary>
    public const int ServerChanged = 2008;

    /// <summary>Debug: a transaction was begun.</summary>
    public const int TransactionBegan = 3001;

    /// <summary>Debug: a transaction was committed.</summary>
    public const int TransactionCommitted = 3002;

    /// <summary>Debug: a transaction was rolled back.</summary>
    public const int TransactionRolledBack = 3003;

    /// <summary>Debug: a savepoint was made.</summary>
    public const int SavepointMade = 3004;

    /// <summary>Debug: a savepoint was released.</summary>
    public const int SavepointReleased = 3005;

    /// <summary>Debug: the work since a savepoint was undone.</summary>
    public const int SavepointRolledBack = 3006;
}
