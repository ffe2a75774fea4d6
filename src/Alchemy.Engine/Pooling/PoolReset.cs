namespace Alchemy;

/// <summary>What is done to a connection that comes back to the pool.</summary>
public enum PoolReset
{
    /// <summary>What is open is rolled back, also what a text such as <c>BEGIN</c> began. Settings of the session stay: <c>SET</c>, temporary tables, locks of the session.</summary>
    Rollback,

    /// <summary>The session becomes as new. PostgreSQL: what <c>DISCARD ALL</c> does, but kept statements stay prepared. SQLite has nothing but its transaction. Elsewhere the connection is closed, as the providers have no reset that all can be asked for.
    /// What a handler of <see cref="EngineEvents.Connected"/> has set is lost: set it in <see cref="EngineEvents.CheckedOut"/>.</summary>
    Full,

    /// <summary>Nothing is sent, unless a <see cref="Transaction"/> is open: that is rolled back. A transaction that a text began stays open for the connection's next user.</summary>
    None,
}
