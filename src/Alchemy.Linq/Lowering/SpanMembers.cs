using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Members of a span of time, which is a number of ticks in the database.</summary>
internal static class SpanMembers
{
    /// <summary>The value, or null when the member is none of these.</summary>
    public static ScalarShape? Translate(ColumnElement ticks, MemberExpression node) => node.Member.Name switch
    {
        nameof(TimeSpan.Ticks) => new ScalarShape(ticks, node.Type),
        nameof(TimeSpan.TotalDays) => Total(ticks, TimeSpan.TicksPerDay),
        nameof(TimeSpan.TotalHours) => Total(ticks, TimeSpan.TicksPerHour),
        nameof(TimeSpan.TotalMinutes) => Total(ticks, TimeSpan.TicksPerMinute),
        nameof(TimeSpan.TotalSeconds) => Total(ticks, TimeSpan.TicksPerSecond),
        nameof(TimeSpan.TotalMilliseconds) => Total(ticks, TimeSpan.TicksPerMillisecond),
        nameof(TimeSpan.Days) => Whole(ticks, TimeSpan.TicksPerDay, null),
        nameof(TimeSpan.Hours) => Whole(ticks, TimeSpan.TicksPerHour, 24),
        nameof(TimeSpan.Minutes) => Whole(ticks, TimeSpan.TicksPerMinute, 60),
        nameof(TimeSpan.Seconds) => Whole(ticks, TimeSpan.TicksPerSecond, 60),
        nameof(TimeSpan.Milliseconds) => Whole(ticks, TimeSpan.TicksPerMillisecond, 1000),
        _ => null,
    };

    private static ScalarShape Total(ColumnElement ticks, long unit)
        => new(new Alchemy.BinaryExpression(SqlOperator.Divide, ticks.Cast(SqlTypes.Double), new LiteralValue((double)unit, SqlTypes.Double), SqlTypes.Double), typeof(double));

    // Whole numbers are divided towards zero, and a remainder has the dividend's sign, as in C#.
    private static ScalarShape Whole(ColumnElement ticks, long unit, long? around)
    {
        ColumnElement units = Count(SqlOperator.Divide, ticks, unit);
        return new ScalarShape((around is { } cycle ? Count(SqlOperator.Modulo, units, cycle) : units).Cast(SqlTypes.Integer), typeof(int));
    }

    private static Alchemy.BinaryExpression Count(SqlOperator op, ColumnElement left, long right) => new(op, left, new LiteralValue(right, SqlTypes.BigInteger), SqlTypes.BigInteger);
}
