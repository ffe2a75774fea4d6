namespace Alchemy;

/// <summary>How a transaction begins; what it does not say is the database's default. It is for one transaction: the next one on the connection, or the pool's next user, does not see it.</summary>
/// <example><code>using var transaction = connection.Begin(new TransactionOptions { Isolation = IsolationLevel.Serializable, IsReadOnly = true });   // PostgreSQL: BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY</code></example>
public sealed record TransactionOptions
{
    /// <summary>Nothing special: the database's own defaults.</summary>
    public static TransactionOptions Default { get; } = new();

    /// <summary>What it sees of other transactions; null (the default) for what the connection has.</summary>
    public IsolationLevel? Isolation { get; init; }

    /// <summary>True for a transaction whose writes the database refuses; false by default. SQL Server has none.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>True for a serializable, read-only transaction that waits at its begin until it can neither fail nor make others fail; false by default. PostgreSQL only.</summary>
    public bool IsDeferrable { get; init; }

    /// <summary>When it takes the lock of the database's one writer; at its first write by default.</summary>
    public WriteLock WriteLock { get; init; }
}
