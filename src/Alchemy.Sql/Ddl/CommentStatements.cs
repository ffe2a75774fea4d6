namespace Alchemy;

/// <summary><c>COMMENT ON TABLE table IS '…'</c></summary>
/// <param name="table">The table; its <see cref="Table.Comment"/> is written.</param>
public sealed class SetTableComment(Table table) : DdlStatement
{
    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitTableComment(Table, Table.Comment, sql);
}

/// <summary><c>COMMENT ON TABLE table IS NULL</c></summary>
/// <param name="table">The table.</param>
public sealed class DropTableComment(Table table) : DdlStatement
{
    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitTableComment(Table, null, sql);
}

/// <summary><c>COMMENT ON COLUMN table.column IS '…'</c></summary>
/// <param name="column">The column; its <see cref="Column.Comment"/> is written.</param>
public sealed class SetColumnComment(Column column) : DdlStatement
{
    /// <summary>The column.</summary>
    public Column Column { get; } = column;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitColumnComment(Column, Column.Comment, sql);
}

/// <summary><c>COMMENT ON COLUMN table.column IS NULL</c></summary>
/// <param name="column">The column.</param>
public sealed class DropColumnComment(Column column) : DdlStatement
{
    /// <summary>The column.</summary>
    public Column Column { get; } = column;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitColumnComment(Column, null, sql);
}

/// <summary>PostgreSQL: <c>COMMENT ON CONSTRAINT name ON table IS '…'</c></summary>
/// <param name="constraint">The constraint; its <see cref="TableConstraint.Comment"/> is written.</param>
public sealed class SetConstraintComment(TableConstraint constraint) : DdlStatement
{
    /// <summary>The constraint.</summary>
    public TableConstraint Constraint { get; } = constraint;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitConstraintComment(Constraint, Constraint.Comment, sql);
}

/// <summary>PostgreSQL: <c>COMMENT ON CONSTRAINT name ON table IS NULL</c></summary>
/// <param name="constraint">The constraint.</param>
public sealed class DropConstraintComment(TableConstraint constraint) : DdlStatement
{
    /// <summary>The constraint.</summary>
    public TableConstraint Constraint { get; } = constraint;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitConstraintComment(Constraint, null, sql);
}
