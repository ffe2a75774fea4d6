namespace Alchemy;

/// <summary>What one of several servers does, as far as the engine knows.</summary>
public enum ServerRole
{
    /// <summary>It was not asked yet.</summary>
    Unknown,

    /// <summary>It takes writes.</summary>
    Primary,

    /// <summary>It follows a primary and can only be read.</summary>
    Standby,

    /// <summary>It could not be reached, lost a connection, or is cut off from its cluster. It is tried again after <see cref="ServerOptions.RetryAfter"/>, or when no other serves.</summary>
    Lost,
}
