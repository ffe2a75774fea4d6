namespace Alchemy;

/// <summary>Values in parentheses: <c>(a, b)</c>.</summary>
public sealed class TupleExpression : ColumnElement
{
    /// <summary>Creates the list.</summary>
    public TupleExpression(IReadOnlyList<ColumnElement> items) => Items = [.. items.Select(i => i.Node)];

    /// <summary>The values, in order.</summary>
    public IReadOnlyList<ColumnElement> Items { get; }

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Null;

    /// <inheritdoc/>
    public override bool IsNullable => Items.Any(i => i.IsNullable);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTuple(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Nodes(Items);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var items = rewriter.Rewrite(Items);
        return ReferenceEquals(items, Items) ? this : new TupleExpression(items);
    }
}
