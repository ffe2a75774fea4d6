using System.Data;
using System.Data.Common;
using System.Globalization;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Sets values with their types. The server keeps a plan for each text with its declared parameters, so a declaration depends on the value as little as it can: text is <c>nvarchar(4000)</c> or <c>nvarchar(max)</c>.</summary>
/// <param name="setType">Sets the provider's own type of a parameter.</param>
internal sealed class SqlClientBinder(Action<DbParameter, SqlDbType> setType) : AdoBinder
{
    private const int LongestText = 4000;
    private const int LongestBytes = 8000;
    private const int MostDigits = 29;
    private const byte MostFractions = 7;
    private const int Max = -1;

    public override void Set<T>(DbParameterCollection parameters, int ordinal, SqlType type, T value)
    {
        var parameter = parameters[ordinal];
        var kept = Kept(type, value);
        var sent = Sent(type, kept);
        setType(parameter, sent);
        Shape(parameter, sent, type.StorageType, kept);
        parameter.Value = kept ?? DBNull.Value;
    }

    private static void Shape(DbParameter parameter, SqlDbType sent, SqlType stored, object? value)
    {
        switch (sent)
        {
            case SqlDbType.NVarChar or SqlDbType.VarChar:
                // SqlClient would cut off what is longer than the size.
                var longest = sent is SqlDbType.VarChar ? LongestBytes : LongestText;
                parameter.Size = value is string text && text.Length > longest ? Max : longest;
                break;
            case SqlDbType.VarBinary:
                parameter.Size = value is byte[] { Length: > LongestBytes } ? Max : LongestBytes;
                break;
            case SqlDbType.Decimal:
                (parameter.Precision, parameter.Scale) = Digits(stored as NumericType, value as decimal? ?? 0);
                break;
            case SqlDbType.DateTime2 or SqlDbType.DateTimeOffset or SqlDbType.Time:
                parameter.Scale = MostFractions;
                break;
        }
    }

    // SqlClient rounds to the scale: it is the column's only where the value fits.
    private static (byte Precision, byte Scale) Digits(NumericType? type, decimal value)
    {
        if (type is { Precision: { } precision and <= 38, Scale: var declared } && (declared ?? 0) is var scale && value.Scale <= scale && (precision - scale >= MostDigits || decimal.Abs(value) < Power(precision - scale)))
        {
            return ((byte)precision, (byte)scale);
        }

        return (MostDigits, value.Scale);
    }

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }

    private static SqlDbType Sent(SqlType type, object? value) => (type.StorageType, value) switch
    {
        // A column of old would be compared with other fractions of a second than it keeps.
        (DateTimeType, _) when type is NativeType { Name: "DATETIME" or "SMALLDATETIME" } => SqlDbType.DateTime,
        // An index over text in a code page serves text in a code page only; what is not ASCII may not be in it.
        (StringType or TextType, string text) when type is NativeType { Name: var name } && name.StartsWith("VARCHAR", StringComparison.Ordinal) && System.Text.Ascii.IsValid(text) => SqlDbType.VarChar,
        (_, long number) when type.StorageType is SmallIntegerType or IntegerType && number is < int.MinValue or > int.MaxValue => SqlDbType.BigInt,
        (SmallIntegerType or IntegerType, _) => SqlDbType.Int,
        (BigIntegerType, _) => SqlDbType.BigInt,
        (NumericType, _) => SqlDbType.Decimal,
        (DoubleType or FloatType, _) => SqlDbType.Float,
        (RealType, _) => SqlDbType.Real,
        (BooleanType, _) => SqlDbType.Bit,
        (BinaryType, _) => SqlDbType.VarBinary,
        (GuidType { IsNative: true }, _) => SqlDbType.UniqueIdentifier,
        (DateTimeType or IntervalType, _) => SqlDbType.DateTime2,
        (DateTimeOffsetType, _) => SqlDbType.DateTimeOffset,
        (DateType, _) => SqlDbType.Date,
        (TimeType, _) => SqlDbType.Time,
        (StringType or CharType or UnicodeType or TextType or EnumerationType or JsonType or JsonPathType or GuidType, _) => SqlDbType.NVarChar,
        _ => Of(value),
    };

    // A value whose type the statement does not tell.
    private static SqlDbType Of(object? value) => value switch
    {
        short or byte or int => SqlDbType.Int,
        long => SqlDbType.BigInt,
        decimal => SqlDbType.Decimal,
        double => SqlDbType.Float,
        float => SqlDbType.Real,
        bool => SqlDbType.Bit,
        byte[] => SqlDbType.VarBinary,
        Guid => SqlDbType.UniqueIdentifier,
        DateTime => SqlDbType.DateTime2,
        DateTimeOffset => SqlDbType.DateTimeOffset,
        TimeSpan => SqlDbType.Time,
        null or string => SqlDbType.NVarChar,
        _ => throw new InvalidStatementException($"SQL Server takes no value of {value.GetType().FullName}: give the parameter a type with a column form, or convert the value."),
    };

    // SqlClient knows DateOnly and TimeOnly from version 5.1 on.
    private static object? Kept(SqlType type, object? value) => (type.StorageType, value) switch
    {
        (_, null or DBNull) => null,
        (StringType or TextType or CharType or EnumerationType, Enum named) => named.ToString(),
        (_, Enum number) => System.Convert.ChangeType(number, Enum.GetUnderlyingType(number.GetType()), CultureInfo.InvariantCulture),
        (IntervalType, TimeSpan span) => IntervalType.Epoch + span,
        // A column of fewer digits would round.
        (DateTimeType { Precision: { } digits }, DateTime time) => FractionalSeconds.Cut(time, digits),
        (DateTimeOffsetType { Precision: { } digits }, DateTimeOffset instant) => FractionalSeconds.Cut(instant, digits),
        (TimeType { Precision: { } digits }, TimeOnly time) => FractionalSeconds.Cut(time, digits).ToTimeSpan(),
        (_, DateOnly date) => date.ToDateTime(TimeOnly.MinValue),
        (_, TimeOnly time) => time.ToTimeSpan(),
        (GuidType { IsNative: false }, Guid guid) => guid.ToString("N"),
        (_, System.Text.Json.JsonElement document) => document.GetRawText(),
        (StringType or TextType or CharType, char letter) => letter.ToString(),
        (_, float or double) when !double.IsFinite(System.Convert.ToDouble(value, CultureInfo.InvariantCulture))
            => throw new InvalidStatementException($"{value} has no place in SQL Server: its FLOAT holds finite numbers only. Keep NULL, or a column of its own that says so."),
        (NumericType, IConvertible number) when value is not string => number.ToDecimal(CultureInfo.InvariantCulture),
        (SmallIntegerType or IntegerType, uint number) => (long)number,
        (BigIntegerType, ulong number) => checked((long)number),
        _ => value,
    };
}
