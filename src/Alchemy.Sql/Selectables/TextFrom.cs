namespace Alchemy;

/// <summary>SQL text as an item of FROM.</summary>
public sealed class TextFrom(TextClause text) : FromClause
{
    /// <summary>The text.</summary>
    public TextClause Text { get; } = text;

    /// <inheritdoc/>
    public override string? Name => null;

    /// <summary>None: the program names columns by <see cref="Sql.Column{T}"/> or as text.</summary>
    public override ColumnSet Columns { get; } = new("SQL text", []);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTextFrom(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Text);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var text = rewriter.Rewrite(Text);
        return ReferenceEquals(text, Text) ? this : new TextFrom(text);
    }
}
