using System.Reflection;

namespace Alchemy.Internals;

/// <summary>How a plan cache is bounded, and what it must not evaluate here.</summary>
internal sealed record PlanCacheOptions
{
    /// <summary>Queries kept; the cache grows to one and a half times this before the least recently used go.</summary>
    public int Capacity { get; init; } = 1024;

    /// <summary>Plans of one query that differ in guards.</summary>
    public int VariantLimit { get; init; } = 8;

    /// <summary>Members with a translation: calls of them stay in the query even when nothing in them depends on a row. Null means none but the built-in ones.
    /// It must give the same answer for the whole life of the cache.</summary>
    public Func<MemberInfo, bool>? IsServerSide { get; init; }

    /// <summary>Bits of the hash in use; fewer bits make collisions, for tests.</summary>
    public ulong HashMask { get; init; } = ulong.MaxValue;
}
