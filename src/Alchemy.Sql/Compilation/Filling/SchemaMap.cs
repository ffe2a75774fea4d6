namespace Alchemy;

/// <summary>Replaces schema names when a statement is executed: one mapping and one compiled statement for many tenants.</summary>
/// <remarks>Use one instance per tenant and keep it: filled statements are remembered by it.</remarks>
/// <example><code>var tenant = new SchemaMap(("shop", "tenant_7"));   // shop.orders becomes tenant_7.orders</code></example>
public sealed class SchemaMap
{
    private readonly Dictionary<string, string?> _names;

    /// <summary>Creates a map of (schema in the definition, schema at execution); an empty string stands for "no schema".</summary>
    public SchemaMap(params (string From, string? To)[] names) => _names = names.ToDictionary(n => n.From, n => n.To);

    /// <summary>The schema to write for the one in the definition (null or empty: none); the same one when the map does not name it.</summary>
    public string? Map(string? schema) => _names.TryGetValue(schema ?? "", out var mapped) ? mapped : schema;
}
