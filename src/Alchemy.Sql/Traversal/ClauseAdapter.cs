namespace Alchemy;

/// <summary>Rewrites a statement over one FROM into one over another that contains it, the FROM itself as well: over <c>orders</c> into over <c>orders AS o</c>.</summary>
/// <remarks>Unlike <see cref="ColumnAdapter"/> it also replaces the FROM where it is named: in FROM, in joins and in subqueries.</remarks>
/// <param name="target">The FROM that takes the place of those it is made of.</param>
/// <param name="only">The FROMs that it takes the place of; none for all that it is made of.</param>
public sealed class ClauseAdapter(FromClause target, params FromClause[] only) : SqlRewriter
{
    /// <summary>True to take the names off labels of what changes: the statement gives others, so that both may be columns of one SELECT.</summary>
    public bool AnonymizeLabels { get; init; }

    /// <inheritdoc/>
    protected override ClauseElement? Replace(ClauseElement node) => node switch
    {
        FromClause from => ReferenceEquals(from, target) || IsReplaced(from) ? target : null,
        // The columns of a join are those of its sides: what the SELECT reads must be said to be replaced.
        Select select when target is Join && SelectJoins.Froms(select) is var froms && froms.Any(f => !select.From.Contains(f) && IsReplaced(f)) => Rewrite(select.WithFrom([.. froms])),
        BindParameter or Constant => null,
        Label label when AnonymizeLabels && Rewrite(label.Element) is var element && !ReferenceEquals(element, label.Element) => element.As(),
        // A table's column that the target does not have stays: its table is not there any more to be asked for it by name.
        Column column => Corresponding(column) ?? column,
        ColumnElement column => Corresponding(column),
        _ => null,
    };

    private NamedColumn? Corresponding(ColumnElement column) => only.Length == 0 || only.Any(f => f.CorrespondingColumn(column) is not null) ? target.CorrespondingColumn(column) : null;

    private bool IsReplaced(FromClause from) => IsMadeOf(target, from) && (only.Length == 0 || only.Any(f => ReferenceEquals(f, from) || IsMadeOf(f, from)));

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
