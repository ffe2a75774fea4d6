namespace Alchemy.Internals;

/// <summary>What tables and their parts are.</summary>
internal static class SchemaInspection
{
    public static Inspection Of(Table table) => Inspection.Of(
        "table", table.Name, [("schema", table.Schema), ("primary key", Names(table.PrimaryKey.Select(c => c.Name)))],
        [.. table.Columns.OfType<Column>().Select(Of), .. table.Constraints.Where(c => c is not PrimaryKeyConstraint).Select(Of), .. table.Indexes.Select(Of)]);

    public static Inspection Of(Column column) => Inspection.Of("column", column.Name,
    [
        ("type", TypeName(column.Type)), ("nullable", column.IsNullable), ("primary key", column.IsPrimaryKey ? true : null), ("unique", column.Unique ? true : null),
        ("server default", column.ServerDefault ?? column.ServerDefaultExpression?.ToString()), ("computed", column.Computed is null ? null : true), ("identity", column.Identity is null ? null : true), ("comment", column.Comment),
    ]);

    public static Inspection Of(TableConstraint constraint) => Inspection.Of(KindOf(constraint), constraint.FinalName,
    [
        ("columns", Names(constraint.ColumnNames)),
        ("refers to", constraint is ForeignKeyConstraint key ? $"{key.ReferredTable.FullName} ({string.Join(", ", key.ReferredColumnNames)})" : null),
        ("on delete", (constraint as ForeignKeyConstraint)?.OnDelete), ("condition", (constraint as CheckConstraint)?.Condition.ToString()),
    ]);

    public static Inspection Of(TableIndex index) => Inspection.Of("index", index.Name, [("columns", Names(index.ColumnNames)), ("unique", index.IsUnique ? true : null)]);

    /// <summary>A type as the standard spells it, or by its class where the standard has no such type.</summary>
    public static string TypeName(SqlType type)
    {
        try
        {
            return StandardDialect.Enhanced.Types.Render(type);
        }
        catch (CompileException)
        {
            return type.GetType().Name;
        }
    }

    public static string? Names(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? list : null;

    private static string KindOf(TableConstraint constraint) => constraint switch
    {
        PrimaryKeyConstraint => "primary key",
        ForeignKeyConstraint => "foreign key",
        UniqueConstraint => "unique constraint",
        CheckConstraint => "check",
        _ => "constraint",
    };
}
