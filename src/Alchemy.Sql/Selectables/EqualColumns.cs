namespace Alchemy.Internals;

/// <summary>Finds columns of a SELECT that equal others of it in every row.</summary>
internal static class EqualColumns
{
    /// <summary>The columns without those that equal an earlier or referred one.</summary>
    public static IEnumerable<ColumnElement> Reduced(Select select, bool onlySynonyms)
    {
        var left = select.Columns.ToList();
        foreach (var column in select.Columns.OfType<NamedColumn>().Where(c => Refers(c, select.Columns, onlySynonyms)))
        {
            left.Remove(column);
        }

        foreach (var (one, other) in Conditions(select).SelectMany(Pairs))
        {
            var pair = left.Where(c => Lineage(c).Contains(one)).Concat(left.Where(c => Lineage(c).Contains(other))).Distinct().ToList();
            if (pair.Count == 2 && (!onlySynonyms || pair[0].Name == pair[1].Name))
            {
                left.Remove(pair[1]);
            }
        }

        return left;
    }

    // A column of a foreign key, whose key is among the columns too.
    private static bool Refers(NamedColumn column, IReadOnlyList<ColumnElement> columns, bool onlySynonyms)
        => Lineage(column).OfType<Column>().Any(own => own.Owner is Table table && table.ForeignKeys.Any(key =>
            key.ColumnNames.ToList().IndexOf(own.Name) is >= 0 and var place && key.TryReferredTable?.Columns.Find(key.ReferredColumnNames[place]) is { } referred
            && columns.Any(c => !ReferenceEquals(c, column) && Lineage(c).Contains(referred) && (!onlySynonyms || c.Name == column.Name))));

    private static IEnumerable<ColumnElement> Conditions(Select select) => select.WhereClauses.Concat(select.From.SelectMany(On));

    // Of outer joins nothing is known to be equal: one side may be NULL.
    private static IEnumerable<ColumnElement> On(FromClause from) => from is Join join
        ? [.. join is { Kind: JoinKind.Inner, On: { } on } ? [on] : (ColumnElement[])[], .. join.Kind is JoinKind.Inner or JoinKind.Cross or JoinKind.LeftOuter ? On(join.Left) : [], .. join.Kind is JoinKind.Inner or JoinKind.Cross or JoinKind.RightOuter ? On(join.Right) : []]
        : [];

    private static IEnumerable<(ColumnElement, ColumnElement)> Pairs(ColumnElement condition) => condition.Node switch
    {
        BinaryExpression { Operator: SqlOperator.Equal } equal => [(equal.Left, equal.Right)],
        BooleanClauseList { Operator: SqlOperator.And } and => and.Clauses.SelectMany(Pairs),
        _ => [],
    };

    private static IReadOnlyList<ColumnElement> Lineage(ColumnElement column)
    {
        var found = new List<ColumnElement>();
        for (ColumnElement? at = column; at is not null; at = at is ProxyColumn proxy ? proxy.Source : null)
        {
            found.Add(at);
        }

        return found;
    }
}
