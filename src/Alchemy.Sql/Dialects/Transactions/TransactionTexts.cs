namespace Alchemy;

/// <summary>The texts of one transaction: each list is executed in order.</summary>
/// <param name="Begin">What begins it; the last one does.</param>
public sealed record TransactionTexts(IReadOnlyList<string> Begin)
{
    private static readonly string[] commit = ["COMMIT"];
    private static readonly string[] rollback = ["ROLLBACK"];

    /// <summary>A transaction of the database's own defaults: <c>BEGIN</c></summary>
    public static TransactionTexts Plain { get; } = new(["BEGIN"]);

    /// <summary>What commits it; <c>COMMIT</c> by default.</summary>
    public IReadOnlyList<string> Commit { get; init; } = commit;

    /// <summary>What rolls it back; <c>ROLLBACK</c> by default. A transaction that the server has ended by itself is no reason for an error.</summary>
    public IReadOnlyList<string> Rollback { get; init; } = rollback;

    /// <summary>What gives the connection its own settings back after the end; nothing by default.</summary>
    public IReadOnlyList<string> Restore { get; init; } = [];
}
