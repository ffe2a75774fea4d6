using Alchemy.Internals;

namespace Alchemy;

public sealed partial class UntypedColumn
{
    /// <summary><c>a LIKE pattern</c></summary>
    /// <param name="pattern">The pattern, or an expression.</param>
    /// <param name="escape">A character that takes <c>%</c> and <c>_</c> their meaning; null for none.</param>
    public ColumnExpression<bool> Like(object pattern, string? escape = null) => TextConditions.Like(this, pattern, escape);

    /// <summary><c>a NOT LIKE pattern</c></summary>
    public ColumnExpression<bool> NotLike(object pattern, string? escape = null) => TextConditions.Like(this, pattern, escape, negated: true);

    /// <summary><c>a LIKE pattern</c> without regard to case: <c>lower(a) LIKE lower(pattern)</c>, or ILIKE.</summary>
    public ColumnExpression<bool> ILike(object pattern, string? escape = null) => TextConditions.Like(this, pattern, escape, ignoresCase: true);

    /// <summary><c>a NOT LIKE pattern</c> without regard to case.</summary>
    public ColumnExpression<bool> NotILike(object pattern, string? escape = null) => TextConditions.Like(this, pattern, escape, ignoresCase: true, negated: true);

    /// <summary><c>a LIKE prefix || '%'</c></summary>
    /// <param name="prefix">What the text begins with.</param>
    /// <param name="escape">The escape character, or null.</param>
    /// <param name="autoEscape">True to take <c>%</c> and <c>_</c> of the value literally, false to leave them their meaning in a pattern. Null (the default): literally, with <c>ESCAPE '/'</c> where the value has such a character; an <paramref name="escape"/> of your own leaves the value as it is.</param>
    public ColumnExpression<bool> StartsWith(object prefix, string? escape = null, bool? autoEscape = null) => TextConditions.Match(this, prefix, LikeMatch.Start, escape, autoEscape);

    /// <summary><c>a LIKE '%' || suffix</c></summary>
    public ColumnExpression<bool> EndsWith(object suffix, string? escape = null, bool? autoEscape = null) => TextConditions.Match(this, suffix, LikeMatch.End, escape, autoEscape);

    /// <summary><c>a LIKE '%' || part || '%'</c>; of an array, range, map or document <c>a @&gt; part</c>.</summary>
    public ColumnExpression<bool> Contains(object part, string? escape = null, bool? autoEscape = null)
        => Type is ArrayType or RangeType or MultiRangeType or JsonType or NativeType ? Extended(ExtendedOperators.Contains, part) : TextConditions.Match(this, part, LikeMatch.Anywhere, escape, autoEscape);

    /// <summary>As <see cref="StartsWith"/>, without regard to case.</summary>
    public ColumnExpression<bool> IStartsWith(object prefix, string? escape = null, bool? autoEscape = null) => TextConditions.Match(this, prefix, LikeMatch.Start, escape, autoEscape, ignoresCase: true);

    /// <summary>As <see cref="EndsWith"/>, without regard to case.</summary>
    public ColumnExpression<bool> IEndsWith(object suffix, string? escape = null, bool? autoEscape = null) => TextConditions.Match(this, suffix, LikeMatch.End, escape, autoEscape, ignoresCase: true);

    /// <summary>As <see cref="Contains"/>, without regard to case.</summary>
    public ColumnExpression<bool> IContains(object part, string? escape = null, bool? autoEscape = null) => TextConditions.Match(this, part, LikeMatch.Anywhere, escape, autoEscape, ignoresCase: true);

    /// <summary>A search for words: <c>a MATCH words</c>, in the words of each database.</summary>
    public ColumnExpression<bool> Match(object words, MatchMode mode = MatchMode.Boolean, string? configuration = null)
        => new MatchExpression([this], Coercion.Operand(words, this), mode, configuration).Typed<bool>();

    /// <summary>A match with a regular expression, in the database's own syntax.</summary>
    public ColumnExpression<bool> RegexpMatch(object pattern, string? flags = null) => new RegexpMatch(this, Coercion.Operand(pattern, this), flags).Typed<bool>();

    /// <summary>The text with what a regular expression matches replaced.</summary>
    public UntypedColumn RegexpReplace(object pattern, object replacement, string? flags = null)
        => new(new RegexpReplace(this, Coercion.Operand(pattern, this), Coercion.Operand(replacement, this), flags));

    /// <summary><c>a || b</c></summary>
    public UntypedColumn Concat(object other)
    {
        var (left, right) = Coercion.Pair(this, other);
        return new(new BinaryExpression(SqlOperator.Concat, left, right, left.Type));
    }
}
