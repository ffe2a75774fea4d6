using System.Globalization;
using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace Alchemy.Internals;

/// <summary>How each SQL type is bound to PostgreSQL: with its type said, so that the server never has to guess.</summary>
internal static class NpgsqlValues
{
    private static readonly MethodInfo FieldValue = typeof(NpgsqlDataReader).GetMethod(nameof(NpgsqlDataReader.GetFieldValue))!;

    /// <summary>A value of any type that converts to the SQL type, as Npgsql takes it.</summary>
    public static object Convert(SqlType type, object value) => Kept(type, (type.StorageType, value) switch
    {
        (StringType or TextType, Enum named) => named.ToString(),
        (SmallIntegerType, IConvertible number) => number.ToInt16(CultureInfo.InvariantCulture),
        (IntegerType, IConvertible number) => number.ToInt32(CultureInfo.InvariantCulture),
        (BigIntegerType, IConvertible number) => number.ToInt64(CultureInfo.InvariantCulture),
        (NumericType, IConvertible number) => number.ToDecimal(CultureInfo.InvariantCulture),
        (DoubleType, IConvertible number) => number.ToDouble(CultureInfo.InvariantCulture),
        (DateTimeType, DateOnly date) => date.ToDateTime(TimeOnly.MinValue),
        (ArrayType array, _) => Array(array.Item, array.Store(value)!),
        (RangeType or MultiRangeType, _) => NpgsqlRanges.Write(value),
        (GuidType { IsNative: false }, Guid id) => id.ToString(),
        _ => value,
    });

    /// <summary>A value of the CLR type that the SQL type is stored as, in the form that PostgreSQL keeps.</summary>
    public static T Kept<T>(SqlType type, T value) => value switch
    {
        string text when type.StorageType is StringType or TextType && text.Contains('\0')
            => throw new InvalidStatementException("PostgreSQL text cannot hold the NUL character: remove it, or keep the value as bytes."),
        string text => (T)(object)WholeText.Checked(text),
        // TIMESTAMP has no zone: the clock reading is kept, whatever its kind.
        DateTime time when type.StorageType is DateTimeType kept => (T)(object)DateTime.SpecifyKind(FractionalSeconds.Cut(time, kept.Precision ?? FractionalSeconds.Microseconds), DateTimeKind.Unspecified),
        // TIMESTAMP WITH TIME ZONE keeps the instant, not the offset.
        DateTimeOffset instant when type.StorageType is DateTimeOffsetType kept => (T)(object)FractionalSeconds.Cut(instant.ToUniversalTime(), kept.Precision ?? FractionalSeconds.Microseconds),
        TimeOnly time when type.StorageType is TimeType kept => (T)(object)FractionalSeconds.Cut(time, kept.Precision ?? FractionalSeconds.Microseconds),
        TimeSpan span when type.StorageType is IntervalType kept => (T)(object)FractionalSeconds.Cut(span, kept.SecondPrecision ?? FractionalSeconds.Microseconds),
        _ => value,
    };

    // Elements that are kept as they are stay in the array that was given.
    private static object Array(SqlType element, object values) => values switch
    {
        Guid[] ids when element.StorageType is GuidType { IsNative: false } => System.Array.ConvertAll(ids, i => i.ToString()),
        Guid?[] ids when element.StorageType is GuidType { IsNative: false } => System.Array.ConvertAll(ids, i => i?.ToString()),
        string?[] texts => System.Array.ConvertAll(texts, t => Kept(element, t)),
        DateTime[] times => System.Array.ConvertAll(times, t => Kept(element, t)),
        DateTime?[] times => System.Array.ConvertAll(times, t => t is { } time ? Kept(element, time) : (DateTime?)null),
        DateTimeOffset[] instants => System.Array.ConvertAll(instants, i => Kept(element, i)),
        DateTimeOffset?[] instants => System.Array.ConvertAll(instants, i => i is { } instant ? Kept(element, instant) : (DateTimeOffset?)null),
        TimeOnly[] times => System.Array.ConvertAll(times, t => Kept(element, t)),
        TimeOnly?[] times => System.Array.ConvertAll(times, t => t is { } time ? Kept(element, time) : (TimeOnly?)null),
        TimeSpan[] spans => System.Array.ConvertAll(spans, s => Kept(element, s)),
        TimeSpan?[] spans => System.Array.ConvertAll(spans, s => s is { } span ? Kept(element, span) : (TimeSpan?)null),
        _ => values,
    };

    /// <summary>An array of values some of which are NULL.</summary>
    public static object NullableArray(NpgsqlDataReader reader, int ordinal, ArrayType type)
    {
        var item = typeof(Nullable<>).MakeGenericType(type.Item.StorageType.ClrType);
        return FieldValue.MakeGenericMethod(type.Dimensions == 1 ? item.MakeArrayType() : item.MakeArrayType(type.Dimensions)).Invoke(reader, [ordinal])!;
    }

    /// <summary>Whether values are sent and read as the text that the server makes a value of: words of an enumeration, and types that the program has as text.</summary>
    public static bool IsText(SqlType type) => type is EnumerationType { IsNative: true } or NativeType { Generic: null, IsCastParameter: false } && type.ClrType == typeof(string);

    public static NpgsqlDbType? TypeOf(SqlType type) => type switch
    {
        SmallIntegerType => NpgsqlDbType.Smallint,
        IntegerType => NpgsqlDbType.Integer,
        BigIntegerType => NpgsqlDbType.Bigint,
        BooleanType => NpgsqlDbType.Boolean,
        DoubleType => NpgsqlDbType.Double,
        RealType => NpgsqlDbType.Real,
        NumericType => NpgsqlDbType.Numeric,
        StringType or TextType => NpgsqlDbType.Text,
        BinaryType => NpgsqlDbType.Bytea,
        GuidType { IsNative: false } => NpgsqlDbType.Text,
        GuidType => NpgsqlDbType.Uuid,
        DateTimeType => NpgsqlDbType.Timestamp,
        DateTimeOffsetType => NpgsqlDbType.TimestampTz,
        DateType => NpgsqlDbType.Date,
        TimeType => NpgsqlDbType.Time,
        IntervalType { IsNative: true } => NpgsqlDbType.Interval,
        IntervalType => NpgsqlDbType.Timestamp,
        JsonType { IsBinary: true } => NpgsqlDbType.Jsonb,
        JsonType => NpgsqlDbType.Json,
        // The server makes a value of the type out of the text.
        _ when IsText(type) => NpgsqlDbType.Unknown,
        EnumerationType => NpgsqlDbType.Text,
        ArrayType array => NpgsqlDbType.Array | TypeOf(array.Item.StorageType),
        RangeType range => NpgsqlDbType.Range | TypeOf(range.Bound),
        MultiRangeType ranges => NpgsqlDbType.Multirange | TypeOf(ranges.Range.Bound),
        _ => null,
    };
}
