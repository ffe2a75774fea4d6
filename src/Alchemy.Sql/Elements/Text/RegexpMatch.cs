namespace Alchemy;

/// <summary>A match of text with a regular expression, in the words of each database: <c>a ~ b</c>, <c>a REGEXP b</c>, <c>REGEXP_LIKE(a, b)</c>.</summary>
public sealed class RegexpMatch : ColumnElement
{
    /// <summary>Creates the condition.</summary>
    /// <param name="operand">The text.</param>
    /// <param name="pattern">The regular expression, in the database's own syntax.</param>
    /// <param name="flags">The flags, in the database's own letters, written into the text; null for none.</param>
    /// <param name="negated">True for no match.</param>
    public RegexpMatch(ColumnElement operand, ColumnElement pattern, string? flags = null, bool negated = false)
    {
        (Operand, Pattern) = (Grouping.IfNeeded(operand.Node, SqlOperator.RegexpMatch), Grouping.IfNeeded(pattern.Node, SqlOperator.RegexpMatch));
        (Flags, IsNegated) = (flags, negated);
    }

    /// <summary>The text.</summary>
    public ColumnElement Operand { get; }

    /// <summary>The regular expression.</summary>
    public ColumnElement Pattern { get; }

    /// <summary>The flags, or null.</summary>
    public string? Flags { get; }

    /// <summary>True for no match.</summary>
    public bool IsNegated { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Boolean;

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable || Pattern.IsNullable;

    internal override SqlOperator? TopOperator => SqlOperator.RegexpMatch;

    /// <summary>The opposite condition.</summary>
    public RegexpMatch Negated() => new(Operand, Pattern, Flags, !IsNegated);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitRegexpMatch(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Operand).Node(Pattern).Text(Flags).Number(IsNegated ? 1 : 0);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (operand, pattern) = (rewriter.Rewrite(Operand), rewriter.Rewrite(Pattern));
        return ReferenceEquals(operand, Operand) && ReferenceEquals(pattern, Pattern) ? this : new RegexpMatch(operand, pattern, Flags, IsNegated);
    }
}
