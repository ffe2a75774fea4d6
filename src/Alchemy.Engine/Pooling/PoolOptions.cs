namespace Alchemy;

/// <summary>How an engine's pool of open connections behaves.</summary>
/// <remarks>A private in-memory database has one connection that is never replaced, whatever is said here: it holds the data.</remarks>
/// <example><code>new EngineOptions { Pool = new PoolOptions { Size = 20, PrePing = true, Recycle = TimeSpan.FromHours(1) } }</code></example>
public sealed record PoolOptions
{
    /// <summary>How many connections are kept open; 10 by default, at least 1. They are opened when they are needed.</summary>
    public int Size
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Size), value, "A pool has at least one connection.");
    } = 10;

    /// <summary>How many connections more may be open while all are in use; 0 by default. They are closed when they come back and nobody waits for them.</summary>
    public int Overflow
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Overflow), value, "A number of connections is not negative.");
    }

    /// <summary>How long to wait for a connection when all are in use; 30 seconds by default. Who came first is served first.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True to ask the server whether it is still there before a connection leaves the pool, and to replace in silence one that is lost: a round trip per use. False (the default) to find out by the first statement, which then fails.</summary>
    public bool PrePing { get; init; }

    /// <summary>The age at which a connection is replaced when it is next asked for, for servers and firewalls that drop old ones; null (the default) for none.</summary>
    public TimeSpan? Recycle { get; init; }

    /// <summary>What is done to a connection that comes back, before its next user gets it; <see cref="PoolReset.Rollback"/> by default.</summary>
    public PoolReset Reset { get; init; }

    /// <summary>Which of the free connections is given next; <see cref="PoolOrder.LastInFirstOut"/> by default.</summary>
    public PoolOrder Order { get; init; }

    /// <summary>True to leave pooling to the provider: each <see cref="Connection"/> opens one of the provider's and its end disposes that, and no statement is kept prepared. False (the default) for the engine's own, which is faster.
    /// An engine made of a URL turns the provider's pooling on or off to match; one made of anything else takes it as it comes.</summary>
    public bool KeepsProviderPooling { get; init; }

    /// <summary>True to note where each connection was taken, with its stack, for <see cref="PoolLease.Caller"/> and the message of <see cref="PoolTimeoutException"/>; some microseconds per use. False by default: then its thread and its last statement tell.</summary>
    public bool TracksCallers { get; init; }

    /// <summary>The clock of ages and leases; the system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
