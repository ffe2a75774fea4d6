namespace Alchemy.Internals;

/// <summary>Where the objects of one execution go: a session's identity maps, maps of the result's own, or nowhere.</summary>
/// <param name="Maps">The maps in which each key has one object; null to make a new object of every row.</param>
/// <param name="Token">Which of several databases the rows come from.</param>
/// <param name="Frame">The number of the session's transaction frame.</param>
/// <param name="KeepsStates">True when loaders need the states that were read.</param>
/// <param name="Refresh">True to overwrite unchanged values of objects that are there already.</param>
internal sealed record MaterializationTarget(IdentityMaps? Maps, object? Token, int Frame, bool KeepsStates, bool Refresh = false);
