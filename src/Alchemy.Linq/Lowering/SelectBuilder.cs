namespace Alchemy.Internals;

/// <summary>A SELECT that is being put together. An operator that would come too late in it turns what is there into a subquery.</summary>
/// <param name="context">The lowering that it belongs to.</param>
internal sealed class SelectBuilder(LoweringContext context)
{
    private readonly List<ColumnElement> _where = [];
    private readonly List<ColumnElement> _groupBy = [];
    private readonly List<ColumnElement> _having = [];
    private List<Ordering> _orderBy = [];

    public FromClause? From { get; private set; }

    public IReadOnlyList<Ordering> Order => _orderBy;

    public bool IsDistinct { get; set; }

    public bool IsGrouped { get; private set; }

    public ColumnElement? Limit { get; set; }

    public ColumnElement? Offset { get; set; }

    public bool IsPaged => Limit is not null || Offset is not null;

    /// <summary>True when it is a FROM with conditions only, so that it can be joined as it is.</summary>
    public bool IsSimple => !IsDistinct && !IsGrouped && !IsPaged;

    /// <summary>The tables and subqueries of the FROM, joins taken apart.</summary>
    public IReadOnlyList<FromClause> Leaves => From is null ? [] : [.. LeavesOf(From)];

    /// <summary>All conditions of the WHERE as one.</summary>
    public ColumnElement Conditions => BooleanClauseList.And(_where);

    public void Start(FromClause from) => From = from;

    public void Join(FromClause right, ColumnElement? on, JoinKind kind)
    {
        From = From is null ? right : new Join(From, right, on, kind);
        if (kind is JoinKind.LeftOuter)
        {
            context.MarkOptional(right);
        }
    }

    public static IEnumerable<FromClause> LeavesOf(FromClause from) => from is Join join ? LeavesOf(join.Left).Concat(LeavesOf(join.Right)) : [from];

    /// <summary>The conditions of the WHERE, each apart, that a test picks.</summary>
    public IReadOnlyList<ColumnElement> Where(Func<ColumnElement, bool> isIt) => [.. _where.SelectMany(Parts).Where(isIt)];

    /// <summary>Takes conditions out of the WHERE.</summary>
    public void Remove(IReadOnlyList<ColumnElement> conditions)
    {
        ColumnElement[] left = [.. _where.SelectMany(Parts).Where(c => !conditions.Contains(c, ReferenceEqualityComparer.Instance))];
        _where.Clear();
        _where.AddRange(left);
    }

    public void Where(ColumnElement condition) => (IsGrouped ? _having : _where).Add(condition);

    public void Group(IEnumerable<ColumnElement> keys)
    {
        _groupBy.AddRange(keys.Distinct(ReferenceEqualityComparer.Instance).OfType<ColumnElement>());
        IsGrouped = true;
        _orderBy = [];
        if (_groupBy.Count == 0)
        {
            // One group of everything, and none of nothing.
            _having.Add(Func.Count().Condition(SqlOperator.Greater, new LiteralValue(0L, SqlTypes.BigInteger)));
        }
    }

    /// <summary>More columns that are the same for all rows of a group.</summary>
    public void GroupAlso(IEnumerable<ColumnElement> columns) => _groupBy.AddRange(columns);

    /// <summary>Sorts by these first, and by what was there where they are equal.</summary>
    public void OrderFirst(IEnumerable<Ordering> items) => _orderBy = [.. items, .. _orderBy];

    public void OrderBy(IEnumerable<Ordering> items) => _orderBy = [.. items];

    public Select Build(IEnumerable<ColumnElement> columns, IEnumerable<FromClause> outer)
    {
        var (selected, order) = Labelled([.. columns]);
        var select = Sql.Select(selected);
        if (From is not null)
        {
            select = select.SelectFrom(From);
        }

        select = _where.Aggregate(select, (s, c) => s.Where(c));
        select = _groupBy.Count > 0 ? select.GroupBy([.. _groupBy]) : select;
        select = _having.Aggregate(select, (s, c) => s.Having(c));
        select = order.Count > 0 ? select.OrderBy([.. order]) : select;
        select = IsDistinct ? select.Distinct() : select;
        select = Limit is null ? select : select.Limit(Limit);
        select = Offset is null ? select : select.Offset(Offset);
        return outer.ToArray() is { Length: > 0 } froms ? select.Correlate(froms) : select;
    }

    // A subquery that is selected and sorted by is written once.
    private (ColumnElement[] Columns, IReadOnlyList<Ordering> Order) Labelled(ColumnElement[] columns)
    {
        var order = _orderBy.ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            var element = order[i].Element;
            if (element is ScalarSelect && Array.FindIndex(columns, c => ReferenceEquals(c, element)) is >= 0 and var at)
            {
                columns[at] = new Label($"order_{i + 1}", element);
                order[i] = new Ordering(columns[at], order[i].IsDescending, order[i].Nulls);
            }
        }

        return (columns, order);
    }

    /// <summary>Turns what is there into a subquery; gives what became of its columns.</summary>
    /// <param name="columns">The columns that are needed outside.</param>
    /// <param name="outer">The FROMs around this SELECT.</param>
    /// <param name="seed">The stem of the subquery's name.</param>
    public Func<ColumnElement, ColumnElement> PushDown(IEnumerable<ColumnElement> columns, IEnumerable<FromClause> outer, string? seed)
    {
        // The order is kept outside, which SQL does not promise; inside only a page needs it.
        var order = _orderBy;
        var inside = columns.Concat(order.Select(o => o.Element)).Distinct(ReferenceEqualityComparer.Instance).OfType<ColumnElement>().ToList();
        if (inside.Count == 0)
        {
            // One group of everything must stay one.
            inside.Add(IsGrouped ? Func.Count().Node : new LiteralValue(1, SqlTypes.Integer));
        }

        if (!IsPaged)
        {
            _orderBy = [];
        }

        var subquery = new Subquery(Build(inside, outer), seed: seed);
        _where.Clear();
        _groupBy.Clear();
        _having.Clear();
        (IsDistinct, IsGrouped, Limit, Offset, From) = (false, false, null, null, subquery);
        ColumnElement Outside(ColumnElement element) => inside.FindIndex(c => ReferenceEquals(c, element)) is >= 0 and var i ? subquery.Columns[i] : element;
        _orderBy = [.. order.Select(o => new Ordering(Outside(o.Element), o.IsDescending, o.Nulls))];
        return Outside;
    }

    /// <summary>A UNION or the like takes the place of what was there.</summary>
    public void Replace(Subquery subquery)
    {
        _where.Clear();
        _groupBy.Clear();
        _having.Clear();
        _orderBy = [];
        (IsDistinct, IsGrouped, Limit, Offset, From) = (false, false, null, null, subquery);
    }

    private static IEnumerable<ColumnElement> Parts(ColumnElement condition) => condition.Node switch
    {
        BooleanClauseList { Operator: SqlOperator.And } all => all.Clauses.SelectMany(Parts),
        Grouping group => Parts(group.Element),
        var one => [one],
    };

    /// <summary>Forgets the order: nothing outside can see it.</summary>
    public void Unordered() => _orderBy = [];
}
