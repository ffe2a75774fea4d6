using System.Data;
using System.Data.Common;
using System.Globalization;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Sets the values of parameters that the statement has named already.</summary>
internal sealed class MySqlBinder : AdoBinder
{
    public static MySqlBinder Instance { get; } = new();

    public override void Set<T>(DbParameterCollection parameters, int ordinal, SqlType type, T value) => parameters[ordinal].Value = value is null ? DBNull.Value : Kept(type, value);

    /// <summary>Gives a parameter the type of all its values. A provider may tell the server the types once, when it prepares: of the first values, which may be NULL.</summary>
    public static void SetType(DbParameter parameter, SqlType stored)
    {
        if (Sent(stored) is { } type)
        {
            parameter.DbType = type;
        }
    }

    // A whole number is sent wide: what is compared with a column may be more than the column holds.
    private static DbType? Sent(SqlType stored) => stored switch
    {
        SmallIntegerType or IntegerType or BigIntegerType => DbType.Int64,
        NumericType => DbType.Decimal,
        DoubleType or FloatType => DbType.Double,
        RealType => DbType.Single,
        BooleanType => DbType.SByte,
        StringType or TextType or GuidType or JsonType or JsonPathType or EnumerationType or TimeType => DbType.String,
        BinaryType => DbType.Binary,
        DateTimeType or DateTimeOffsetType or DateType or IntervalType => DbType.DateTime,
        _ => null,
    };

    // MySql.Data sends a TimeSpan without its microseconds.
    // A DATETIME has no zone: an instant is kept in UTC, a clock reading as it is.
    private static object Kept(SqlType type, object value) => (type.StorageType, value) switch
    {
        (StringType or TextType, Enum named) => named.ToString(),
        (_, Enum named) => Kept(type, System.Convert.ChangeType(named, Enum.GetUnderlyingType(named.GetType()), CultureInfo.InvariantCulture)),
        (_, string text) => WholeText.Checked(text),
        (var stored, DateTimeOffset instant) => FractionalSeconds.Cut(instant.UtcDateTime, (stored as DateTimeOffsetType)?.Precision ?? FractionalSeconds.Microseconds),
        (var stored, DateTime time) => FractionalSeconds.Cut(time, (stored as DateTimeType)?.Precision ?? FractionalSeconds.Microseconds),
        (_, DateOnly date) => date.ToDateTime(TimeOnly.MinValue),
        (var stored, TimeOnly time) => FractionalSeconds.Cut(time, (stored as TimeType)?.Precision ?? FractionalSeconds.Microseconds).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        (IntervalType, TimeSpan span) => IntervalType.Epoch + FractionalSeconds.Cut(span, FractionalSeconds.Microseconds),
        (_, System.Text.Json.JsonElement document) => document.GetRawText(),
        (_, Guid guid) => MySqlCursor.Format(guid),
        (_, bool flag) => flag ? (sbyte)1 : (sbyte)0,
        (_, float or double) when !double.IsFinite(System.Convert.ToDouble(value, CultureInfo.InvariantCulture))
            => throw new InvalidStatementException($"{value} has no place in MySQL: its DOUBLE holds finite numbers only. Keep NULL, or a column of its own that says so."),
        (NumericType, IConvertible number) when value is not string => number.ToDecimal(CultureInfo.InvariantCulture),
        _ => value,
    };
}
