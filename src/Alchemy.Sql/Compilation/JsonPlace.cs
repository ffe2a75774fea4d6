using System.Globalization;

namespace Alchemy.Internals;

/// <summary>The name, place or path of an element of a document, in the form that a database reads: <c>$."name"[3]</c>, or PostgreSQL's array of texts.</summary>
internal static class JsonPlace
{
    /// <summary>The value to bind or to write; a value of another type is itself.</summary>
    public static object? Of(SqlType type, object? value, DialectFeatures features) => (type, value, features.JsonAccess) switch
    {
        (not (JsonIndexType or JsonPathType), _, _) or (_, null, _) => value,
        (JsonPathType, Array path, JsonAccess.Arrows or JsonAccess.Subscript) => path.Cast<object?>().Select(p => Convert.ToString(p, CultureInfo.InvariantCulture)).ToArray(),
        (JsonIndexType, _, JsonAccess.Arrows or JsonAccess.Subscript) => value,
        (_, Array path, _) => "$" + string.Concat(path.Cast<object?>().Select(Step)),
        _ => "$" + Step(value),
    };

    private static string Step(object? step) => step is string name
        ? "." + '"' + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"'
        : string.Create(CultureInfo.InvariantCulture, $"[{step}]");
}
