namespace Alchemy;

/// <summary>What an upsert sets in the row that is there. Immutable: each method returns a changed copy.</summary>
public sealed class ConflictUpdate
{
    private readonly Table _table;

    internal ConflictUpdate(Table table, IReadOnlyList<Assignment> assignments, IReadOnlyList<ColumnElement> where)
        => (_table, Assignments, WhereClauses) = (table, assignments, where);

    internal IReadOnlyList<Assignment> Assignments { get; }

    internal IReadOnlyList<ColumnElement> WhereClauses { get; }

    /// <summary>Sets a column; the table's columns in the value are those of the row that is there.</summary>
    public ConflictUpdate Set(ColumnElement column, object? value)
    {
        var target = column.Node;
        ColumnElement element = value is ColumnElement or SelectBase ? Coercion.Operand(value, target) : new BindParameter("param", target.Type, value, hasValue: true, unique: true);
        return new ConflictUpdate(_table, Assignment.Add(Assignments, new Assignment(target, element)), WhereClauses);
    }

    /// <summary>Sets a column by name.</summary>
    /// <exception cref="UnknownColumnException">The table has no such column.</exception>
    public ConflictUpdate Set(string column, object? value) => Set(_table.Column(column), value);

    /// <summary>Updates only where a condition holds; else the row that is there is left. Not in MySQL.</summary>
    public ConflictUpdate Where(ColumnElement condition) => new(_table, Assignments, ConditionList.And(WhereClauses, condition));

    /// <summary>The column of the row that could not be inserted: <c>excluded.name</c></summary>
    public ColumnExpression<T> Excluded<T>(ColumnExpression<T> column) => new ExcludedColumn(column).Typed<T>();

    /// <summary>The column of the row that could not be inserted.</summary>
    public UntypedColumn Excluded(ColumnElement column) => new(new ExcludedColumn(column));

    /// <summary>The column of the row that could not be inserted.</summary>
    public UntypedColumn Excluded(string column) => new(new ExcludedColumn(_table.Column(column)));
}
