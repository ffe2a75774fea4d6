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

    /// <inheritdoc/>
    protected override string Interval(TimeSpan span) => $"NUMTODSINTERVAL({Seconds(span)}, 'SECOND')";

    /// <summary>An identifier is 16 bytes, in the order of its text.</summary>
    protected override string Identifier(Guid id, SqlType type) => Binary(id.ToByteArray(bigEndian: true));

    /// <inheritdoc/>
    protected override string Binary(byte[] bytes) => $"HEXTORAW('{Convert.ToHexString(bytes)}')";
}
