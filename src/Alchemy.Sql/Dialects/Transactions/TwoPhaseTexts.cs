namespace Alchemy;

/// <summary>The texts of a transaction that is prepared before it is committed.</summary>
/// <param name="Transaction">Its texts as long as it is not prepared.</param>
/// <param name="Prepare">What prepares it.</param>
/// <param name="CommitPrepared">What commits it when it is prepared, on any connection.</param>
/// <param name="RollbackPrepared">What rolls it back when it is prepared, on any connection.</param>
/// <param name="HoldsConnection">True when the connection takes no other statement until the prepared transaction has ended, and no other connection can end it before this one is closed.</param>
public sealed record TwoPhaseTexts(TransactionTexts Transaction, IReadOnlyList<string> Prepare, string CommitPrepared, string RollbackPrepared, bool HoldsConnection);
