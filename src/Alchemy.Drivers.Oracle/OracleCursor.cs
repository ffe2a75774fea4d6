using System.Data.Common;
using System.Text.Json;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>The rows of Oracle, those of a query and those that <c>RETURNING … INTO</c> has put into parameters. A NUMBER comes in the form that its digits allow, and is converted where nothing is lost.</summary>
public sealed class OracleCursor : NumberCursor
{
    private readonly OracleValues _values;

    internal OracleCursor(DbDataReader reader, OracleValues values)
        : base(reader) => _values = values;

    /// <inheritdoc/>
    public override string Text(int ordinal) => Get(ordinal, static (r, i) => (string)r.GetValue(i));

    /// <inheritdoc/>
    public override byte[] Bytes(int ordinal) => Get(ordinal, static (r, i) => (byte[])r.GetValue(i));

    /// <summary>A RAW(16), whose bytes stand in the order in which an identifier is written.</summary>
    public override Guid Guid(int ordinal) => Get(ordinal, static (r, i) => r.GetValue(i) switch
    {
        byte[] { Length: 16 } bytes => new Guid(bytes, bigEndian: true),
        string text => System.Guid.Parse(text),
        var other => throw new InvalidCastException($"A {other.GetType().Name} is no identifier."),
    });

    /// <inheritdoc/>
    public override DateTime DateTime(int ordinal) => Get(ordinal, static (r, i) => System.DateTime.SpecifyKind(r.GetDateTime(i), DateTimeKind.Unspecified));

    /// <summary>An instant with its offset. The provider's own structure is asked: its plain value has lost the offset.</summary>
    public override DateTimeOffset DateTimeOffset(int ordinal) => Read(ordinal, static (c, i) => (DateTimeOffset)((OracleCursor)c)._values.Plain(c.Reader.GetProviderSpecificValue(i))!);

    /// <inheritdoc/>
    public override DateOnly Date(int ordinal) => Get(ordinal, static (r, i) => DateOnly.FromDateTime(r.GetDateTime(i)));

    /// <summary>A time of day, which is kept as an interval.</summary>
    public override TimeOnly Time(int ordinal) => Get(ordinal, static (r, i) => TimeOnly.FromTimeSpan((TimeSpan)r.GetValue(i)));

    /// <inheritdoc/>
    public override TimeSpan Interval(int ordinal, IntervalType type) => type.IsNative ? Get(ordinal, static (r, i) => (TimeSpan)r.GetValue(i)) : base.Interval(ordinal, type);

    /// <summary>A document, which is kept in UTF-8 before Oracle 21.</summary>
    public override JsonElement Json(int ordinal) => Get(ordinal, static (r, i) => r.GetValue(i) is byte[] bytes ? JsonSerializer.Deserialize<JsonElement>(bytes) : JsonSerializer.Deserialize<JsonElement>((string)r.GetValue(i)));

    /// <summary>A number; a fraction of more than 28 digits is rounded, a whole number that does not fit is an error.</summary>
    protected override decimal Wide(int ordinal)
    {
        try
        {
            return Reader.GetDecimal(ordinal);
        }
        catch (Exception wide) when (wide is OverflowException or InvalidCastException)
        {
            return (decimal)_values.Plain(Reader.GetProviderSpecificValue(ordinal))!;
        }
    }
}
