namespace Alchemy;

/// <summary>The units in which LINQ shifts a moment: whole ones, and ticks of the rest, as .NET does it.</summary>
internal static class TimeUnits
{
    /// <summary>Whether the amount has no rest.</summary>
    public static bool AreWhole(ColumnElement amount) => amount.Type.StorageType is SmallIntegerType or IntegerType or BigIntegerType;

    public static long TicksOf(string unit) => unit switch
    {
        "day" => TimeSpan.TicksPerDay,
        "hour" => TimeSpan.TicksPerHour,
        "minute" => TimeSpan.TicksPerMinute,
        "second" => TimeSpan.TicksPerSecond,
        _ => TimeSpan.TicksPerMillisecond,
    };
}
