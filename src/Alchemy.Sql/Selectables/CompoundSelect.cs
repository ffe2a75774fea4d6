namespace Alchemy;

/// <summary><c>SELECT … UNION|INTERSECT|EXCEPT [ALL] SELECT …</c></summary>
public sealed class CompoundSelect : SelectBase
{
    /// <summary>Creates the statement.</summary>
    /// <exception cref="InvalidStatementException">There are fewer than two SELECTs, or they differ in their number of columns.</exception>
    public CompoundSelect(SetOperator op, IReadOnlyList<SelectBase> selects)
    {
        if (selects.Count < 2 || selects.Any(s => s.Columns.Count != selects[0].Columns.Count))
        {
            throw new InvalidStatementException(
                $"{op} joins two or more SELECTs with the same number of columns; these have {string.Join(", ", selects.Select(s => s.Columns.Count))}.");
        }

        (Operator, Selects) = (op, selects);
    }

    private CompoundSelect(CompoundSelect other)
    {
        (Operator, Selects, OrderByClauses, LimitClause, OffsetClause) = (other.Operator, other.Selects, other.OrderByClauses, other.LimitClause, other.OffsetClause);
        Extras = other.Extras;
    }

    /// <summary>The operator.</summary>
    public SetOperator Operator { get; }

    /// <summary>The SELECTs, at least two.</summary>
    public IReadOnlyList<SelectBase> Selects { get; private init; }

    /// <summary>The items of ORDER BY, over the columns of the first SELECT.</summary>
    public IReadOnlyList<ColumnElement> OrderByClauses { get; private init; } = [];

    /// <summary>The most rows, or null.</summary>
    public ColumnElement? LimitClause { get; private init; }

    /// <summary>The rows to leave out first, or null.</summary>
    public ColumnElement? OffsetClause { get; private init; }

    /// <summary>The most rows, said by FETCH; or null.</summary>
    public ColumnElement? FetchClause => Extras.Fetch;

    internal SelectExtras Extras { get; private init; } = SelectExtras.Empty;

    internal override bool HasOrderOrLimit => true;

    internal override bool HasCtes => Extras.Ctes.Count > 0;

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnElement> Columns => Selects[0].Columns;

    /// <summary>Adds to ORDER BY; name columns of the first SELECT.</summary>
    public CompoundSelect OrderBy(params ColumnElement[] columns) => new(this) { OrderByClauses = [.. OrderByClauses, .. columns.Select(c => c.Node)] };

    /// <summary>Adds columns of the first SELECT to ORDER BY by the names that they return.</summary>
    /// <exception cref="UnknownColumnException">There is none of that name.</exception>
    public CompoundSelect OrderBy(params string[] names)
    {
        var known = SelectColumns.Names(this);
        return OrderBy([.. names.Select(n => known.Contains(n) ? Columns[known.ToList().IndexOf(n)] : throw new UnknownColumnException(n, "the first SELECT", known))]);
    }

    /// <summary>The most rows to return.</summary>
    public CompoundSelect Limit(int rows) => Limit(Select.Rows(rows));

    /// <summary>The most rows to return.</summary>
    public CompoundSelect Limit(ColumnElement? rows) => new(this) { LimitClause = rows?.Node };

    /// <summary>The rows to leave out before the first.</summary>
    public CompoundSelect Offset(int rows) => Offset(Select.Rows(rows));

    /// <summary>The rows to leave out before the first.</summary>
    public CompoundSelect Offset(ColumnElement? rows) => new(this) { OffsetClause = rows?.Node };

    /// <summary>The most rows to return: <c>FETCH FIRST n ROWS ONLY</c>; replaces an earlier limit.</summary>
    /// <param name="rows">How many rows, or how many percent.</param>
    /// <param name="withTies">True to return also the rows that are equal to the last in the order.</param>
    /// <param name="percent">True for a share of the rows instead of their number.</param>
    public CompoundSelect Fetch(int rows, bool withTies = false, bool percent = false)
        => new(this) { LimitClause = null, Extras = Extras with { Fetch = Select.Rows(rows), WithTies = withTies, IsPercent = percent } };

    /// <inheritdoc cref="SelectBase.AddCte"/>
    public new CompoundSelect AddCte(params CommonTableExpression[] ctes) => (CompoundSelect)base.AddCte(ctes);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitCompound(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Number((int)Operator).Nodes(Selects).Nodes(OrderByClauses).Node(LimitClause).Node(OffsetClause);
        Extras.Describe(parts);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (selects, orderBy) = (rewriter.Rewrite(Selects), rewriter.Rewrite(OrderByClauses));
        var limit = LimitClause is null ? null : rewriter.Rewrite(LimitClause);
        var offset = OffsetClause is null ? null : rewriter.Rewrite(OffsetClause);
        var extras = Extras.Rewrite(rewriter);
        return ReferenceEquals(selects, Selects) && ReferenceEquals(orderBy, OrderByClauses) && ReferenceEquals(limit, LimitClause) && ReferenceEquals(offset, OffsetClause) && ReferenceEquals(extras, Extras)
            ? this
            : new CompoundSelect(this) { Selects = selects, OrderByClauses = orderBy, LimitClause = limit, OffsetClause = offset, Extras = extras };
    }

    private protected override SelectBase WithCtes(IEnumerable<AddedCte> ctes) => new CompoundSelect(this) { Extras = Extras with { Ctes = [.. Extras.Ctes, .. ctes] } };
}

/// <summary>The operators between SELECTs.</summary>
public enum SetOperator
{
    /// <summary>UNION</summary>
    Union,

    /// <summary>UNION ALL</summary>
    UnionAll,

    /// <summary>INTERSECT</summary>
    Intersect,

    /// <summary>INTERSECT ALL</summary>
    IntersectAll,

    /// <summary>EXCEPT</summary>
    Except,

    /// <summary>EXCEPT ALL</summary>
    ExceptAll,
}
