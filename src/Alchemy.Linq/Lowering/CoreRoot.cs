namespace Alchemy.Internals;

/// <summary>A Core SELECT as the root of a LINQ query: entities of its rows.</summary>
internal sealed record CoreRoot(Mapper Mapper, SelectBase Select);
