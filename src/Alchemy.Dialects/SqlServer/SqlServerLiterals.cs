namespace Alchemy;

/// <summary>National characters, which an ordinary literal loses, and SQL Server's form of bytes.</summary>
internal sealed class SqlServerLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <inheritdoc/>
    public override string Render(object? value, SqlType type) => value is string text && type is UnicodeType ? "N" + base.Text(text) : base.Render(value, type);

    /// <inheritdoc/>
    protected override string Text(string text) => (text.All(char.IsAscii) ? "" : "N") + base.Text(text);

    /// <inheritdoc/>
    protected override string Binary(byte[] bytes) => "0x" + Convert.ToHexString(bytes);
}
