namespace Alchemy;

/// <summary>PostgreSQL's form of bytes.</summary>
internal sealed class PostgreSqlLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <inheritdoc/>
    protected override string Interval(TimeSpan span) => $"make_interval(secs=>{Seconds(span)})";

    /// <summary>With its type, which the elements may not tell.</summary>
    protected override string Array(string items, ArrayType type, bool isInner) => isInner ? $"[{items}]" : $"ARRAY[{items}]::{Dialect.Types.Render(type)}";

    /// <inheritdoc/>
    protected override string Binary(byte[] bytes) => $"'\\x{Convert.ToHexString(bytes)}'";
}
