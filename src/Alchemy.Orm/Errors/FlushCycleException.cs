using Alchemy.Internals;

namespace Alchemy;

/// <summary>New rows refer to each other in a circle, and none of their foreign keys can be NULL at first.</summary>
public sealed class FlushCycleException(IEnumerable<StateEntry> states) : AlchemyException(
    ErrorCodes.FlushCycle, $"These objects need each other's rows first: {string.Join(", ", states.Take(5).Select(EntityText.Of))}. Make one of the foreign keys nullable, or flush before linking them.");
