namespace Alchemy.Internals;

/// <summary>Builds the LIKE family.</summary>
internal static class TextConditions
{
    public static ColumnExpression<bool> Like(ColumnElement text, object pattern, string? escape, bool ignoresCase = false, bool negated = false)
        => new LikeExpression(text, Coercion.Operand(pattern, text), LikeMatch.Whole, escape, ignoresCase, negated).Typed<bool>();

    /// <summary>Text that begins with, ends with or holds another.</summary>
    /// <exception cref="InvalidStatementException">An expression is to be escaped, which only a value can.</exception>
    public static ColumnExpression<bool> Match(ColumnElement text, object other, LikeMatch match, string? escape, bool? autoEscape, bool ignoresCase = false)
    {
        if (autoEscape ?? (escape is null && other is string plain && LikePattern.HasWildcards(plain)))
        {
            escape ??= LikePattern.EscapeCharacter;
            other = other is string value
                ? LikePattern.Escape(value, escape)
                : throw new InvalidStatementException("autoEscape is for a text value: an expression must be escaped in SQL.");
        }

        return new LikeExpression(text, Coercion.Operand(other, text), match, escape, ignoresCase).Typed<bool>();
    }
}
