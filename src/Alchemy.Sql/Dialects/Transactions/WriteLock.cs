namespace Alchemy;

/// <summary>When a transaction takes the lock that a database as a whole has for its one writer: SQLite's. Where rows are locked by themselves there is no such lock.</summary>
public enum WriteLock
{
    /// <summary>At its first write, which may find another writer; the default. SQLite: <c>BEGIN</c></summary>
    WhenWriting,

    /// <summary>At its begin, so that no later statement fails because another wrote first. SQLite: <c>BEGIN IMMEDIATE</c>; elsewhere nothing.</summary>
    AtBegin,

    /// <summary>At its begin, and readers wait too. SQLite: <c>BEGIN EXCLUSIVE</c>; refused elsewhere.</summary>
    Exclusive,
}
