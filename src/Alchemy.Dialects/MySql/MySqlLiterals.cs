namespace Alchemy;

/// <summary>A backslash escapes inside a literal too.</summary>
internal sealed class MySqlLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <inheritdoc/>
    protected override string Text(string text) => base.Text(text.Replace("\\", "\\\\", StringComparison.Ordinal));
}
