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
        => (Operator, Selects, OrderByClauses, LimitClause, OffsetClause) = (other.Operator, other.Selects, other.OrderByClauses, other.LimitClause, other.OffsetClause);

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

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnElement> Columns => Selects[0].Columns;

    /// <summary>Adds to ORDER BY; name columns of the first SELECT.</summary>
    public CompoundSelect OrderBy(params ColumnElement[] columns) => new(this) { OrderByClauses = [.. OrderByClauses, .. columns.Select(c => c.Node)] };

    /// <summary>The most rows to return.</summary>
    public CompoundSelect Limit(int rows) => new(this) { LimitClause = new BindParameter("param", SqlTypes.Integer, rows, hasValue: true, unique: true) };

    /// <summary>The rows to leave out before the first.</summary>
    public CompoundSelect Offset(int rows) => new(this) { OffsetClause = new BindParameter("param", SqlTypes.Integer, rows, hasValue: true, unique: true) };

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitCompound(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
        => parts.Number((int)Operator).Nodes(Selects).Nodes(OrderByClauses).Node(LimitClause).Node(OffsetClause);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (selects, orderBy) = (rewriter.Rewrite(Selects), rewriter.Rewrite(OrderByClauses));
        var limit = LimitClause is null ? null : rewriter.Rewrite(LimitClause);
        var offset = OffsetClause is null ? null : rewriter.Rewrite(OffsetClause);
        return ReferenceEquals(selects, Selects) && ReferenceEquals(orderBy, OrderByClauses) && ReferenceEquals(limit, LimitClause) && ReferenceEquals(offset, OffsetClause)
            ? this
            : new CompoundSelect(this) { Selects = selects, OrderByClauses = orderBy, LimitClause = limit, OffsetClause = offset };
    }
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
