namespace Alchemy;

/// <summary>What SQL Server says differently in CREATE TABLE.</summary>
internal sealed class SqlServerDdlCompiler(Dialect dialect) : DdlCompiler(dialect)
{
    /// <inheritdoc/>
    protected override string ColumnDefinition(Table table, Column column)
        => base.ColumnDefinition(table, column) + (ReferenceEquals(table.AutoIncrementColumn, column) ? " IDENTITY" : "");
}
