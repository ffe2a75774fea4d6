namespace Alchemy;

/// <summary>A decimal as the text that it is kept as: as a number it would be a REAL.</summary>
internal sealed class SqliteLiterals(Dialect dialect) : LiteralRenderer(dialect)
{
    /// <inheritdoc/>
    public override string Render(object? value, SqlType type) => value is decimal ? $"'{base.Render(value, type)}'" : base.Render(value, type);
}
