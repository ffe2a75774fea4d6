namespace Alchemy.Internals;

/// <summary>What a plan cache has done since it was made.</summary>
/// <param name="Hits">Look-ups that found a plan.</param>
/// <param name="Misses">Look-ups of a query that was not known.</param>
/// <param name="GuardMisses">Look-ups of a known query for which no plan accepted the values.</param>
/// <param name="Evictions">Queries dropped because the cache was full.</param>
/// <param name="Uncacheable">Look-ups of queries that cannot be cached.</param>
/// <param name="Entries">Queries kept now.</param>
internal readonly record struct CacheStats(long Hits, long Misses, long GuardMisses, long Evictions, long Uncacheable, int Entries);
