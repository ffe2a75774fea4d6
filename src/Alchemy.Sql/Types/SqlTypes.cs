using System.Collections.Frozen;

namespace Alchemy;

/// <summary>The generic types, ready made, and the one that belongs to each CLR type.</summary>
public static partial class SqlTypes
{
    /// <summary>16 bit integer.</summary>
    public static SmallIntegerType SmallInteger { get; } = new();

    /// <summary>32 bit integer.</summary>
    public static IntegerType Integer { get; } = new();

    /// <summary>64 bit integer.</summary>
    public static BigIntegerType BigInteger { get; } = new();

    /// <summary>True or false.</summary>
    public static BooleanType Boolean { get; } = new();

    /// <summary>64 bit floating point.</summary>
    public static DoubleType Double { get; } = new();

    /// <summary>Floating point of the database's own width.</summary>
    public static FloatType Float(int? precision = null) => new(precision);

    /// <summary>32 bit floating point.</summary>
    public static RealType Real { get; } = new();

    /// <summary>Text without bound.</summary>
    public static TextType Text { get; } = new();

    /// <summary>A 128 bit identifier.</summary>
    public static GuidType Guid { get; } = new();

    /// <summary>Date and time without zone.</summary>
    public static DateTimeType DateTime { get; } = new();

    /// <summary>An instant.</summary>
    public static DateTimeOffsetType DateTimeOffset { get; } = new();

    /// <summary>A calendar date.</summary>
    public static DateType Date { get; } = new();

    /// <summary>A time of day.</summary>
    public static TimeType Time { get; } = new();

    /// <summary>Nothing known.</summary>
    public static NullType Null { get; } = new();

    /// <summary>Text of at most <paramref name="length"/> characters; null for no bound.</summary>
    public static StringType String(int? length = null) => new(length);

    /// <summary>Text of at most <paramref name="length"/> characters, compared and sorted by a collation.</summary>
    public static StringType String(int? length, string collation, string? schema = null) => new(length, collation, schema);

    /// <summary>Text of fixed length.</summary>
    public static CharType Char(int? length = null, string? collation = null) => new(length, collation);

    /// <summary>Text of at most <paramref name="length"/> characters of any language: <c>NVARCHAR</c> where the database keeps such text apart.</summary>
    public static UnicodeType Unicode(int? length = null, string? collation = null) => new(new StringType(length, collation));

    /// <summary>Text without bound, of any language's letters.</summary>
    public static UnicodeType UnicodeText { get; } = new(new TextType());

    /// <summary>A span of time; a moment after 1970 where the database has no such type.</summary>
    /// <param name="native">False for a moment everywhere.</param>
    /// <param name="secondPrecision">Digits after the second, or null.</param>
    /// <param name="dayPrecision">Digits of the days, on Oracle, or null.</param>
    public static IntervalType Interval(bool native = true, int? secondPrecision = null, int? dayPrecision = null) => new(native, secondPrecision, dayPrecision);

    /// <summary>One of some words; see <see cref="EnumerationType"/>.</summary>
    public static EnumerationType Enum(string? name, params string[] values) => new(values, name);

    /// <summary>Exact decimal; null precision or scale leaves it to the database.</summary>
    public static NumericType Numeric(int? precision = null, int? scale = null) => new(precision, scale);

    /// <summary>Bytes, at most <paramref name="length"/>; null for no bound.</summary>
    public static BinaryType Binary(int? length = null) => new(length);

    /// <summary>The type of <typeparamref name="T"/>; see <see cref="Of(Type)"/>.</summary>
    public static SqlType Of<T>() => Of(typeof(T));

    /// <summary>The type that values of a CLR type have when nothing else is said. <see cref="Nullable{T}"/> counts as its inner type, an enum is stored by number.</summary>
    /// <exception cref="InvalidStatementException">No SQL type is known for the CLR type.</exception>
    public static SqlType Of(Type clrType)
        => TryOf(clrType) ?? throw new InvalidStatementException(
            $"No SQL type is known for {clrType}: use one of {string.Join(", ", ByClrType.Keys.Select(t => t.Name).Order())}, or an enum.");

    /// <summary>As <see cref="Of(Type)"/>, but null when no SQL type is known.</summary>
    public static SqlType? TryOf(Type clrType)
    {
        var type = Nullable.GetUnderlyingType(clrType) ?? clrType;
        return ByClrType.TryGetValue(type, out var known) ? known : type.IsEnum ? new EnumType(type) : null;
    }

    private static readonly FrozenDictionary<Type, SqlType> ByClrType = new Dictionary<Type, SqlType>
    {
        [typeof(byte)] = SmallInteger, [typeof(short)] = SmallInteger, [typeof(int)] = Integer, [typeof(long)] = BigInteger,
        // The least type that holds all their values: few databases have unsigned numbers.
        [typeof(sbyte)] = SmallInteger, [typeof(ushort)] = Integer, [typeof(uint)] = BigInteger, [typeof(ulong)] = new NumericType(20, 0),
        [typeof(bool)] = Boolean, [typeof(double)] = Double, [typeof(float)] = Real, [typeof(decimal)] = new NumericType(),
        [typeof(string)] = Text, [typeof(byte[])] = new BinaryType(), [typeof(Guid)] = Guid,
        [typeof(DateTime)] = DateTime, [typeof(DateTimeOffset)] = DateTimeOffset, [typeof(DateOnly)] = Date, [typeof(TimeOnly)] = Time,
    }.ToFrozenDictionary();
}
