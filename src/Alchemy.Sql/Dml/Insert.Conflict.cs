namespace Alchemy;

public sealed partial class Insert
{
    /// <summary>Says what happens where the table has a row of any of the same unique keys.</summary>
    /// <remarks>PostgreSQL takes it with DoNothing() only, and the databases whose upsert is a MERGE do not: name the columns there.</remarks>
    public ConflictTarget OnConflict() => new(this, new ConflictClause());

    /// <summary>Says what happens where the table has a row of the same unique key.</summary>
    /// <remarks><c>ON CONFLICT</c> in PostgreSQL and SQLite, <c>ON DUPLICATE KEY UPDATE</c> in MySQL and MariaDB, a <c>MERGE</c> in Oracle and SQL Server.
    /// Where two new rows have the same key, SQLite and MySQL take them one after the other; the other databases refuse the second update of one row.</remarks>
    /// <example><code>Sql.Insert(users).Value(users.Id, 1).Value(users.Name, "ann").OnConflict(users.Id).DoUpdate(set => set.Set(users.Name, set.Excluded(users.Name)))</code></example>
    public ConflictTarget OnConflict(params ColumnElement[] keys) => new(this, new ConflictClause { Keys = [.. keys.Select(k => k.Node)] });

    /// <summary>Says what happens where the table has a row of the same unique key, by the names of its columns.</summary>
    /// <exception cref="UnknownColumnException">The table has no such column.</exception>
    public ConflictTarget OnConflict(params string[] keys) => OnConflict([.. keys.Select(Table.Column)]);

    /// <summary>Says what happens where a row violates a constraint of the table: by its name where it has one (PostgreSQL only), by its columns otherwise.</summary>
    public ConflictTarget OnConflict(UniqueConstraint constraint) => constraint.FinalName is { } name
        ? new(this, new ConflictClause { ConstraintName = name, IsNameMadeUp = constraint.IsNameMadeUp })
        : OnConflict([.. constraint.ColumnNames]);

    /// <summary>Says what happens where a row violates a named constraint: <c>ON CONFLICT ON CONSTRAINT name</c>, PostgreSQL only.</summary>
    public ConflictTarget OnConflictConstraint(string name) => new(this, new ConflictClause { ConstraintName = name });

    /// <summary>The column of the row that could not be inserted, for <c>DoUpdate(…)</c>: <c>excluded.name</c></summary>
    public ColumnExpression<T> Excluded<T>(ColumnExpression<T> column) => new ExcludedColumn(column).Typed<T>();

    /// <summary>The column of the row that could not be inserted.</summary>
    public UntypedColumn Excluded(ColumnElement column) => new(new ExcludedColumn(column));

    /// <summary>The column of the row that could not be inserted.</summary>
    public UntypedColumn Excluded(string column) => new(new ExcludedColumn(Table.Column(column)));
}
