namespace Alchemy;

/// <summary>A SELECT statement. Immutable: each method returns a changed copy.</summary>
/// <example><code>Sql.Select(users.Name).Where(users.Age &gt; 30).OrderBy(users.Name).Limit(10)</code>
/// becomes <c>SELECT users.name FROM users WHERE users.age &gt; :age_1 ORDER BY users.name LIMIT :param_1</c></example>
public sealed partial class Select : SelectBase
{
    internal Select(IReadOnlyList<ColumnElement> columns) => Columns = columns;

    private Select(Select other)
    {
        (Columns, From, WhereClauses, GroupByClauses) = (other.Columns, other.From, other.WhereClauses, other.GroupByClauses);
        (HavingClauses, OrderByClauses, LimitClause, OffsetClause) = (other.HavingClauses, other.OrderByClauses, other.LimitClause, other.OffsetClause);
        (IsDistinct, Correlated, Extras) = (other.IsDistinct, other.Correlated, other.Extras);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnElement> Columns { get; }

    /// <summary>The FROMs that were named; those of the columns come by themselves.</summary>
    public IReadOnlyList<FromClause> From { get; private init; } = [];

    /// <summary>The conditions of WHERE, all of which must hold.</summary>
    public IReadOnlyList<ColumnElement> WhereClauses { get; private init; } = [];

    /// <summary>The expressions of GROUP BY.</summary>
    public IReadOnlyList<ColumnElement> GroupByClauses { get; private init; } = [];

    /// <summary>The conditions of HAVING, all of which must hold.</summary>
    public IReadOnlyList<ColumnElement> HavingClauses { get; private init; } = [];

    /// <summary>The items of ORDER BY.</summary>
    public IReadOnlyList<ColumnElement> OrderByClauses { get; private init; } = [];

    /// <summary>The most rows, or null.</summary>
    public ColumnElement? LimitClause { get; private init; }

    /// <summary>The rows to leave out first, or null.</summary>
    public ColumnElement? OffsetClause { get; private init; }

    /// <summary>The most rows, said by FETCH; or null.</summary>
    public ColumnElement? FetchClause => Extras.Fetch;

    /// <summary>True for SELECT DISTINCT.</summary>
    public bool IsDistinct { get; private init; }

    /// <summary>The FROMs taken from the enclosing SELECT; null to find them by themselves.</summary>
    public IReadOnlyList<FromClause>? Correlated { get; private init; }

    /// <summary>How the columns are named.</summary>
    public LabelStyle LabelStyle => Extras.LabelStyle;

    /// <summary>The locks it takes, or null.</summary>
    public ForUpdate? ForUpdate => Extras.ForUpdate;

    internal SelectExtras Extras { get; private init; } = SelectExtras.Empty;

    /// <summary>True when words of the program's own stand in it, which no dialect checks: hints, prefixes, suffixes, clauses.</summary>
    public bool HasOwnWords => Extras.Extensions.Count + Extras.Hints.Count + Extras.StatementHints.Count + Extras.Prefixes.Count + Extras.Suffixes.Count > 0;

    internal override bool HasOrderOrLimit => OrderByClauses.Count > 0 || LimitClause is not null || OffsetClause is not null || FetchClause is not null;

    internal override bool HasCtes => Extras.Ctes.Count > 0;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitSelect(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Nodes(Columns).Nodes(From).Nodes(WhereClauses).Nodes(GroupByClauses).Nodes(HavingClauses).Nodes(OrderByClauses)
            .Node(LimitClause).Node(OffsetClause).Number(IsDistinct ? 1 : 0).Number(Correlated?.Count ?? -1);
        foreach (var from in Correlated ?? [])
        {
            parts.From(from);
        }

        Extras.Describe(parts);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var from = rewriter.Rewrite(From);
        var correlated = Correlated is null ? null : rewriter.Rewrite(Correlated);
        var (columns, where, groupBy) = (rewriter.Rewrite(Columns), rewriter.Rewrite(WhereClauses), rewriter.Rewrite(GroupByClauses));
        var (having, orderBy) = (rewriter.Rewrite(HavingClauses), rewriter.Rewrite(OrderByClauses));
        var limit = LimitClause is null ? null : rewriter.Rewrite(LimitClause);
        var offset = OffsetClause is null ? null : rewriter.Rewrite(OffsetClause);
        var extras = Extras.Rewrite(rewriter);
        var same = ReferenceEquals(from, From) && ReferenceEquals(correlated, Correlated) && ReferenceEquals(columns, Columns) && ReferenceEquals(where, WhereClauses)
            && ReferenceEquals(groupBy, GroupByClauses) && ReferenceEquals(having, HavingClauses) && ReferenceEquals(orderBy, OrderByClauses)
            && ReferenceEquals(limit, LimitClause) && ReferenceEquals(offset, OffsetClause) && ReferenceEquals(extras, Extras);
        return same ? this : new Select(columns)
        {
            From = from, WhereClauses = where, GroupByClauses = groupBy, HavingClauses = having, OrderByClauses = orderBy,
            LimitClause = limit, OffsetClause = offset, IsDistinct = IsDistinct, Correlated = correlated, Extras = extras,
        };
    }

    private protected override SelectBase WithCtes(IEnumerable<AddedCte> ctes) => new Select(this) { Extras = Extras with { Ctes = [.. Extras.Ctes, .. ctes] } };
}
