namespace Alchemy;

/// <summary>What PostgreSQL says differently in CREATE TABLE.</summary>
internal sealed class PostgreSqlDdlCompiler(Dialect dialect) : DdlCompiler(dialect)
{
    /// <inheritdoc/>
    protected override string ColumnDefinition(Table table, Column column)
    {
        if (!ReferenceEquals(table.AutoIncrementColumn, column))
        {
            return base.ColumnDefinition(table, column);
        }

        var serial = column.Type switch { SmallIntegerType => "SMALLSERIAL", BigIntegerType => "BIGSERIAL", _ => "SERIAL" };
        return $"{Dialect.Identifiers.Quote(column.Name)} {serial} NOT NULL";
    }
}
