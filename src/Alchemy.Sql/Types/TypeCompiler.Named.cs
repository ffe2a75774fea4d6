namespace Alchemy;

public partial class TypeCompiler
{
    private static readonly IdentifierPreparer Standard = new([]);

    /// <summary>Quotes the names of types and collations.</summary>
    public IdentifierPreparer Identifiers { get; } = identifiers ?? Standard;

    /// <summary>Whether the database has the type itself: no CHECK is needed to stand in for it.</summary>
    protected internal virtual bool IsNative(SqlType type) => false;

    /// <summary>Whether the type must be created by a statement of its own before a table has it.</summary>
    protected internal virtual bool IsDefined(SqlType type) => false;

    /// <summary>The schema of a type that has a name of its own in this dialect; null for every other type.</summary>
    internal string? SchemaOf(SqlType type) => type switch
    {
        ArrayType array => SchemaOf(array.Item),
        EnumerationType named when IsDefined(type) => named.Schema ?? "",
        DomainType named when IsDefined(type) => named.Schema ?? "",
        VariantType variant => SchemaOf(variant.For(DialectNames)),
        _ => null,
    };

    internal string RenderWithoutSchema(SqlType type) => type switch
    {
        ArrayType array => Render(array with { Item = WithoutSchema(array.Item) }),
        VariantType variant => RenderWithoutSchema(variant.For(DialectNames)),
        _ => Render(WithoutSchema(type)),
    };

    /// <summary>Text: a type with a name of its own on PostgreSQL.</summary>
    protected internal virtual string VisitEnumeration(EnumerationType type) => Render(type.Text);

    /// <summary>A type with a name of its own on PostgreSQL; refused elsewhere.</summary>
    protected internal virtual string VisitDomain(DomainType type) => throw new CompileException($"The domain '{type.Name}'", DialectName, "the database has no domains: give the column its type and a CHECK.");

    /// <summary>The name of a type with its schema.</summary>
    protected string NamedType(string name, string? schema) => (string.IsNullOrEmpty(schema) ? "" : Identifiers.QuoteSchema(schema) + ".") + Identifiers.Quote(name);

    /// <summary><c> COLLATE name</c>, or nothing.</summary>
    protected string Collate(string? collation, string? schema = null) => collation is null ? "" : $" COLLATE {Identifiers.QuoteCollation(collation, schema)}";

    /// <summary>A length in parentheses, or nothing.</summary>
    protected static string Length(int? length) => length is { } n ? $"({n})" : "";

    private static SqlType WithoutSchema(SqlType type) => type switch { EnumerationType named => named with { Schema = null }, DomainType named => named with { Schema = null }, _ => type };
}
