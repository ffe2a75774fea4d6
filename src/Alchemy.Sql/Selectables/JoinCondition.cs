namespace Alchemy.Internals;

/// <summary>Finds the condition of a join in the foreign keys between its sides.</summary>
internal static class JoinCondition
{
    /// <summary>The condition.</summary>
    /// <exception cref="InvalidStatementException">No foreign key leads from one side to the other, or more than one does.</exception>
    public static ColumnElement Between(FromClause left, FromClause right)
    {
        // The table that was joined last is asked first, so that a join of joins goes on where it ended.
        var keys = left is Join join ? Keys(join.Right, right) : [];
        keys = keys.Count > 0 ? keys : Keys(left, right);
        return keys.Count switch
        {
            1 => BooleanClauseList.And(keys[0]),
            0 => throw new InvalidStatementException($"No foreign key leads from {Named(left)} to {Named(right)}, or back: give the condition, Join(right, on)."),
            _ => throw new InvalidStatementException($"More than one foreign key leads from {Named(left)} to {Named(right)}: give the condition, Join(right, on)."),
        };
    }

    /// <summary>Whether a foreign key leads from one to the other, or back.</summary>
    public static bool Exists(FromClause left, FromClause right) => Keys(left, right).Count > 0;

    // One list of comparisons for each foreign key.
    private static List<IReadOnlyList<ColumnElement>> Keys(FromClause left, FromClause right)
    {
        List<IReadOnlyList<ColumnElement>> found = [.. Leading(right, left)];
        if (!ReferenceEquals(left, right))
        {
            found.AddRange(Leading(left, right));
        }

        return found;
    }

    private static IEnumerable<IReadOnlyList<ColumnElement>> Leading(FromClause from, FromClause to)
    {
        foreach (var key in Tables(from).SelectMany(t => t.ForeignKeys))
        {
            if (key.TryReferredTable is not { } referred)
            {
                continue;
            }

            var columns = key.ColumnNames.Select(c => from.CorrespondingColumn(key.Table.Column(c))).ToList();
            var targets = key.ReferredColumnNames.Select(c => referred.Columns.Find(c) is { } column ? to.CorrespondingColumn(column) : null).ToList();
            if (!columns.Contains(null) && !targets.Contains(null))
            {
                yield return [.. targets.Zip(columns, (target, column) => target!.Condition(SqlOperator.Equal, column).Node)];
            }
        }
    }

    private static IEnumerable<Table> Tables(FromClause from) => from.Columns.Select(Origin).OfType<Table>().Distinct();

    private static Table? Origin(ColumnElement column) => column switch
    {
        Column own => own.Owner as Table,
        ProxyColumn proxy => Origin(proxy.Source),
        Label label => Origin(label.Element),
        _ => null,
    };

    private static string Named(FromClause from) => from.Name is { } name ? $"'{name}'" : $"the {from.GetType().Name}";
}
