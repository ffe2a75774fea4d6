using System.Data.Common;
using System.Text.Json;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>The rows of Oracle, those of a query and those that <c>RETURNING … INTO</c> has put into parameters. A NUMBER comes in the form that its digits allow, and is converted where nothing is lost.</summary>
public sealed class OracleCursor : ReaderCursor
{
    private readonly OracleValues _values;

    internal OracleCursor(DbDataReader reader, OracleValues values)
        : base(reader) => _values = values;

    /// <summary>A BOOLEAN, or before 23ai a number that is not 0.</summary>
    public override bool Boolean(int ordinal) => Read(ordinal, static (c, i) => c.Reader.GetFieldType(i) == typeof(bool) ? c.Reader.GetBoolean(i) : c.Whole(i) != 0);

    /// <inheritdoc/>
    public override short Int16(int ordinal) => Read(ordinal, static (c, i) => checked((short)c.Whole(i)));

    /// <inheritdoc/>
    public override int Int32(int ordinal) => Read(ordinal, static (c, i) => checked((int)c.Whole(i)));

    /// <inheritdoc/>
    public override long Int64(int ordinal) => Read(ordinal, static (c, i) => c.Whole(i));

    /// <inheritdoc/>
    public override float Single(int ordinal) => Read(ordinal, static (c, i) => c.Reader.GetFieldType(i) == typeof(float) ? c.Reader.GetFloat(i) : (float)c.Floating(i));

    /// <inheritdoc/>
    public override double Double(int ordinal) => Read(ordinal, static (c, i) => c.Floating(i));

    /// <summary>A number; a fraction of more than 28 digits is rounded, a whole number that does not fit is an error.</summary>
    public override decimal Decimal(int ordinal) => Read(ordinal, static (c, i) => c.Exact(i));

    /// <inheritdoc/>
    public override string Text(int ordinal) => Read(ordinal, static (c, i) => (string)c.Reader.GetValue(i));

    /// <inheritdoc/>
    public override byte[] Bytes(int ordinal) => Read(ordinal, static (c, i) => (byte[])c.Reader.GetValue(i));

    /// <summary>A RAW(16), whose bytes stand in the order in which an identifier is written.</summary>
    public override Guid Guid(int ordinal) => Read(ordinal, static (c, i) => c.Reader.GetValue(i) switch
    {
        byte[] { Length: 16 } bytes => new Guid(bytes, bigEndian: true),
        string text => System.Guid.Parse(text),
        var other => throw new InvalidCastException($"A {other.GetType().Name} is no identifier."),
    });

    /// <inheritdoc/>
    public override DateTime DateTime(int ordinal) => Read(ordinal, static (c, i) => System.DateTime.SpecifyKind(c.Reader.GetDateTime(i), DateTimeKind.Unspecified));

    /// <summary>An instant with its offset. The provider's own structure is asked: its plain value has lost the offset.</summary>
    public override DateTimeOffset DateTimeOffset(int ordinal) => Read(ordinal, static (c, i) => (DateTimeOffset)c._values.Plain(c.Reader.GetProviderSpecificValue(i))!);

    /// <inheritdoc/>
    public override DateOnly Date(int ordinal) => Read(ordinal, static (c, i) => DateOnly.FromDateTime(c.Reader.GetDateTime(i)));

    /// <summary>A time of day, which is kept as an interval.</summary>
    public override TimeOnly Time(int ordinal) => Read(ordinal, static (c, i) => TimeOnly.FromTimeSpan((TimeSpan)c.Reader.GetValue(i)));

    /// <inheritdoc/>
    public override TimeSpan Interval(int ordinal, IntervalType type) => type.IsNative ? Read(ordinal, static (c, i) => (TimeSpan)c.Reader.GetValue(i)) : base.Interval(ordinal, type);

    /// <summary>A document, which is kept in UTF-8 before Oracle 21.</summary>
    public override JsonElement Json(int ordinal) => Read(ordinal, static (c, i) => c.Reader.GetValue(i) is byte[] bytes ? JsonSerializer.Deserialize<JsonElement>(bytes) : JsonSerializer.Deserialize<JsonElement>((string)c.Reader.GetValue(i)));

    private long Whole(int i) => Type.GetTypeCode(Reader.GetFieldType(i)) switch
    {
        TypeCode.Int64 => Reader.GetInt64(i),
        TypeCode.Int32 => Reader.GetInt32(i),
        TypeCode.Int16 => Reader.GetInt16(i),
        TypeCode.Byte => Reader.GetByte(i),
        TypeCode.Boolean => Reader.GetBoolean(i) ? 1 : 0,
        TypeCode.Decimal when Exact(i) is var number && number == decimal.Truncate(number) => checked((long)number),
        _ => throw new InvalidCastException("The column is no whole number."),
    };

    private double Floating(int i) => Type.GetTypeCode(Reader.GetFieldType(i)) switch
    {
        TypeCode.Double => Reader.GetDouble(i),
        TypeCode.Single => Reader.GetFloat(i),
        TypeCode.Decimal => (double)Exact(i),
        _ => Whole(i),
    };

    private decimal Exact(int i)
    {
        switch (Type.GetTypeCode(Reader.GetFieldType(i)))
        {
            case TypeCode.Decimal:
                return Wide(i);
            case TypeCode.Double or TypeCode.Single:
                return (decimal)Floating(i);
            default:
                return Whole(i);
        }
    }

    private decimal Wide(int i)
    {
        try
        {
            return Reader.GetDecimal(i);
        }
        catch (Exception wide) when (wide is OverflowException or InvalidCastException)
        {
            return (decimal)_values.Plain(Reader.GetProviderSpecificValue(i))!;
        }
    }

    private T Read<T>(int ordinal, Func<OracleCursor, int, T> get)
    {
        try
        {
            return get(this, ordinal);
        }
        catch (Exception wrong) when (wrong is InvalidCastException or FormatException or OverflowException)
        {
            throw Wrong<T>(ordinal, wrong);
        }
    }
}
