namespace Alchemy;

/// <summary>A SELECT given as text, whose columns the program names.</summary>
public sealed class TextSelect(TextClause text, IReadOnlyList<ColumnElement> columns) : SelectBase
{
    /// <summary>The text.</summary>
    public TextClause Text { get; } = text;

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnElement> Columns { get; } = columns;

    internal IReadOnlyList<AddedCte> Ctes { get; private init; } = [];

    internal override bool HasOrderOrLimit => false;

    internal override bool HasCtes => Ctes.Count > 0;

    /// <inheritdoc cref="SelectBase.AddCte"/>
    /// <remarks>The text must not begin with a WITH of its own.</remarks>
    public new TextSelect AddCte(params CommonTableExpression[] ctes) => (TextSelect)base.AddCte(ctes);

    private protected override SelectBase WithCtes(IEnumerable<AddedCte> ctes) => new TextSelect(Text, Columns) { Ctes = [.. Ctes, .. ctes] };

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTextSelect(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Text).Nodes(Columns).Number(Ctes.Count);
        foreach (var added in Ctes)
        {
            parts.Node(added.Cte).Number(added.IsNested ? 1 : 0);
        }
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (text, columns) = (rewriter.Rewrite(Text), rewriter.Rewrite(Columns));
        List<AddedCte> ctes = [.. Ctes.Select(c => c with { Cte = rewriter.Rewrite(c.Cte) })];
        return ReferenceEquals(text, Text) && ReferenceEquals(columns, Columns) && ctes.SequenceEqual(Ctes) ? this : new TextSelect(text, columns) { Ctes = ctes };
    }
}
