namespace Alchemy;

/// <summary>An UPDATE statement. Immutable: each method returns a changed copy.</summary>
/// <example><code>Sql.Update(users).Set(users.Name, "ann").Where(users.Id == 5)</code>
/// becomes <c>UPDATE users SET name=:name WHERE users.id = :id_1</c></example>
public sealed class Update : ClauseElement
{
    internal Update(Table table) => Table = table;

    private Update(Update other) => (Table, Assignments, WhereClauses, ReturningColumns) = (other.Table, other.Assignments, other.WhereClauses, other.ReturningColumns);

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The columns set and their values.</summary>
    public IReadOnlyList<Assignment> Assignments { get; private init; } = [];

    /// <summary>The conditions, all of which must hold; none means every row.</summary>
    public IReadOnlyList<ColumnElement> WhereClauses { get; private init; } = [];

    /// <summary>What is returned of the updated rows.</summary>
    public IReadOnlyList<ColumnElement> ReturningColumns { get; private init; } = [];

    /// <summary>Sets a column to a value or expression; null is NULL.</summary>
    public Update Set(ColumnElement column, object? value) => new(this) { Assignments = Assignment.Add(Assignments, Table, column, value) };

    /// <summary>Adds a condition; all conditions must hold.</summary>
    public Update Where(ColumnElement condition) => new(this) { WhereClauses = ConditionList.And(WhereClauses, condition) };

    /// <summary>Returns columns of the updated rows.</summary>
    public Update Returning(params ColumnElement[] columns) => new(this) { ReturningColumns = [.. ReturningColumns, .. columns.Select(c => c.Node)] };

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitUpdate(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Table);
        Assignment.Describe(parts, Assignments);
        parts.Nodes(WhereClauses).Nodes(ReturningColumns);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var assignments = Assignment.Rewrite(rewriter, Assignments);
        var (where, returning) = (rewriter.Rewrite(WhereClauses), rewriter.Rewrite(ReturningColumns));
        return ReferenceEquals(assignments, Assignments) && ReferenceEquals(where, WhereClauses) && ReferenceEquals(returning, ReturningColumns)
            ? this
            : new Update(this) { Assignments = assignments, WhereClauses = where, ReturningColumns = returning };
    }
}
