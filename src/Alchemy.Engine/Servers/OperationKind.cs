namespace Alchemy;

/// <summary>What an operation does.</summary>
public enum OperationKind
{
    /// <summary>It reads: of several servers a standby may do it.</summary>
    Read,

    /// <summary>It writes, or is in a transaction that may write: of several servers the primary does it.</summary>
    Write,
}
