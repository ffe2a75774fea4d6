namespace Alchemy.Drivers;

/// <summary>What an error has done to the transaction it happened in.</summary>
public enum TransactionFate
{
    /// <summary>Nothing: the statement alone was undone.</summary>
    Kept,

    /// <summary>It takes no more statements until it is rolled back, or rolled back to a savepoint; a COMMIT would undo it in silence.</summary>
    Failed,

    /// <summary>The database has rolled it back: a further statement would commit by itself.</summary>
    Ended,
}
