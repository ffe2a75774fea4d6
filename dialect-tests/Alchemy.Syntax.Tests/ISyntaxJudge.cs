namespace Alchemy.Tests;

/// <summary>Something that reads SQL.</summary>
internal interface ISyntaxJudge
{
    /// <summary>What it has against each statement; null for one that it reads.</summary>
    IReadOnlyList<string?> Errors(IReadOnlyList<string> statements);
}
