using System.Text;

namespace Alchemy;

/// <summary>Writes CREATE and DROP. The base speaks standard SQL; a dialect overrides what differs.</summary>
public class DdlCompiler(Dialect dialect)
{
    /// <summary>The dialect.</summary>
    protected Dialect Dialect { get; } = dialect;

    /// <summary>The statements that create every table and index, in an order in which foreign keys find their tables.</summary>
    public IReadOnlyList<string> CreateAll(MetaData metadata)
        => [.. metadata.Sorted().SelectMany(t => t.Indexes.Select(i => CreateIndex(t, i)).Prepend(CreateTable(t)))];

    /// <summary>The statements that drop every table that is there, in the opposite order.</summary>
    public IReadOnlyList<string> DropAll(MetaData metadata) => [.. metadata.Sorted().Reverse().Select(t => DropTable(t, ifExists: true))];

    /// <summary><c>CREATE TABLE name (…)</c></summary>
    public virtual string CreateTable(Table table)
    {
        var lines = table.Columns.Cast<Column>().Select(c => ColumnDefinition(table, c)).ToList();
        if (PrimaryKeyClause(table) is { } key)
        {
            lines.Add(key);
        }

        lines.AddRange(table.UniqueConstraints.Select(u => Named(u.Name) + $"UNIQUE ({Names(u.ColumnNames)})"));
        lines.AddRange(table.CheckConstraints.Select(c => Named(c.Name) + $"CHECK ({c.Condition})"));
        lines.AddRange(table.ForeignKeys.Select(ForeignKeyClause));
        return new StringBuilder().Append("CREATE TABLE ").Append(FullName(table)).Append(" (\n    ").AppendJoin(",\n    ", lines).Append("\n)").ToString();
    }

    /// <summary><c>DROP TABLE [IF EXISTS] name</c></summary>
    public virtual string DropTable(Table table, bool ifExists = false) => $"DROP TABLE {(ifExists ? "IF EXISTS " : "")}{FullName(table)}";

    /// <summary><c>CREATE [UNIQUE] INDEX name ON table (columns)</c></summary>
    public virtual string CreateIndex(Table table, TableIndex index)
        => $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {Dialect.Identifiers.Quote(index.Name)} ON {FullName(table)} ({Names(index.ColumnNames)})";

    /// <summary>One column of CREATE TABLE.</summary>
    protected virtual string ColumnDefinition(Table table, Column column)
        => Dialect.Identifiers.Quote(column.Name) + " " + Dialect.Types.Render(column.Type)
            + (column.ServerDefault is null ? "" : $" DEFAULT {column.ServerDefault}") + (column.IsNullable ? "" : " NOT NULL");

    /// <summary>The PRIMARY KEY of CREATE TABLE, or null.</summary>
    protected virtual string? PrimaryKeyClause(Table table)
        => table.PrimaryKey.Count == 0 ? null : $"PRIMARY KEY ({Names(table.PrimaryKey.Select(c => c.Name))})";

    /// <summary>A foreign key of CREATE TABLE.</summary>
    protected virtual string ForeignKeyClause(ForeignKeyConstraint key)
        => Named(key.Name) + $"FOREIGN KEY ({Names(key.ColumnNames)}) REFERENCES {FullName(key.ReferredTable)} ({Names(key.ReferredColumnNames)})"
            + (key.OnDelete is null ? "" : $" ON DELETE {key.OnDelete}");

    /// <summary>The table's name with its schema.</summary>
    protected string FullName(Table table)
        => (table.Schema is null ? "" : Dialect.Identifiers.Quote(table.Schema) + ".") + Dialect.Identifiers.Quote(table.Name);

    /// <summary>Names with commas between.</summary>
    protected string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Dialect.Identifiers.Quote));

    private string Named(string? name) => name is null ? "" : $"CONSTRAINT {Dialect.Identifiers.Quote(name)} ";
}
