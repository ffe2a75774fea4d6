namespace Alchemy;

/// <summary>A CLR type was used as an entity but the model does not map it.</summary>
public sealed class UnmappedTypeException(Type type, IEnumerable<string> mapped) : AlchemyException(
    ErrorCodes.UnmappedType,
    $"Type '{type}' is not mapped: add it to the model with ModelBuilder.Entity<{type.Name}>() or as an EntitySet<{type.Name}> property of the context. Mapped are: {string.Join(", ", mapped.Order().Take(12))}.")
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;
}
