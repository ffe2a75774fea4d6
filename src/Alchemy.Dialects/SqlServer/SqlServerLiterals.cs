namespace Alchemy;

/// <summary>National characters, which an ordinary literal loses, SQL Server's form of bytes, and moments with their types: two texts would be compared as texts.</summary>
internal sealed class SqlServerLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <inheritdoc/>
    public override string Render(object? value, SqlType type) => value is string text && type is UnicodeType ? "N" + base.Text(text) : base.Render(value, type);

    /// <inheritdoc/>
    protected override string Text(string text) => (text.All(char.IsAscii) ? "" : "N") + base.Text(text);

    /// <inheritdoc/>
    protected override string Date(DateOnly date) => $"CAST({base.Date(date)} AS DATE)";

    /// <inheritdoc/>
    protected override string Time(TimeOnly time) => $"CAST({base.Time(time)} AS TIME)";

    /// <inheritdoc/>
    protected override string DateTime(DateTime time) => $"CAST({base.DateTime(time)} AS DATETIME2)";

    /// <inheritdoc/>
    protected override string Instant(DateTimeOffset time) => $"CAST({base.Instant(time)} AS DATETIMEOFFSET)";

    /// <inheritdoc/>
    protected override string Binary(byte[] bytes) => "0x" + Convert.ToHexString(bytes);
}
