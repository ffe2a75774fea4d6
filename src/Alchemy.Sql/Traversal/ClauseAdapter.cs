namespace Alchemy;

/// <summary>Rewrites a statement over one FROM into one over another that contains it, the FROM itself as well: over <c>orders</c> into over <c>orders AS o</c>.</summary>
/// <remarks>Unlike <see cref="ColumnAdapter"/> it also replaces the FROM where it is named: in FROM, in joins and in subqueries.</remarks>
/// <param name="target">The FROM that takes the place of those it is made of.</param>
public sealed class ClauseAdapter(FromClause target) : SqlRewriter
{
    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node) => node switch
    {
        FromClause from => ReferenceEquals(from, target) || IsMadeOf(target, from) ? target : null,
        BindParameter or Constant => null,
        ColumnElement column => target.CorrespondingColumn(column),
        _ => null,
    };

    private static bool IsMadeOf(FromClause whole, FromClause part) => whole switch
    {
        Alias alias => ReferenceEquals(alias.Inner, part) || IsMadeOf(alias.Inner, part),
        TableSample sample => ReferenceEquals(sample.Inner, part) || IsMadeOf(sample.Inner, part),
        Join join => ReferenceEquals(join.Left, part) || ReferenceEquals(join.Right, part) || IsMadeOf(join.Left, part) || IsMadeOf(join.Right, part),
        Subquery subquery => Contains(subquery.Select, part),
        CommonTableExpression { Element: SelectBase select } => Contains(select, part),
        _ => false,
    };

    private static bool Contains(SelectBase select, FromClause part) => select switch
    {
        Select plain => SelectJoins.Froms(plain).Any(f => ReferenceEquals(f, part) || IsMadeOf(f, part)),
        CompoundSelect compound => compound.Selects.Any(s => Contains(s, part)),
        _ => false,
    };
}
