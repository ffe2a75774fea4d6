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
        FromClause from when ReferenceEquals(from, target) || IsReplaced(from) => target,
        // Another alias of a table is another FROM, though it may be of the same table.
        Alias { Inner: Table } alias => alias,
        FromClause => null,
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

    private bool IsReplaced(FromClause from) => !ReferenceEquals(target, from) && target.IsDerivedFrom(from) && (only.Length == 0 || only.Any(f => f.IsDerivedFrom(from)));
}
