namespace Alchemy;

/// <summary>Rewrites expressions over one FROM into expressions over another that contains it: over <c>orders</c> into over <c>(SELECT … FROM orders) AS page</c>.</summary>
/// <remarks>A column that the target does not have stays as it is.</remarks>
/// <param name="target">The FROM whose columns take the place of those they stand for.</param>
public sealed class ColumnAdapter(FromClause target) : SqlRewriter
{
    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node)
        => node is ColumnElement column and not BindParameter and not Constant ? target.CorrespondingColumn(column) : null;
}
