namespace Alchemy;

/// <summary>How much a transaction sees of others that run at the same time. Not every database has every level, and what one of the same name allows differs: docs/engine.md tells what was measured.</summary>
public enum IsolationLevel
{
    /// <summary>It may see what others have not committed.</summary>
    ReadUncommitted,

    /// <summary>Each statement sees what was committed before it.</summary>
    ReadCommitted,

    /// <summary>A row that was read is the same when it is read again.</summary>
    RepeatableRead,

    /// <summary>Every statement sees what was committed when the transaction began; SQL Server's and Oracle's word.</summary>
    Snapshot,

    /// <summary>The outcome is one that transactions could have had which ran one after the other.</summary>
    Serializable,
}
