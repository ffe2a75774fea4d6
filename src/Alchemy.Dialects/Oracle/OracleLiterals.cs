using System.Globalization;

namespace Alchemy;

/// <summary>Dates are compared as dates only when the literal says so, and bytes are made of text.</summary>
internal sealed class OracleLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <inheritdoc/>
    protected override int FractionDigits => FractionalSeconds.Microseconds;

    /// <inheritdoc/>
    protected override string Date(DateOnly date) => "DATE " + base.Date(date);

    /// <inheritdoc/>
    protected override string DateTime(DateTime time) => "TIMESTAMP " + base.DateTime(time);

    /// <summary>A text in its place would be read by the format of the session, or compared as text: <c>TIMESTAMP '2026-01-31 12:30:00 +01:00'</c></summary>
    protected override string Instant(DateTimeOffset time) => $"TIMESTAMP '{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF zzz", CultureInfo.InvariantCulture)}'";

    /// <summary>A time of day is kept as the span since midnight: <c>INTERVAL '0 12:30:00' DAY TO SECOND</c></summary>
    protected override string Time(TimeOnly time) => $"INTERVAL '0 {time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}' DAY TO SECOND";

    /// <inheritdoc/>
    protected override string Interval(TimeSpan span) => $"NUMTODSINTERVAL({Seconds(span)}, 'SECOND')";

    /// <summary>An identifier is 16 bytes, in the order of its text.</summary>
    protected override string Identifier(Guid id, SqlType type) => Binary(id.ToByteArray(bigEndian: true));

    /// <inheritdoc/>
    protected override string Binary(byte[] bytes) => $"HEXTORAW('{Convert.ToHexString(bytes)}')";
}
