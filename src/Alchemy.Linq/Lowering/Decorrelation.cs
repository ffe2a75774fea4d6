namespace Alchemy.Internals;

/// <summary>Takes what ties a SELECT to the FROMs around it out into the condition of a join, for databases without LATERAL. A page of it becomes one for each partner, by row number.</summary>
internal sealed class Decorrelation
{
    private readonly List<(ColumnElement Inner, SqlOperator Operator, ColumnElement Outer)> _pairs = [];
    private readonly List<ColumnElement> _conditions = [];
    private (Over Number, ColumnElement? Limit, ColumnElement? Offset)? _page;

    private Decorrelation()
    {
    }

    /// <summary>Columns that the conditions need outside of the SELECT.</summary>
    public IEnumerable<ColumnElement> Columns { get; private set; } = [];

    /// <summary>Changes the SELECT; null, and no change, when it is tied in another way than by conditions that can be taken out.</summary>
    /// <param name="builder">The SELECT.</param>
    /// <param name="outer">The FROMs around it.</param>
    public static Decorrelation? TryApply(SelectBuilder builder, IReadOnlyList<FromClause> outer)
    {
        var made = new Decorrelation();
        var tied = builder.Where(c => FromReferences.Meets(c, outer));
        return (builder.IsSimple ? made.TakeAll(tied, builder) : made.TakePairs(tied, builder, outer)) ? made : null;
    }

    /// <summary>Changes a side of a UNION or the like, which has no page; null when it is tied by more than equality of keys.</summary>
    /// <param name="builder">The SELECT.</param>
    /// <param name="outer">The FROMs around it.</param>
    public static Decorrelation? TryPair(SelectBuilder builder, IReadOnlyList<FromClause> outer)
        => new Decorrelation() is var made && made.TakePairs(builder.Where(c => FromReferences.Meets(c, outer)), builder, outer) ? made : null;

    /// <summary>The columns that are equal to values of the FROMs around a SELECT; null when it is tied to them in another way.</summary>
    /// <param name="builder">The SELECT, which stays as it is.</param>
    /// <param name="outer">The FROMs around it.</param>
    public static IReadOnlyList<ColumnElement>? Keys(SelectBuilder builder, IReadOnlyList<FromClause> outer)
        => new Decorrelation() is var made && made.Pair(builder.Where(c => FromReferences.Meets(c, outer)), builder, outer) ? [.. made._pairs.Select(p => p.Inner)] : null;

    /// <summary>What the keys are compared with, and how.</summary>
    public IEnumerable<(SqlOperator Operator, ColumnElement Outer)> Partners => _pairs.Select(p => (p.Operator, p.Outer));

    /// <summary>The conditions over the subquery that the SELECT has become.</summary>
    public IEnumerable<ColumnElement> Conditions(Subquery subquery, Func<ColumnElement, ColumnElement> outside)
    {
        foreach (var condition in _conditions)
        {
            yield return new ColumnAdapter(subquery).Rewrite(condition);
        }

        foreach (var (inner, op, partner) in _pairs)
        {
            yield return new BinaryExpression(op, outside(inner), partner, SqlTypes.Boolean);
        }

        if (_page is { Number: var number } page)
        {
            if (page.Offset is { } offset)
            {
                yield return outside(number).Condition(SqlOperator.Greater, offset);
            }

            if (page.Limit is { } limit)
            {
                yield return outside(number).Condition(SqlOperator.LessOrEqual, page.Offset is { } skipped ? new BinaryExpression(SqlOperator.Add, skipped, limit, SqlTypes.BigInteger) : limit);
            }
        }
    }

    // Of plain rows any condition may be tested after the fact.
    private bool TakeAll(IReadOnlyList<ColumnElement> tied, SelectBuilder builder)
    {
        var columns = tied.Select(c => FromReferences.ColumnsIn(c, builder.Leaves)).ToList();
        if (columns.Exists(c => c is null))
        {
            return false;
        }

        _conditions.AddRange(tied);
        Columns = columns.SelectMany(c => c!);
        builder.Remove(tied);
        return true;
    }

    // Rows that are counted, compared or grouped stay apart by the keys that tie them.
    private bool TakePairs(IReadOnlyList<ColumnElement> tied, SelectBuilder builder, IReadOnlyList<FromClause> outer)
    {
        // The numbers of a page would be given before its DISTINCT, and a number in GROUP BY is a column's place.
        if (!Pair(tied, builder, outer) || builder.IsDistinct && builder.IsPaged || builder.IsGrouped && !_pairs.TrueForAll(p => FromReferences.Meets(p.Inner, builder.Leaves)))
        {
            return false;
        }

        builder.Remove(tied);
        List<ColumnElement> keys = [.. _pairs.Select(p => p.Inner)];
        if (builder.IsGrouped)
        {
            builder.GroupAlso(keys);
        }

        Columns = keys;
        if (builder.IsPaged)
        {
            _page = (RowNumber.Over(keys, [.. builder.Order]), builder.Limit, builder.Offset);
            Columns = [.. keys, _page.Value.Number];
            (builder.Limit, builder.Offset) = (null, null);
        }

        return true;
    }

    private bool Pair(IReadOnlyList<ColumnElement> tied, SelectBuilder builder, IReadOnlyList<FromClause> outer)
    {
        foreach (var condition in tied)
        {
            if (condition is not BinaryExpression { Operator: SqlOperator.Equal or SqlOperator.IsNotDistinctFrom } equality)
            {
                return false;
            }

            var (left, right) = (FromReferences.Meets(equality.Left, outer), FromReferences.Meets(equality.Right, outer));
            if (left == right || FromReferences.Meets(left ? equality.Left : equality.Right, builder.Leaves))
            {
                return false;
            }

            _pairs.Add(left ? (equality.Right, equality.Operator, equality.Left) : (equality.Left, equality.Operator, equality.Right));
        }

        return true;
    }
}
