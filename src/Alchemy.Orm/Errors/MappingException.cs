namespace Alchemy;

/// <summary>A mapping that contradicts itself or asks for what is not supported.</summary>
public sealed class MappingException(Type type, string? member, string problem) : AlchemyException(
    ErrorCodes.Mapping, $"The mapping of {type.Name}{(member is null ? "" : "." + member)} is wrong: {problem}")
{
    /// <summary>The entity's type.</summary>
    public Type Type { get; } = type;

    /// <summary>The member, or null for the entity as a whole.</summary>
    public string? Member { get; } = member;
}
