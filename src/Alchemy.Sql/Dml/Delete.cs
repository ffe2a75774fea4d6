namespace Alchemy;

/// <summary>A DELETE statement. Immutable: each method returns a changed copy.</summary>
/// <example><code>Sql.Delete(users).Where(users.Id == 5)</code> becomes <c>DELETE FROM users WHERE users.id = :id_1</c></example>
public sealed class Delete : ClauseElement
{
    internal Delete(Table table) => Table = table;

    private Delete(Delete other) => (Table, WhereClauses, ReturningColumns) = (other.Table, other.WhereClauses, other.ReturningColumns);

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The conditions, all of which must hold; none means every row.</summary>
    public IReadOnlyList<ColumnElement> WhereClauses { get; private init; } = [];

    /// <summary>What is returned of the deleted rows.</summary>
    public IReadOnlyList<ColumnElement> ReturningColumns { get; private init; } = [];

    /// <summary>Adds a condition; all conditions must hold.</summary>
    public Delete Where(ColumnElement condition) => new(this) { WhereClauses = ConditionList.And(WhereClauses, condition) };

    /// <summary>Returns columns of the deleted rows.</summary>
    public Delete Returning(params ColumnElement[] columns) => new(this) { ReturningColumns = [.. ReturningColumns, .. columns.Select(c => c.Node)] };

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitDelete(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Table).Nodes(WhereClauses).Nodes(ReturningColumns);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (where, returning) = (rewriter.Rewrite(WhereClauses), rewriter.Rewrite(ReturningColumns));
        return ReferenceEquals(where, WhereClauses) && ReferenceEquals(returning, ReturningColumns)
            ? this
            : new Delete(this) { WhereClauses = where, ReturningColumns = returning };
    }
}
