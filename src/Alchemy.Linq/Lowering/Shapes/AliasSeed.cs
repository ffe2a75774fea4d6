namespace Alchemy.Internals;

/// <summary>The name that a table gets in the SQL of a query.</summary>
internal static class AliasSeed
{
    /// <summary>A lambda's parameter as it is; a navigation by its first letter; what re-linq has made up, nothing.</summary>
    public static string? Of(string name) => name.StartsWith('<') ? null : char.IsUpper(name[0]) ? char.ToLowerInvariant(name[0]).ToString() : name;
}
