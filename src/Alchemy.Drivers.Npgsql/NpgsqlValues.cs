using System.Data.Common;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Alchemy.Internals;

/// <summary>How each SQL type is bound to PostgreSQL: by position, with its type said, so that the server never has to guess.</summary>
internal static class NpgsqlValues
{
    public static DbParameter Parameter(SqlType type) => TypeOf(type.StorageType) is { } known ? new NpgsqlParameter { NpgsqlDbType = known } : new NpgsqlParameter();

    public static object Convert(SqlType type, object value) => (type.StorageType, value) switch
    {
        (StringType or TextType, Enum named) => named.ToString(),
        (StringType or TextType, string text) when text.Contains('\0') => throw new InvalidStatementException("PostgreSQL text cannot hold the NUL character: remove it, or keep the value as bytes."),
        (SmallIntegerType, IConvertible number) => number.ToInt16(CultureInfo.InvariantCulture),
        (IntegerType, IConvertible number) => number.ToInt32(CultureInfo.InvariantCulture),
        (BigIntegerType, IConvertible number) => number.ToInt64(CultureInfo.InvariantCulture),
        (NumericType, IConvertible number) => number.ToDecimal(CultureInfo.InvariantCulture),
        (DoubleType, IConvertible number) => number.ToDouble(CultureInfo.InvariantCulture),
        // TIMESTAMP has no zone: the clock reading is kept, whatever its kind.
        (DateTimeType, DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
        // TIMESTAMP WITH TIME ZONE keeps the instant, not the offset.
        (DateTimeOffsetType, DateTimeOffset instant) => instant.ToUniversalTime(),
        _ => value,
    };

    private static NpgsqlDbType? TypeOf(SqlType type) => type switch
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
        _ => null,
    };
}
