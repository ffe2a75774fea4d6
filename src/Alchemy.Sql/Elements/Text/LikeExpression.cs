namespace Alchemy;

/// <summary><c>operand LIKE pattern</c>, with its variants: without regard to case, and for text that begins with, ends with or holds another.</summary>
public sealed class LikeExpression : ColumnElement
{
    /// <summary>Creates the condition.</summary>
    /// <param name="operand">The text.</param>
    /// <param name="pattern">The pattern, or the other text.</param>
    /// <param name="match">Where the pattern must be found.</param>
    /// <param name="escape">The character that takes <c>%</c> and <c>_</c> in the pattern their meaning, the empty text for none, or null for the database's own.</param>
    /// <param name="ignoresCase">True for ILIKE.</param>
    /// <param name="negated">True for NOT LIKE.</param>
    public LikeExpression(ColumnElement operand, ColumnElement pattern, LikeMatch match = LikeMatch.Whole, string? escape = null, bool ignoresCase = false, bool negated = false)
    {
        (Match, Escape, IgnoresCase, IsNegated) = (match, escape, ignoresCase, negated);
        var around = match is LikeMatch.Whole ? SqlOperator.Like : SqlOperator.LiteralMatch;
        (Operand, Pattern) = (Grouping.IfNeeded(operand.Node, around), Grouping.IfNeeded(pattern.Node, around));
    }

    /// <summary>The text.</summary>
    public ColumnElement Operand { get; }

    /// <summary>The pattern, or the other text.</summary>
    public ColumnElement Pattern { get; }

    /// <summary>Where the pattern must be found.</summary>
    public LikeMatch Match { get; }

    /// <summary>The escape character, or null.</summary>
    public string? Escape { get; }

    /// <summary>True for ILIKE.</summary>
    public bool IgnoresCase { get; }

    /// <summary>True for NOT LIKE.</summary>
    public bool IsNegated { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Boolean;

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable || Pattern.IsNullable;

    internal override SqlOperator? TopOperator => Match is LikeMatch.Whole ? SqlOperator.Like : SqlOperator.LiteralMatch;

    /// <summary>The opposite condition.</summary>
    public LikeExpression Negated() => new(Operand, Pattern, Match, Escape, IgnoresCase, !IsNegated);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitLike(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
        => parts.Node(Operand).Node(Pattern).Number((int)Match).Text(Escape).Number((IgnoresCase ? 1 : 0) + (IsNegated ? 2 : 0));

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (operand, pattern) = (rewriter.Rewrite(Operand), rewriter.Rewrite(Pattern));
        return ReferenceEquals(operand, Operand) && ReferenceEquals(pattern, Pattern)
            ? this
            : new LikeExpression(operand, pattern, Match, Escape, IgnoresCase, IsNegated);
    }
}

/// <summary>Where the pattern of a LIKE must be found.</summary>
public enum LikeMatch
{
    /// <summary>The whole text is the pattern.</summary>
    Whole,

    /// <summary>The text begins with it: <c>pattern || '%'</c>.</summary>
    Start,

    /// <summary>The text ends with it: <c>'%' || pattern</c>.</summary>
    End,

    /// <summary>The text holds it: <c>'%' || pattern || '%'</c>.</summary>
    Anywhere,
}
