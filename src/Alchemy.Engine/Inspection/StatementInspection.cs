namespace Alchemy.Internals;

/// <summary>What statements and their parts are. Values of parameters are not among the facts.</summary>
internal static class StatementInspection
{
    public static Inspection Of(ClauseElement element)
    {
        try
        {
            var compiled = StandardDialect.Enhanced.Compile(element);
            return Inspection.Of(KindOf(element), NameOf(element), [.. Shared(element), ("sql", compiled.ToString())], Parts(compiled));
        }
        catch (AlchemyException only)
        {
            // What one database alone can say, the standard dialect cannot.
            return Inspection.Of(KindOf(element), NameOf(element), [.. Shared(element), ("sql", only.Message)]);
        }
    }

    public static Inspection Of(CompiledSql compiled) => Inspection.Of(
        "compiled statement", null, [("kind", KindOf(compiled.Statement)), ("dialect", compiled.Dialect.ToString()), ("returns rows", compiled.ReturnsRows), ("sql", compiled.ToString())], Parts(compiled));

    public static IEnumerable<Inspection> Columns(CompiledSql compiled) => compiled.Columns.Select(c => Inspection.Of("column", c.Name, [("type", SchemaInspection.TypeName(c.Type))]));

    private static IEnumerable<Inspection> Parts(CompiledSql compiled)
        => [.. compiled.Binds.Select((b, i) => Inspection.Of("parameter", BindNames.Of(compiled)[i], [("type", SchemaInspection.TypeName(b.Type)), ("has value", b.HasValue)])), .. Columns(compiled)];

    private static IEnumerable<(string, object?)> Shared(ClauseElement element) =>
    [
        ("table", (element as DmlStatement)?.Table.FullName),
        ("tables", element is SelectBase ? SchemaInspection.Names(SelectedTables.Tables(element).Select(t => t.FullName).Distinct()) : null),
        ("type", element is ColumnElement value ? SchemaInspection.TypeName(value.Type) : null),
    ];

    private static string? NameOf(ClauseElement element) => element switch
    {
        ColumnElement value => value.Name,
        Alias alias => alias.Name,
        CommonTableExpression cte => cte.Name,
        Subquery subquery => subquery.Name,
        _ => null,
    };

    // The class's name in words: SelectBase's CompoundSelect is a "compound select".
    private static string KindOf(ClauseElement element)
        => string.Concat(element.GetType().Name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
}
