namespace Alchemy;

/// <summary>Something happened to a transaction or to a savepoint in it.</summary>
/// <param name="Connection">The connection it is on.</param>
/// <param name="Savepoint">The savepoint's name; null for the transaction itself.</param>
public sealed record TransactionEvent(Connection Connection, string? Savepoint);
