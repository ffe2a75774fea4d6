namespace Alchemy;

/// <summary>How a session behaves.</summary>
public sealed record SessionOptions
{
    /// <summary>True (the default) to flush before a query when it may read what has changed.</summary>
    public bool Autoflush { get; init; } = true;

    /// <summary>True to mark every object as stale after a commit; false by default: values stay and are trusted.</summary>
    public bool ExpireOnCommit { get; init; }
}
