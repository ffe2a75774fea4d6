using System.Globalization;
using NpgsqlTypes;

namespace Alchemy.Internals;

/// <summary>How each SQL type is bound to PostgreSQL: with its type said, so that the server never has to guess.</summary>
internal static class NpgsqlValues
{
    /// <summary>A value of any type that converts to the SQL type, as Npgsql takes it.</summary>
    public static object Convert(SqlType type, object value) => Kept(type, (type.StorageType, value) switch
    {
        (StringType or TextType, Enum named) => named.ToString(),
        (SmallIntegerType, IConvertible number) => number.ToInt16(CultureInfo.InvariantCulture),
        (IntegerType, IConvertible number) => number.ToInt32(CultureInfo.InvariantCulture),
        (BigIntegerType, IConvertible number) => number.ToInt64(CultureInfo.InvariantCulture),
        (NumericType, IConvertible number) => number.ToDecimal(CultureInfo.InvariantCulture),
        (DoubleType, IConvertible number) => number.ToDouble(CultureInfo.InvariantCulture),
        (ArrayType array, _) => Array(array.Item, value),
        _ => value,
    });

    /// <summary>A value of the CLR type that the SQL type is stored as, in the form that PostgreSQL keeps.</summary>
    public static T Kept<T>(SqlType type, T value) => value switch
    {
        string text when type.StorageType is StringType or TextType && text.Contains('\0')
            => throw new InvalidStatementException("PostgreSQL text cannot hold the NUL character: remove it, or keep the value as bytes."),
        // TIMESTAMP has no zone: the clock reading is kept, whatever its kind.
        DateTime time when type is DateTimeType => (T)(object)DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
        // TIMESTAMP WITH TIME ZONE keeps the instant, not the offset.
        DateTimeOffset instant when type is DateTimeOffsetType => (T)(object)instant.ToUniversalTime(),
        _ => value,
    };

    // Elements that are kept as they are stay in the array that was given.
    private static object Array(SqlType element, object values) => values switch
    {
        string?[] texts => System.Array.ConvertAll(texts, t => Kept(element, t)),
        DateTime[] times => System.Array.ConvertAll(times, t => Kept(element, t)),
        DateTime?[] times => System.Array.ConvertAll(times, t => t is { } time ? Kept(element, time) : (DateTime?)null),
        DateTimeOffset[] instants => System.Array.ConvertAll(instants, i => Kept(element, i)),
        DateTimeOffset?[] instants => System.Array.ConvertAll(instants, i => i is { } instant ? Kept(element, instant) : (DateTimeOffset?)null),
        _ => values,
    };

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
        _ => null,
    };
}
