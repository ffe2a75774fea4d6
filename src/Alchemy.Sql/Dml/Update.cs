namespace Alchemy;

/// <summary>An UPDATE statement. Immutable: each method returns a changed copy.</summary>
/// <example><code>Sql.Update(users).Set(users.Name, "ann").Where(users.Id == 5)</code>
/// becomes <c>UPDATE users SET name=:name WHERE users.id = :id_1</c></example>
/// <remarks>Other tables in WHERE or SET make an <c>UPDATE … FROM</c>. An UPDATE that sets nothing names every column, and their values are given when it is executed.</remarks>
public sealed class Update : DmlStatement
{
    private IReadOnlyList<Assignment>? _content;

    internal Update(FromClause target)
        : base(target)
    {
    }

    private Update(Update other)
        : base(other)
    {
        (Assignments, WhereClauses, Froms) = (other.Assignments, other.WhereClauses, other.Froms);
        (OrderByClauses, LimitClause, IsTouch) = (other.OrderByClauses, other.LimitClause, other.IsTouch);
    }

    /// <summary>The columns set and their values.</summary>
    public IReadOnlyList<Assignment> Assignments { get; private init; } = [];

    /// <summary>True for an UPDATE that sets what the columns say of every UPDATE, and nothing else.</summary>
    public bool IsTouch { get; private init; }

    /// <summary>The conditions, all of which must hold; none means every row.</summary>
    public IReadOnlyList<ColumnElement> WhereClauses { get; private init; } = [];

    /// <summary>The FROMs that were named; those of the conditions and values come by themselves.</summary>
    public IReadOnlyList<FromClause> Froms { get; private init; } = [];

    /// <summary>The order in which rows are updated.</summary>
    public IReadOnlyList<ColumnElement> OrderByClauses { get; private init; } = [];

    /// <summary>The most rows that are updated, or null.</summary>
    public ColumnElement? LimitClause { get; private init; }

    /// <summary>What is set, with what the columns say of every UPDATE: made once, because its parameters are told by identity.</summary>
    internal IReadOnlyList<Assignment> Content => LazyInitializer.EnsureInitialized(ref _content, MakeContent);

    /// <summary>Sets a column to a value or expression, after those that are set already; null is bound as NULL.</summary>
    /// <param name="column">The column; also an expression, such as an element of an array; in MySQL also another table's column.</param>
    /// <param name="value">The value or expression.</param>
    public Update Set(ColumnElement column, object? value) => new(this) { Assignments = Assignment.Add(Assignments, Assignment.Of(Target, column, value)) };

    /// <summary>Sets several columns to the row of a SELECT: <c>SET (a, b)=(SELECT …)</c></summary>
    /// <exception cref="InvalidStatementException">The SELECT has another number of columns.</exception>
    public Update Set(IReadOnlyList<ColumnElement> columns, SelectBase row) => columns.Count == row.Columns.Count
        ? Set(new TupleExpression(columns), ScalarSelect.OfRow(row))
        : throw new InvalidStatementException($"SET names {columns.Count} columns and its SELECT returns {row.Columns.Count}.");

    /// <summary>Sets several columns at once: <c>SET (a, b)=(:param_1, :param_2)</c></summary>
    /// <exception cref="InvalidStatementException">There are more columns than values, or fewer.</exception>
    public Update Set(IReadOnlyList<ColumnElement> columns, IReadOnlyList<object?> row) => columns.Count == row.Count
        ? Set(new TupleExpression(columns), new TupleExpression([.. columns.Zip(row, (c, v) => Coercion.Operand(v, c.Type))]))
        : throw new InvalidStatementException($"SET names {columns.Count} columns and {row.Count} values.");

    /// <summary>Sets the columns that have a <see cref="Column.OnUpdate"/>, and nothing else.</summary>
    public Update Values() => new(this) { IsTouch = true };

    /// <summary>Sets columns in the order of the table's columns; null is bound as NULL.</summary>
    public Update Values(params (ColumnElement Column, object? Value)[] values) => values.Aggregate(this, (update, v) => update.Set(v.Column, v.Value)).InTableOrder();

