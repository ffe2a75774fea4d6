namespace Alchemy;

/// <summary><c>CREATE TABLE name (…)</c></summary>
/// <param name="table">The table.</param>
/// <param name="ifNotExists">True to leave a table that is there.</param>
public sealed class CreateTable(Table table, bool ifNotExists = false) : DdlStatement
{
    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>True to leave a table that is there.</summary>
    public bool IfNotExists { get; } = ifNotExists;

    /// <summary>The foreign keys that are written; null (the default) for all.</summary>
    public IReadOnlyList<ForeignKeyConstraint>? IncludeForeignKeys { get; init; }

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCreateTable(this, sql);
}

/// <summary><c>DROP TABLE name</c></summary>
/// <param name="table">The table.</param>
/// <param name="ifExists">True to go on when it is not there.</param>
public sealed class DropTable(Table table, bool ifExists = false) : DdlStatement
{
    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>True to go on when it is not there.</summary>
    public bool IfExists { get; } = ifExists;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitDropTable(this, sql);
}

/// <summary>A column's line of CREATE TABLE. Register a rendering of it with <see cref="ExtensionRenderers"/> to change or leave out columns.</summary>
/// <param name="column">The column, part of a table.</param>
public sealed class CreateColumn(Column column) : DdlStatement
{
    /// <summary>The column.</summary>
    public Column Column { get; } = column;

    /// <summary>Writes the line as the dialect does: for a rendering of the user's own that adds to it.</summary>
    public void WriteDefault(SqlCompiler sql) => sql.Dialect.Ddl.VisitCreateColumn(this, sql);

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCreateColumn(this, sql);
}

/// <summary><c>CREATE INDEX name ON table (…)</c></summary>
/// <param name="index">The index.</param>
/// <param name="ifNotExists">True to leave an index that is there.</param>
public sealed class CreateIndex(TableIndex index, bool ifNotExists = false) : DdlStatement
{
    /// <summary>The index.</summary>
    public TableIndex Index { get; } = index;

    /// <summary>True to leave an index that is there.</summary>
    public bool IfNotExists { get; } = ifNotExists;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitCreateIndex(this, sql);
}

/// <summary><c>DROP INDEX name</c></summary>
/// <param name="index">The index.</param>
/// <param name="ifExists">True to go on when it is not there.</param>
public sealed class DropIndex(TableIndex index, bool ifExists = false) : DdlStatement
{
    /// <summary>The index.</summary>
    public TableIndex Index { get; } = index;

    /// <summary>True to go on when it is not there.</summary>
    public bool IfExists { get; } = ifExists;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitDropIndex(this, sql);
}

/// <summary><c>ALTER TABLE table ADD constraint</c></summary>
/// <param name="constraint">The constraint.</param>
public sealed class AddConstraint(TableConstraint constraint) : DdlStatement
{
    /// <summary>The constraint.</summary>
    public TableConstraint Constraint { get; } = constraint;

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitAddConstraint(this, sql);
}

/// <summary><c>ALTER TABLE table DROP CONSTRAINT name</c></summary>
/// <param name="constraint">The constraint.</param>
/// <param name="cascade">True to drop what depends on it too.</param>
/// <param name="ifExists">True to go on when it is not there.</param>
public sealed class DropConstraint(TableConstraint constraint, bool cascade = false, bool ifExists = false) : DdlStatement
{
    /// <summary>The constraint.</summary>
    public TableConstraint Constraint { get; } = constraint;

    /// <summary>True to drop what depends on it too.</summary>
    public bool Cascade { get; } = cascade;

    /// <summary>True to go on when it is not there.</summary>
    public bool IfExists { get; } = ifExists;

    /// <summary>True to go on when its table is not there.</summary>
    public bool IfTableExists { get; init; }

    private protected override void Write(DdlCompiler ddl, SqlCompiler sql) => ddl.VisitDropConstraint(this, sql);
}
