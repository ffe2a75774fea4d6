namespace Alchemy;

/// <summary>Cuts times to the digits behind the second that a database keeps, before they are sent: left to themselves, one database rounds, another cuts, and a third does either by the sign.</summary>
public static class FractionalSeconds
{
    /// <summary>The digits of a microsecond, which PostgreSQL and MySQL keep.</summary>
    public const int Microseconds = 6;

    /// <summary>The digits of a tick, the finest that C# has.</summary>
    public const int Ticks = 7;

    /// <summary>The latest moment of so many digits that is not after the given one.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="digits">Digits behind the second, from 0 to 7.</param>
    public static DateTime Cut(DateTime time, int digits) => digits >= Ticks ? time : time.AddTicks(-Rest(time.Ticks, digits));

    /// <inheritdoc cref="Cut(DateTime, int)"/>
    public static DateTimeOffset Cut(DateTimeOffset time, int digits) => digits >= Ticks ? time : time.AddTicks(-Rest(time.Ticks, digits));

    /// <inheritdoc cref="Cut(DateTime, int)"/>
    public static TimeOnly Cut(TimeOnly time, int digits) => digits >= Ticks ? time : new TimeOnly(time.Ticks - Rest(time.Ticks, digits));

    /// <inheritdoc cref="Cut(DateTime, int)"/>
    /// <remarks>A negative span of one tick becomes one of a microsecond.</remarks>
    public static TimeSpan Cut(TimeSpan time, int digits) => digits >= Ticks ? time : new TimeSpan(time.Ticks - Rest(time.Ticks, digits));

    private static long Rest(long ticks, int digits)
    {
        var unit = 1L;
        for (var i = digits; i < Ticks; i++)
        {
            unit *= 10;
        }

        return (ticks % unit + unit) % unit;
    }
}