    /// <summary>Sets columns by name, in the order of the table's columns; null is bound as NULL.</summary>
    /// <exception cref="UnknownColumnException">The table has no such column.</exception>
    public Update Values(params (string Column, object? Value)[] values) => values.Aggregate(this, (update, v) => update.Set(Target.Columns[v.Column], v.Value)).InTableOrder();

    /// <summary>Sets columns in the order given, which MySQL and MariaDB evaluate one after the other.</summary>
    public Update OrderedValues(params (ColumnElement Column, object? Value)[] values) => values.Aggregate(this, (update, v) => update.Set(v.Column, v.Value));

    /// <summary>Sets columns whose values are given when the statement is executed, by the columns' names.</summary>
    public Update Parameters(params ColumnElement[] columns)
        => columns.Aggregate(this, (update, c) => new Update(update) { Assignments = Assignment.Add(update.Assignments, Assignment.Later((Column)c.Node)) }).InTableOrder();

    /// <summary>Names a FROM, such as a join: <c>UPDATE a SET … FROM b JOIN c ON …</c> Tables of conditions and values come by themselves.</summary>
    public Update From(params FromClause[] froms) => new(this) { Froms = [.. Froms, .. froms] };

    /// <summary>Adds a condition; all conditions must hold.</summary>
    public Update Where(ColumnElement condition) => new(this) { WhereClauses = ConditionList.And(WhereClauses, condition) };

    /// <summary>The order in which rows are updated: MySQL and MariaDB.</summary>
    public Update OrderBy(params ColumnElement[] columns) => new(this) { OrderByClauses = [.. OrderByClauses, .. columns.Select(c => c.Node)] };

    /// <summary>The most rows that are updated: MySQL and MariaDB.</summary>
    public Update Limit(int rows) => Limit(new BindParameter("param", SqlTypes.Integer, rows, hasValue: true, unique: true));

    /// <summary>The most rows that are updated: MySQL and MariaDB.</summary>
    public Update Limit(ColumnElement? rows) => new(this) { LimitClause = rows?.Node };

    internal override DmlStatement Copy() => new Update(this);

    private Update InTableOrder() => new(this) { Assignments = Assignment.Sorted(Assignments, Table) };

    private IReadOnlyList<Assignment> MakeContent()
    {
        var columns = Table.Columns.Cast<Column>();
        if (Assignments.Count == 0 && !IsTouch)
        {
            return [.. columns.Where(c => c.IsGiven).Select(Assignment.Later)];
        }

        List<Assignment> defaults = Target is Table
            ? [.. columns.Where(c => c.OnUpdate is not null && !Assignments.Any(a => ReferenceEquals(a.Column, c))).Select(c => new Assignment(c, c.OnUpdate!.ForRow(c)))]
            : [];
        return defaults.Count == 0 ? Assignments : Assignment.Sorted([.. Assignments, .. defaults], Table);
    }

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitUpdate(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Node(Target);
        Assignment.Describe(parts, Content);
        parts.Nodes(WhereClauses).Nodes(Froms).Nodes(OrderByClauses).Node(LimitClause);
        DescribeShared(parts);
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var content = Assignment.Rewrite(rewriter, Content);
        var (where, froms, order) = (rewriter.Rewrite(WhereClauses), rewriter.Rewrite(Froms), rewriter.Rewrite(OrderByClauses));
        var limit = LimitClause is null ? null : rewriter.Rewrite(LimitClause);
        if (ReferenceEquals(content, Content) && ReferenceEquals(where, WhereClauses) && ReferenceEquals(froms, Froms)
            && ReferenceEquals(order, OrderByClauses) && ReferenceEquals(limit, LimitClause) && !ChangesShared(rewriter))
        {
            return this;
        }

        var copy = new Update(this) { WhereClauses = where, Froms = froms, OrderByClauses = order, LimitClause = limit };
        copy._content = content;
        copy.TakeShared(rewriter);
        return copy;
    }
}
