namespace Alchemy;

/// <summary>A type that is another one in some databases.</summary>
/// <param name="Base">The type everywhere else.</param>
/// <param name="Variants">The types, by the name of the dialect.</param>
public sealed record VariantType(SqlType Base, IReadOnlyDictionary<string, SqlType> Variants) : SqlType
{
    /// <inheritdoc/>
    public override Type ClrType => Base.ClrType;

    /// <inheritdoc/>
    public override SqlType StorageType => Base.StorageType;

    /// <summary>The type in a dialect. What is said for MySQL counts for MariaDB too, unless that has one of its own.</summary>
    /// <param name="dialects">The names under which the dialect goes, the most particular first.</param>
    public SqlType For(params IReadOnlyList<string> dialects) => dialects.Select(Variants.GetValueOrDefault).FirstOrDefault(v => v is not null) ?? Base;

    /// <inheritdoc/>
    public bool Equals(VariantType? other) => other is not null && Base == other.Base && Variants.Count == other.Variants.Count && Variants.All(v => other.Variants.TryGetValue(v.Key, out var type) && type == v.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Base, Variants.Count);

    /// <inheritdoc/>
    protected internal override string Accept(TypeCompiler compiler) => compiler.Render(For(compiler.DialectNames));
}
