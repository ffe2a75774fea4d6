using System.Data.Common;
using System.Globalization;
using System.Text;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Gives values the forms that Oracle keeps them in.</summary>
/// <param name="provider">The provider.</param>
/// <param name="hasBoolean">True from Oracle 23ai on: before, true and false are 1 and 0.</param>
internal sealed class OracleBinder(OracleProvider provider, bool hasBoolean) : AdoBinder
{
    private const int LongestText = 4000;
    private const int LongestBytes = 2000;

    public override void Set<T>(DbParameterCollection parameters, int ordinal, SqlType type, T value)
    {
        var (kind, kept) = Of(type, value);
        var parameter = parameters[ordinal];
        provider.SetType(parameter, kind);
        parameter.Value = kept;
    }

    /// <summary>The kind and form of a value; <see cref="DBNull"/> for NULL. An empty text is NULL to Oracle, whatever is done about it here.</summary>
    public (OracleKind Kind, object Value) Of(SqlType type, object? value)
    {
        var kept = Kept(type, value);
        return (Kind(type, kept), kept ?? DBNull.Value);
    }

    /// <summary>Makes a parameter one that takes what a statement returns.</summary>
    /// <returns>How long a value may be; 0 where the type says it.</returns>
    public int Declare(DbParameter parameter, SqlType type)
    {
        parameter.Direction = System.Data.ParameterDirection.Output;
        var (kind, size) = Output(type);
        provider.SetType(parameter, kind);
        if (kind is OracleKind.BinaryDouble or OracleKind.BinaryFloat)
        {
            // As a decimal, which the provider's own type gives, it would lose its exponent.
            parameter.DbType = kind is OracleKind.BinaryDouble ? System.Data.DbType.Double : System.Data.DbType.Single;
        }

        parameter.Size = size;
        return size;
    }

    /// <summary>Whether what a statement returns of this type is a value of any length, which it cannot return for many rows.</summary>
    public static bool IsLong(SqlType type) => Output(type).Kind is OracleKind.Clob or OracleKind.NClob or OracleKind.Blob;

    // What is longer than its parameter would be cut off: so each is as long as a column can be.
    private static (OracleKind Kind, int Size) Output(SqlType type) => type.StorageType switch
    {
        CharType { Length: var length } => (OracleKind.Varchar2, Math.Max(length ?? 0, LongestText)),
        StringType { Length: var length } => (OracleKind.Varchar2, Math.Max(length ?? 0, LongestText)),
        EnumerationType => (OracleKind.Varchar2, LongestText),
        UnicodeType { IsNational: true, Text: TextType } => (OracleKind.NClob, 0),
        UnicodeType { IsNational: true } => (OracleKind.NVarchar2, LongestText),
        UnicodeType plain => Output(plain.Text),
        TextType => (OracleKind.Clob, 0),
        BinaryType { Length: { } length } => (OracleKind.Raw, Math.Max(length, LongestBytes)),
        BinaryType or JsonType => (OracleKind.Blob, 0),
        GuidType => (OracleKind.Raw, 16),
        SmallIntegerType or IntegerType or BigIntegerType or BooleanType => (OracleKind.Int64, 0),
        NumericType => (OracleKind.Decimal, 0),
        DoubleType or FloatType => (OracleKind.BinaryDouble, 0),
        RealType => (OracleKind.BinaryFloat, 0),
        DateType => (OracleKind.Date, 0),
        DateTimeType or IntervalType { IsNative: false } => (OracleKind.TimeStamp, 0),
        DateTimeOffsetType => (OracleKind.TimeStampTZ, 0),
        TimeType or IntervalType => (OracleKind.IntervalDS, 0),
        _ => throw new InvalidStatementException($"Oracle's RETURNING puts each column into a parameter, whose type must be known, and {type} tells none: give the column a type, or read the row with a SELECT."),
    };

