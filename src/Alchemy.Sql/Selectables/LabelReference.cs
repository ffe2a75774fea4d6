namespace Alchemy;

/// <summary>A label of the SELECT list where it is named as such, in GROUP BY: by its name where that means the label and nothing else, else by its expression.</summary>
public sealed class LabelReference(Label label) : ColumnElement
{
    /// <summary>The label.</summary>
    public Label Label { get; } = label;

    /// <inheritdoc/>
    public override SqlType Type => Label.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Label.IsNullable;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitLabelReference(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Label);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var rewritten = rewriter.Rewrite<ColumnElement>(Label);
        return ReferenceEquals(rewritten, Label) ? this : rewritten is Label changed ? new LabelReference(changed) : rewritten;
    }
}
