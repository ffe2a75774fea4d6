namespace Alchemy.Internals;

/// <summary>The start of a query: an IQueryable whose Expression is a constant of itself.</summary>
internal interface IQueryRoot
{
    /// <summary>What is queried (a mapper, a Core selectable): it enters the plan's key and is kept by it, so it must not lead to a session.</summary>
    object RootIdentity { get; }
}
