namespace Alchemy.Internals;

/// <summary>FROMs in groups of those that are connected.</summary>
internal sealed class FromGroups
{
    private readonly Dictionary<FromClause, FromClause> _parent = new(ReferenceEqualityComparer.Instance);
    private readonly List<FromClause> _leaves = [];

    /// <summary>Adds a FROM; the sides of a join are connected, and so is a lateral subquery with what it reads.</summary>
    public void Add(FromClause from)
    {
        if (from is Join join)
        {
            Add(join.Left);
            Add(join.Right);
            Union(Leaf(join.Left), Leaf(join.Right));
            return;
        }

        if (_parent.TryAdd(from, from))
        {
            _leaves.Add(from);
        }

        if (from is Subquery { IsLateral: true } or Values { IsLateral: true } or Alias { Inner: Subquery { IsLateral: true } })
        {
            foreach (var read in Read(from).Where(_parent.ContainsKey))
            {
                Union(from, read);
            }
        }
    }

    /// <summary>Connects the FROMs on both sides of each comparison in a condition.</summary>
    public void Connect(ColumnElement condition)
    {
        var used = FromCollector.Collect([condition]).Concat(Read(condition)).Where(_parent.ContainsKey).ToList();
        if (condition.Node is BooleanClauseList { Operator: SqlOperator.And } and)
        {
            foreach (var clause in and.Clauses)
            {
                Connect(clause);
            }

            return;
        }

        for (var i = 1; i < used.Count; i++)
        {
            Union(used[0], used[i]);
        }
    }

    /// <summary>One FROM of each group, without those given.</summary>
    public IReadOnlyList<FromClause> Apart(IReadOnlyList<FromClause> without)
        => [.. _leaves.Where(l => ReferenceEquals(Root(l), l) && !without.Contains(l, ReferenceEqualityComparer.Instance))];

    private static FromClause Leaf(FromClause from) => from is Join join ? Leaf(join.Left) : from;

    // The FROMs of columns anywhere inside, also in subqueries.
    private static IEnumerable<FromClause> Read(ClauseElement node)
    {
        var reader = new ColumnReader();
        reader.Visit(node);
        return reader.Froms;
    }

    private FromClause Root(FromClause from)
    {
        while (!ReferenceEquals(_parent[from], from))
        {
            from = _parent[from];
        }

        return from;
    }

    private void Union(FromClause left, FromClause right) => _parent[Root(right)] = Root(left);

    private sealed class ColumnReader : SqlVisitor
    {
        public HashSet<FromClause> Froms { get; } = new(ReferenceEqualityComparer.Instance);

        protected internal override void VisitColumn(Column node)
        {
            if (node.Owner is { } owner)
            {
                Froms.Add(owner);
            }
        }

        protected internal override void VisitProxyColumn(ProxyColumn node) => Froms.Add(node.From);
    }
}
