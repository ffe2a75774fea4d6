namespace Alchemy;

/// <summary><c>ROW_NUMBER() OVER (ORDER BY …)</c>: the number of a row, for paging on servers without OFFSET.</summary>
internal sealed class RowNumbers(IReadOnlyList<ColumnElement> order) : ExtensionElement
{
    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.BigInteger;

    /// <inheritdoc/>
    protected override void Render(SqlCompiler compiler) => compiler.Write("ROW_NUMBER() OVER (ORDER BY ").Render(order).Write(")");

    /// <inheritdoc/>
    protected override void Describe(PartList parts) => parts.Nodes(order);

    /// <inheritdoc/>
    protected override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var items = rewriter.Rewrite(order);
        return ReferenceEquals(items, order) ? this : new RowNumbers(items);
    }
}
