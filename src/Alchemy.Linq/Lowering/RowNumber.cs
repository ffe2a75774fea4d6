namespace Alchemy.Internals;

/// <summary><c>row_number() OVER (PARTITION BY … ORDER BY …)</c>: the place of a row among those of equal keys, from 1.</summary>
/// <param name="partition">The keys.</param>
/// <param name="order">The order; none for any.</param>
internal sealed class RowNumber(IReadOnlyList<ColumnElement> partition, IReadOnlyList<ColumnElement> order) : ExtensionElement
{
    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.BigInteger;

    /// <inheritdoc/>
    public override bool IsNullable => false;

    /// <inheritdoc/>
    protected internal override void Render(SqlCompiler compiler) => compiler.Write("row_number() OVER ").WriteWindow(partition, order);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Nodes(partition).Nodes(order);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (keys, items) = (rewriter.Rewrite(partition), rewriter.Rewrite(order));
        return ReferenceEquals(keys, partition) && ReferenceEquals(items, order) ? this : new RowNumber(keys, items);
    }
}
