namespace Alchemy;

/// <summary>A type under exactly this name: <c>INET</c>, <c>TSVECTOR</c>, <c>DOUBLE PRECISION</c>.</summary>
/// <param name="Name">The name, as it stands in CREATE TABLE and CAST.</param>
/// <param name="ValueType">The CLR type of a value.</param>
/// <param name="IsCastParameter">True when a parameter of it must name its type where a dialect names the types of parameters.</param>
public sealed record NativeType(string Name, Type ValueType, bool IsCastParameter = false) : SqlType
{
    /// <summary>The name of the dialect that alone has the type; null for a name that is written everywhere.</summary>
    public string? Dialect { get; init; }

    /// <summary>The generic type with the same values, by which they are bound and read; null for what the provider does with them.</summary>
    public SqlType? Generic { get; init; }

    /// <summary>True when other databases have the generic type in its place, as <c>INTEGER(5)</c> is an INTEGER to them; false when they refuse the type.</summary>
    public bool IsGenericElsewhere { get; init; }

    /// <summary>The name in CAST, where it differs from the name; empty for a type that nothing can be cast to.</summary>
    public string? CastName { get; init; }

    /// <inheritdoc/>
    public override Type ClrType => ValueType;

    /// <inheritdoc/>
    public override SqlType StorageType => Generic?.StorageType ?? this;

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.VisitNative(this);
}
