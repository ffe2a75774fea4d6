namespace Alchemy.Tests;

/// <summary>Something that reads SQL.</summary>
internal interface ISyntaxJudge
{
    /// <summary>Whether it reads CREATE, ALTER and DROP too.</summary>
    bool ReadsDefinitions => true;

    /// <summary>How many generated statements it can read in a test's time.</summary>
    int MostGenerated => 200;

    /// <summary>What it has against each statement; null for one that it reads.</summary>
    IReadOnlyList<string?> Errors(IReadOnlyList<string> statements);
}
