namespace Alchemy.Tests;

/// <summary>Something that reads SQL.</summary>
internal interface ISyntaxJudge
{
    /// <summary>Whether it reads CREATE, ALTER and DROP too.</summary>
    bool ReadsDefinitions => true;

    /// <summary>What it has against each statement; null for one that it reads.</summary>
    IReadOnlyList<string?> Errors(IReadOnlyList<string> statements);
}
