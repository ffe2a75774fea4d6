namespace Alchemy;

/// <summary>A SELECT given as text, whose columns the program names.</summary>
public sealed class TextSelect(TextClause text, IReadOnlyList<ColumnElement> columns) : SelectBase
{
    /// <summary>The text.</summary>
    public TextClause Text { get; } = text;

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnElement> Columns { get; } = columns;

    internal override bool HasOrderOrLimit => false;

    private protected override SelectBase WithCtes(IEnumerable<AddedCte> ctes)
        => throw new InvalidStatementException("A SELECT given as text takes no further common table expressions: write them into the text.");

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTextSelect(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Text).Nodes(Columns);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (text, columns) = (rewriter.Rewrite(Text), rewriter.Rewrite(Columns));
        return ReferenceEquals(text, Text) && ReferenceEquals(columns, Columns) ? this : new TextSelect(text, columns);
    }
}
