using Alchemy.Internals;

namespace Alchemy;

/// <summary>An object has lost its parent, and its foreign key cannot be NULL.</summary>
public sealed class OrphanException(StateEntry state, Relationship relationship) : AlchemyException(
    ErrorCodes.Orphan,
    $"{EntityText.Of(state)} has lost its {relationship.Owner.ClrType.Name}: it is no longer reached by {relationship}, and its foreign key ({string.Join(", ", relationship.ForeignKey.Select(c => c.Name))}) cannot be NULL. Delete it, give it another, or map the relationship with DeleteOrphans().")
{
    /// <summary>The object.</summary>
    public object Entity { get; } = state.Entity;
}
