namespace Alchemy;

/// <summary>Which of the free connections of a pool is given next.</summary>
public enum PoolOrder
{
    /// <summary>The one that came back last: few connections do the work, and the others grow old.</summary>
    LastInFirstOut,

    /// <summary>The one that has been free for longest: all are used in turn.</summary>
    FirstInFirstOut,
}
