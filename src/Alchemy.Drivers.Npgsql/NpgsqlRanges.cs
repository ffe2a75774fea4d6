using Npgsql;
using NpgsqlTypes;

namespace Alchemy.Internals;

/// <summary>Ranges in the provider's form, and back.</summary>
internal static class NpgsqlRanges
{
    /// <summary>A range, or an array of ranges, as the provider takes it; another value is left as it is.</summary>
    public static object Write(object value) => value switch
    {
        SqlRange<int> range => Write(range),
        SqlRange<long> range => Write(range),
        SqlRange<decimal> range => Write(range),
        SqlRange<DateOnly> range => Write(range),
        SqlRange<DateTime> range => Write(range with { Lower = Kept(range.Lower), Upper = Kept(range.Upper) }),
        SqlRange<DateTimeOffset> range => Write(range with { Lower = Kept(range.Lower), Upper = Kept(range.Upper) }),
        SqlRange<int>[] ranges => Array.ConvertAll(ranges, Write),
        SqlRange<long>[] ranges => Array.ConvertAll(ranges, Write),
        SqlRange<decimal>[] ranges => Array.ConvertAll(ranges, Write),
        SqlRange<DateOnly>[] ranges => Array.ConvertAll(ranges, Write),
        SqlRange<DateTime>[] ranges => Array.ConvertAll(ranges, r => (NpgsqlRange<DateTime>)Write((object)r)),
        SqlRange<DateTimeOffset>[] ranges => Array.ConvertAll(ranges, r => (NpgsqlRange<DateTimeOffset>)Write((object)r)),
        _ => value,
    };

    /// <summary>The range, or array of ranges, of a column.</summary>
    public static object Read(NpgsqlDataReader reader, int ordinal, SqlType type) => (type, (type as RangeType ?? ((MultiRangeType)type).Range).Bound) switch
    {
        (RangeType, IntegerType) => One<int>(reader, ordinal),
        (RangeType, BigIntegerType) => One<long>(reader, ordinal),
        (RangeType, NumericType) => One<decimal>(reader, ordinal),
        (RangeType, DateType) => One<DateOnly>(reader, ordinal),
        (RangeType, DateTimeType) => One<DateTime>(reader, ordinal),
        (RangeType, DateTimeOffsetType) => One<DateTimeOffset>(reader, ordinal),
        (_, IntegerType) => Many<int>(reader, ordinal),
        (_, BigIntegerType) => Many<long>(reader, ordinal),
        (_, NumericType) => Many<decimal>(reader, ordinal),
        (_, DateType) => Many<DateOnly>(reader, ordinal),
        (_, DateTimeType) => Many<DateTime>(reader, ordinal),
        (_, DateTimeOffsetType) => Many<DateTimeOffset>(reader, ordinal),
        _ => reader.GetValue(ordinal),
    };

    private static NpgsqlRange<T> Write<T>(SqlRange<T> range)
        where T : struct
        => range.IsEmpty
            ? NpgsqlRange<T>.Empty
            : new NpgsqlRange<T>(range.Lower.GetValueOrDefault(), range.Bounds[0] == '[', range.Lower is null, range.Upper.GetValueOrDefault(), range.Bounds[1] == ']', range.Upper is null);

    private static SqlRange<T> One<T>(NpgsqlDataReader reader, int ordinal)
        where T : struct
        => Range(reader.GetFieldValue<NpgsqlRange<T>>(ordinal));

    private static SqlRange<T>[] Many<T>(NpgsqlDataReader reader, int ordinal)
        where T : struct
        => Array.ConvertAll(reader.GetFieldValue<NpgsqlRange<T>[]>(ordinal), Range);

    private static SqlRange<T> Range<T>(NpgsqlRange<T> range)
        where T : struct
        => range.IsEmpty
            ? new SqlRange<T>(null, null, IsEmpty: true)
            : new SqlRange<T>(
                range.LowerBoundInfinite ? null : range.LowerBound, range.UpperBoundInfinite ? null : range.UpperBound,
                $"{(range.LowerBoundIsInclusive ? '[' : '(')}{(range.UpperBoundIsInclusive ? ']' : ')')}");

    private static DateTime? Kept(DateTime? time) => time is { } given ? NpgsqlValues.Kept(SqlTypes.DateTime, given) : null;

    private static DateTimeOffset? Kept(DateTimeOffset? time) => time is { } given ? NpgsqlValues.Kept(SqlTypes.DateTimeOffset, given) : null;
}
