namespace Alchemy;

/// <summary>What MySQL and MariaDB say differently in CREATE TABLE.</summary>
internal sealed class MySqlDdlCompiler(Dialect dialect) : DdlCompiler(dialect)
{
    /// <inheritdoc/>
    protected override string ColumnDefinition(Table table, Column column)
        => base.ColumnDefinition(table, column) + (ReferenceEquals(table.AutoIncrementColumn, column) ? " AUTO_INCREMENT" : "");
}
