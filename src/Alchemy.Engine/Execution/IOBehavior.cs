namespace Alchemy;

/// <summary>Whether an operation may wait asynchronously. With <see cref="Synchronous"/> it is complete when it returns.</summary>
public enum IOBehavior
{
    /// <summary>Block until done.</summary>
    Synchronous,

    /// <summary>Return before it is done.</summary>
    Asynchronous,
}