    private OracleKind Kind(SqlType type, object? value) => (type.StorageType, value) switch
    {
        // A column of old is compared as such, or its index would not serve.
        (DateTimeType, _) when type is NativeType { Name: "DATE" } => OracleKind.Date,
        (UnicodeType { IsNational: true }, string text) => IsLongText(text) ? OracleKind.NClob : OracleKind.NVarchar2,
        (UnicodeType { IsNational: true }, _) => OracleKind.NVarchar2,
        (_, string text) => IsLongText(text) ? OracleKind.Clob : OracleKind.Varchar2,
        (_, byte[] bytes) => bytes.Length > LongestBytes || type.StorageType is BinaryType { Length: null } or JsonType ? OracleKind.Blob : OracleKind.Raw,
        (_, bool) => OracleKind.Boolean,
        (DateType, _) => OracleKind.Date,
        (DoubleType or FloatType, _) => OracleKind.BinaryDouble,
        (RealType, _) => OracleKind.BinaryFloat,
        (NumericType, _) => OracleKind.Decimal,
        (SmallIntegerType or IntegerType or BigIntegerType, not decimal) => OracleKind.Int64,
        (BooleanType, _) => hasBoolean ? OracleKind.Boolean : OracleKind.Int64,
        (DateTimeType or IntervalType { IsNative: false }, _) => OracleKind.TimeStamp,
        (DateTimeOffsetType, _) => OracleKind.TimeStampTZ,
        (TimeType or IntervalType, _) => OracleKind.IntervalDS,
        (BinaryType { Length: null } or JsonType, _) => OracleKind.Blob,
        (BinaryType or GuidType, _) => OracleKind.Raw,
        _ => Of(value),
    };

    // A value whose type the statement does not tell.
    private static OracleKind Of(object? value) => value switch
    {
        null => OracleKind.Varchar2,
        short or byte or int or long => OracleKind.Int64,
        decimal => OracleKind.Decimal,
        double => OracleKind.BinaryDouble,
        float => OracleKind.BinaryFloat,
        DateTime => OracleKind.TimeStamp,
        DateTimeOffset => OracleKind.TimeStampTZ,
        TimeSpan => OracleKind.IntervalDS,
        _ => throw new InvalidStatementException($"Oracle takes no value of {value.GetType().FullName}: give the parameter a type with a column form, or convert the value."),
    };

    // A text in a statement has at most 4000 bytes.
    private static bool IsLongText(string text) => text.Length > LongestText || text.Length > LongestText / 4 && Encoding.UTF8.GetByteCount(text) > LongestText;

    private object? Kept(SqlType type, object? value) => (type.StorageType, value) switch
    {
        (_, null or DBNull) => null,
        (StringType or TextType or CharType or UnicodeType or EnumerationType, Enum named) => named.ToString(),
        (_, Enum number) => Kept(type, System.Convert.ChangeType(number, Enum.GetUnderlyingType(number.GetType()), CultureInfo.InvariantCulture)),
        (_, bool flag) => hasBoolean ? flag : flag ? 1L : 0L,
        // In the order in which it is written, which is also that of the database.
        (_, Guid guid) => guid.ToByteArray(bigEndian: true),
        // A TIMESTAMP and an interval of no given precision have microseconds, and would round.
        (IntervalType { IsNative: false }, TimeSpan span) => IntervalType.Epoch + FractionalSeconds.Cut(span, FractionalSeconds.Microseconds),
        (IntervalType { SecondPrecision: var digits }, TimeSpan span) => FractionalSeconds.Cut(span, digits ?? FractionalSeconds.Microseconds),
        (var stored, DateTime time) => FractionalSeconds.Cut(time, (stored as DateTimeType)?.Precision ?? FractionalSeconds.Microseconds),
        (var stored, DateTimeOffset instant) => FractionalSeconds.Cut(instant, (stored as DateTimeOffsetType)?.Precision ?? FractionalSeconds.Microseconds),
        (_, string text) => WholeText.Checked(text),
        (_, DateOnly date) => date.ToDateTime(TimeOnly.MinValue),
        (_, TimeOnly time) => time.ToTimeSpan(),
        (_, System.Text.Json.JsonElement document) => Encoding.UTF8.GetBytes(document.GetRawText()),
        (_, char letter) => letter.ToString(),
        (NumericType, IConvertible number) when value is not string => number.ToDecimal(CultureInfo.InvariantCulture),
        (_, sbyte or byte or short or ushort or int or uint) when type.StorageType is not (DoubleType or FloatType or RealType) => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        (_, ulong number) => number <= long.MaxValue ? (long)number : (decimal)number,
        (DoubleType or FloatType, IConvertible number) when value is not string => number.ToDouble(CultureInfo.InvariantCulture),
        _ => value,
    };
}
