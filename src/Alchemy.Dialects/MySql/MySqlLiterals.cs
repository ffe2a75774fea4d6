namespace Alchemy;

/// <summary>A backslash escapes inside a literal too.</summary>
internal sealed class MySqlLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <inheritdoc/>
    protected override int FractionDigits => FractionalSeconds.Microseconds;

    /// <summary>A DATETIME has no zone: an instant is kept in UTC.</summary>
    protected override string Instant(DateTimeOffset time) => DateTime(time.UtcDateTime);

    /// <inheritdoc/>
    protected override string Text(string text) => base.Text(text.Replace("\\", "\\\\", StringComparison.Ordinal));
}
