namespace Alchemy;

/// <summary>A connection of a pool that somebody uses.</summary>
/// <param name="Connection">The connection's number in its pool, from 1, in the order they were opened.</param>
/// <param name="Since">When it was taken.</param>
/// <param name="Held">For how long it has been held.</param>
/// <param name="Thread">The managed id of the thread that took it.</param>
/// <param name="Caller">The method that took it, such as <c>Orders.Load</c>; null unless <see cref="PoolOptions.TracksCallers"/> is true.</param>
/// <param name="Stack">The stack when it was taken; null unless <see cref="PoolOptions.TracksCallers"/> is true.</param>
/// <param name="LastStatement">The text of the last statement that it has begun since, without values; null for none.</param>
public sealed record PoolLease(long Connection, DateTimeOffset Since, TimeSpan Held, int Thread, string? Caller, string? Stack, string? LastStatement)
{
    private const int MostText = 120;

    /// <summary>Says who holds what: <c>connection 3 held for 12.3 s since Orders.Load (last statement: SELECT …)</c>.</summary>
    public override string ToString()
        => $"connection {Connection} held for {Held.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} s {(Caller is null ? $"by thread {Thread}" : $"since {Caller}")} ({(LastStatement is null ? "no statement yet" : $"last statement: {Shown(LastStatement)}")})";

    private static string Shown(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MostText ? line : $"{line.AsSpan(0, MostText)}…";
    }
}
