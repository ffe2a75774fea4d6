namespace Alchemy;

/// <summary>Text with what a regular expression matches replaced: <c>REGEXP_REPLACE(a, b, c)</c>.</summary>
public sealed class RegexpReplace : ColumnElement
{
    /// <summary>Creates the expression.</summary>
    /// <param name="operand">The text.</param>
    /// <param name="pattern">The regular expression, in the database's own syntax.</param>
    /// <param name="replacement">What takes the place of a match.</param>
    /// <param name="flags">The flags, in the database's own letters, written into the text; null for none.</param>
    public RegexpReplace(ColumnElement operand, ColumnElement pattern, ColumnElement replacement, string? flags = null)
        => (Operand, Pattern, Replacement, Flags) = (operand.Node, pattern.Node, replacement.Node, flags);

    /// <summary>The text.</summary>
    public ColumnElement Operand { get; }

    /// <summary>The regular expression.</summary>
    public ColumnElement Pattern { get; }

    /// <summary>What takes the place of a match.</summary>
    public ColumnElement Replacement { get; }

    /// <summary>The flags, or null.</summary>
    public string? Flags { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Text;

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable || Pattern.IsNullable || Replacement.IsNullable;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitRegexpReplace(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Operand).Node(Pattern).Node(Replacement).Text(Flags);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (operand, pattern, replacement) = (rewriter.Rewrite(Operand), rewriter.Rewrite(Pattern), rewriter.Rewrite(Replacement));
        return ReferenceEquals(operand, Operand) && ReferenceEquals(pattern, Pattern) && ReferenceEquals(replacement, Replacement)
            ? this
            : new RegexpReplace(operand, pattern, replacement, Flags);
    }
}
