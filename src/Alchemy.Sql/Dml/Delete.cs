namespace Alchemy;

/// <summary>A DELETE statement. Immutable: each method returns a changed copy.</summary>
/// <example><code>Sql.Delete(users).Where(users.Id == 5)</code> becomes <c>DELETE FROM users WHERE users.id = :id_1</c></example>
/// <remarks>Other tables in WHERE make a DELETE over several tables, of which only the target loses rows.</remarks>
public sealed class Delete : DmlStatement
{
    internal Delete(FromClause target)
        : base(target)
    {
    }

    private Delete(Delete other)
        : base(other)
        => (WhereClauses, Froms, OrderByClauses, LimitClause) = (other.WhereClauses, other.Froms, other.OrderByClauses, other.LimitClause);

    /// <summary>The conditions, all of which must hold; none means every row.</summary>
    public IReadOnlyList<ColumnElement> WhereClauses { get; private init; } = [];

    /// <summary>The FROMs that were named; those of the conditions come by themselves.</summary>
    public IReadOnlyList<FromClause> Froms { get; private init; } = [];

    /// <summary>The order in which rows are deleted.</summary>
    public IReadOnlyList<ColumnElement> OrderByClauses { get; private init; } = [];

    /// <summary>The most rows that are deleted, or null.</summary>
    public ColumnElement? LimitClause { get; private init; }

    /// <summary>Adds a condition; all conditions must hold.</summary>
    public Delete Where(ColumnElement condition) => new(this) { WhereClauses = ConditionList.And(WhereClauses, condition) };

    /// <summary>Names further FROMs, such as a join. Tables of conditions come by themselves.</summary>
    public Delete Using(params FromClause[] froms) => new(this) { Froms = [.. Froms, .. froms] };

    /// <summary>The order in which rows are deleted: MySQL and MariaDB.</summary>
    public Delete OrderBy(params ColumnElement[] columns) => new(this) { OrderByClauses = [.. OrderByClauses, .. columns.Select(c => c.Node)] };

    /// <summary>The most rows that are deleted: MySQL and MariaDB.</summary>
    public Delete Limit(int rows) => Limit(new BindParameter("param", SqlTypes.Integer, rows, hasValue: true, unique: true));

    /// <summary>The most rows that are deleted: MySQL and MariaDB.</summary>
    public Delete Limit(ColumnElement? rows) => new(this) { LimitClause = rows?.Node };

    internal override DmlStatement Copy() => new Delete(this);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitDelete(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Target).Nodes(WhereClauses).Nodes(Froms).Nodes(OrderByClauses).Node(LimitClause);
        DescribeShared(parts);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (where, froms, order) = (rewriter.Rewrite(WhereClauses), rewriter.Rewrite(Froms), rewriter.Rewrite(OrderByClauses));
        var limit = LimitClause is null ? null : rewriter.Rewrite(LimitClause);
        if (ReferenceEquals(where, WhereClauses) && ReferenceEquals(froms, Froms) && ReferenceEquals(order, OrderByClauses)
            && ReferenceEquals(limit, LimitClause) && !ChangesShared(rewriter))
        {
            return this;
        }

        var copy = new Delete(this) { WhereClauses = where, Froms = froms, OrderByClauses = order, LimitClause = limit };
        copy.TakeShared(rewriter);
        return copy;
    }
}
