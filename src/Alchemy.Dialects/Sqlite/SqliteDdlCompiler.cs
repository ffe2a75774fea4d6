namespace Alchemy;

/// <summary>What SQLite says differently in CREATE TABLE.</summary>
internal sealed class SqliteDdlCompiler(Dialect dialect) : DdlCompiler(dialect)
{
    /// <summary>Only a column of exactly the type INTEGER stands for the rowid, which the database gives.</summary>
    protected override string ColumnDefinition(Table table, Column column)
        => ReferenceEquals(table.AutoIncrementColumn, column) && table.PrimaryKey.Count == 1
            ? $"{Dialect.Identifiers.Quote(column.Name)} INTEGER NOT NULL"
            : base.ColumnDefinition(table, column);
}
