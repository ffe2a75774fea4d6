using System.Text.RegularExpressions;

namespace Alchemy;

/// <summary>What SQLite says differently in definitions.</summary>
internal sealed partial class SqliteDdlCompiler(Dialect dialect) : DdlCompiler(dialect)
{
    /// <summary>Only a column of exactly the type INTEGER stands for the rowid, which the database gives.</summary>
    protected override void ColumnDefinition(Column column, SqlCompiler sql)
    {
        var options = column.Options.Of<SqliteColumnOptions>();
        if (column is { IsPrimaryKey: true, AutoIncrement: true } && column.Table.PrimaryKey.Count != 1)
        {
            throw new CompileException($"The column '{column.Name}' of a key of several that counts by itself", Dialect.Name, "make it the only column of the primary key, or give it a default.");
        }

        if (IsCounted(column) && column.Table.PrimaryKey.Count == 1)
        {
            sql.WriteColumnName(column).Write(" INTEGER");
        }
        else
        {
            NameAndType(column, sql);
            Default(column, sql);
        }

        sql.Write(column.IsNullable ? "" : " NOT NULL" + Conflict(options?.OnConflictNotNull));
        sql.Write(IsInline(column) ? " PRIMARY KEY" + Conflict(options?.OnConflictPrimaryKey) + " AUTOINCREMENT" : "");
        Generated(column, sql);
    }

    /// <summary>An expression stands in parentheses.</summary>
    protected override void Default(Column column, SqlCompiler sql)
    {
        if (DefaultText(column, sql) is { } text)
        {
            sql.Write(" DEFAULT ").Write(Bare().IsMatch(text) ? text : $"({text})");
        }
    }

    /// <inheritdoc/>
    protected override void TableOptions(Table table, SqlCompiler sql)
    {
        if (table.Options.Of<SqliteTableOptions>() is { } options)
        {
            var words = new[] { options.WithoutRowId ? "WITHOUT ROWID" : null, options.Strict ? "STRICT" : null }.OfType<string>().ToList();
            sql.Write(words.Count == 0 ? "" : " " + string.Join(", ", words));
        }
    }

    /// <inheritdoc/>
    protected override void VisitPrimaryKey(PrimaryKeyConstraint node, SqlCompiler sql)
    {
        if (!node.Table.PrimaryKey.Any(IsInline))
        {
            base.VisitPrimaryKey(node, sql);
            sql.Write(Conflict(WordOf(node) ?? (node.Table.PrimaryKey is [var only] ? only.Options.Of<SqliteColumnOptions>()?.OnConflictPrimaryKey : null)));
        }
    }

    /// <inheritdoc/>
    protected override void VisitUnique(UniqueConstraint node, SqlCompiler sql)
    {
        base.VisitUnique(node, sql);
        sql.Write(Conflict(WordOf(node) ?? (node.ColumnNames is [var only] ? node.Table.Column(only).Options.Of<SqliteColumnOptions>()?.OnConflictUnique : null)));
    }

    /// <inheritdoc/>
    protected override void VisitCheck(CheckConstraint node, SqlCompiler sql)
    {
        base.VisitCheck(node, sql);
        if (WordOf(node) is { } word)
        {
            sql.Write(node.Table.Constraints.Contains(node) ? Conflict(word) : throw new CompileException("ON CONFLICT of a check in a column's line", Dialect.Name, "give the check to the table."));
        }
    }

    /// <summary>A key to a table of another file cannot be kept.</summary>
    protected override void VisitForeignKey(ForeignKeyConstraint node, SqlCompiler sql)
    {
        if (node.Table.Schema == node.ReferredTable.Schema)
        {
            base.VisitForeignKey(node, sql);
        }
    }

    /// <summary>The table is in the same file always.</summary>
    protected override void ReferredTable(ForeignKeyConstraint node, SqlCompiler sql) => sql.WriteTableName(node.ReferredTable);

    /// <inheritdoc/>
    protected override void CreatedIndexName(TableIndex index, SqlCompiler sql) => sql.WriteSchema(index.Table.Schema).Write(IndexName(index));

    /// <inheritdoc/>
    protected override void IndexedTable(TableIndex index, SqlCompiler sql) => sql.WriteTableName(index.Table);

    /// <inheritdoc/>
    protected override void AfterIndexItems(TableIndex index, SqlCompiler sql) => IndexCondition(index.Options.Of<SqliteIndexOptions>()?.Where, sql);

    /// <inheritdoc/>
    protected override void VisitAddConstraint(AddConstraint node, SqlCompiler sql)
        => throw new CompileException("ALTER TABLE … ADD CONSTRAINT", Dialect.Name, "the database has constraints in CREATE TABLE only: create the table anew and copy its rows.");

    /// <inheritdoc/>
    protected override void VisitDropConstraint(DropConstraint node, SqlCompiler sql)
        => throw new CompileException("ALTER TABLE … DROP CONSTRAINT", Dialect.Name, "the database has constraints in CREATE TABLE only: create the table anew and copy its rows.");

    private static bool IsInline(Column column) => column.IsPrimaryKey && column.Table is { PrimaryKey.Count: 1 } table && table.Options.Of<SqliteTableOptions>() is { AutoIncrement: true } && IsCounted(column);

    private static string? WordOf(TableConstraint node) => node.Options.Of<SqliteConstraintOptions>()?.OnConflict;

    private string Conflict(string? word) => word is null ? "" : $" ON CONFLICT {Words("ON CONFLICT", word)}";

    [GeneratedRegex("""^\s*['"(]|^\w*$""")]
    private static partial Regex Bare();
}
