namespace Alchemy;

/// <summary>An INSERT that says which conflict it is about, and has yet to say what it does then.</summary>
public sealed class ConflictTarget
{
    private readonly Insert _insert;
    private readonly ConflictClause _clause;

    internal ConflictTarget(Insert insert, ConflictClause clause) => (_insert, _clause) = (insert, clause);

    /// <summary>The condition of the partial unique index that is looked at: PostgreSQL and SQLite.</summary>
    public ConflictTarget IndexWhere(ColumnElement condition) => new(_insert, _clause with { IndexWhere = condition.Node });

    /// <summary>Leaves the row that is there.</summary>
    public Insert DoNothing() => _insert.WithConflict(_clause);

    /// <summary>Updates the row that is there.</summary>
    /// <param name="update">What is set: <c>set => set.Set(users.Name, set.Excluded(users.Name))</c></param>
    /// <exception cref="InvalidStatementException">Nothing is set.</exception>
    public Insert DoUpdate(Func<ConflictUpdate, ConflictUpdate> update)
    {
        var made = update(new ConflictUpdate(_insert.Table, [], []));
        return made.Assignments.Count == 0
            ? throw new InvalidStatementException("DoUpdate(...) sets nothing: set a column, or use DoNothing().")
            : _insert.WithConflict(_clause with { Assignments = made.Assignments, WhereClauses = made.WhereClauses });
    }

    /// <summary>Updates the row that is there with values and expressions.</summary>
    public Insert DoUpdate(params (ColumnElement Column, object? Value)[] values) => DoUpdate(set => values.Aggregate(set, (s, v) => s.Set(v.Column, v.Value)));

    /// <summary>Gives the row that is there the new row's values in these columns.</summary>
    public Insert DoUpdateExcluded(params ColumnElement[] columns) => DoUpdate(set => columns.Aggregate(set, (s, c) => s.Set(c, new ExcludedColumn(c))));
}
