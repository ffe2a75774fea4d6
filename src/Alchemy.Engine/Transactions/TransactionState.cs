namespace Alchemy;

/// <summary>What has become of a transaction.</summary>
public enum TransactionState
{
    /// <summary>It is open and takes statements.</summary>
    Active,

    /// <summary>It is open, but a statement of it has failed, and the database takes nothing more until it is rolled back, or rolled back to a savepoint: PostgreSQL.</summary>
    Failed,

    /// <summary>The database has rolled it back by itself: because of a deadlock, an error that ends it, or a COMMIT that it refused. <see cref="Transaction.Rollback"/> makes the connection ready for another.</summary>
    Lost,

    /// <summary>The connection was lost while it was being committed: nobody knows whether the database has kept it.</summary>
    InDoubt,

    /// <summary>It was committed.</summary>
    Committed,

    /// <summary>It was rolled back.</summary>
    RolledBack,

    /// <summary>It was prepared: see <see cref="TwoPhaseTransaction"/>.</summary>
    Prepared,
}
