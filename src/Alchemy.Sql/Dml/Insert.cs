namespace Alchemy;

/// <summary>An INSERT statement. Immutable: each method returns a changed copy.</summary>
/// <example><code>Sql.Insert(users).Value(users.Name, "ann").Returning(users.Id)</code>
/// becomes <c>INSERT INTO users (name) VALUES (:name) RETURNING users.id</c></example>
public sealed class Insert : ClauseElement
{
    internal Insert(Table table) => Table = table;

    private Insert(Insert other) => (Table, Assignments, Source, SourceColumns, ReturningColumns) = (other.Table, other.Assignments, other.Source, other.SourceColumns, other.ReturningColumns);

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The columns given and their values; empty for a row of defaults.</summary>
    public IReadOnlyList<Assignment> Assignments { get; private init; } = [];

    /// <summary>The SELECT whose rows are inserted, or null.</summary>
    public SelectBase? Source { get; private init; }

    /// <summary>The columns that <see cref="Source"/> fills, in order.</summary>
    public IReadOnlyList<Column> SourceColumns { get; private init; } = [];

    /// <summary>What is returned of the inserted rows.</summary>
    public IReadOnlyList<ColumnElement> ReturningColumns { get; private init; } = [];

    /// <summary>Sets a column; null is NULL.</summary>
    /// <exception cref="InvalidStatementException">The statement inserts the rows of a SELECT: the value belongs into that.</exception>
    public Insert Value(ColumnElement column, object? value) => Source is not null ? throw Both() : new(this) { Assignments = Assignment.Add(Assignments, Table, column, value) };

    /// <summary>Sets columns by name; null is NULL.</summary>
    /// <exception cref="UnknownColumnException">The table has no such column.</exception>
    public Insert Values(params (string Column, object? Value)[] values)
        => values.Aggregate(this, (insert, v) => insert.Value(Table.Column(v.Column), v.Value));

    /// <summary>Inserts the rows of a SELECT: <c>INSERT INTO table (columns) SELECT …</c></summary>
    /// <exception cref="InvalidStatementException">The SELECT has another number of columns.</exception>
    public Insert FromSelect(IReadOnlyList<ColumnElement> columns, SelectBase select)
        => Assignments.Count > 0 ? throw Both() : columns.Count == select.Columns.Count
            ? new(this) { Source = select, SourceColumns = [.. columns.Select(c => c.Node).Cast<Column>()] }
            : throw new InvalidStatementException($"INSERT names {columns.Count} columns and its SELECT returns {select.Columns.Count}.");

    /// <summary>Returns columns of the inserted rows.</summary>
    public Insert Returning(params ColumnElement[] columns) => new(this) { ReturningColumns = [.. ReturningColumns, .. columns.Select(c => c.Node)] };

    private static InvalidStatementException Both() => new("An INSERT has values or a SELECT, not both: select the value as a column of the SELECT.");

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitInsert(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Table);
        Assignment.Describe(parts, Assignments);
        parts.Node(Source).Nodes(SourceColumns).Nodes(ReturningColumns);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var assignments = Assignment.Rewrite(rewriter, Assignments);
        var source = Source is null ? null : rewriter.Rewrite(Source);
        var returning = rewriter.Rewrite(ReturningColumns);
        return ReferenceEquals(assignments, Assignments) && ReferenceEquals(source, Source) && ReferenceEquals(returning, ReturningColumns)
            ? this
            : new Insert(this) { Assignments = assignments, Source = source, ReturningColumns = returning };
    }
}
