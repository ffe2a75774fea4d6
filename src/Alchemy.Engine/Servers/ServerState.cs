namespace Alchemy.Internals;

/// <summary>What is known of a server.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Position">How far it has written, or applied what its primary wrote; null where it does not tell.</param>
/// <param name="Lag">How far a standby is behind; null where it does not tell.</param>
/// <param name="At">When that was found out.</param>
/// <param name="Error">Why it counts as lost.</param>
internal sealed record ServerState(ServerRole Role, long? Position, TimeSpan? Lag, DateTimeOffset At, DatabaseException? Error = null)
{
    public static ServerState Unknown { get; } = new(ServerRole.Unknown, null, null, default);
}
