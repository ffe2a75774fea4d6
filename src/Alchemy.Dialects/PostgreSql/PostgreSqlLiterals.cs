namespace Alchemy;

/// <summary>PostgreSQL's form of bytes.</summary>
internal sealed class PostgreSqlLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <inheritdoc/>
    protected override string Binary(byte[] bytes) => $"'\\x{Convert.ToHexString(bytes)}'";
}
