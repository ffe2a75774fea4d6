namespace Alchemy.Internals;

/// <summary>What errors are.</summary>
internal static class ErrorInspection
{
    public static Inspection Of(AlchemyException error) => error is DatabaseException refused
        ? Inspection.Of("error", error.Code, [.. Shared(error),
            ("kind", refused.Kind.ToString()), ("transient", refused.IsTransient), ("sqlstate", refused.SqlState), ("number", refused.Facts.Number), ("constraint", refused.Constraint),
            ("table", refused.Table), ("columns", SchemaInspection.Names(refused.Columns)), ("sql", refused.Statement)],
            refused.Parameters.Select(p => Inspection.Of("parameter", p.Name, [("value", p.IsShown ? ValueText.Of(p.Value) : null)])))
        : Inspection.Of("error", error.Code, Shared(error));

    private static IEnumerable<(string, object?)> Shared(AlchemyException error) => [("type", error.GetType().Name), ("message", error.Message)];
}
