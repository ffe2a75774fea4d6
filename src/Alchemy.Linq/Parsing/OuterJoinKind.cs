namespace Alchemy.Internals;

/// <summary>Which side of an outer join keeps its rows without a partner.</summary>
internal enum OuterJoinKind
{
    /// <summary>LEFT JOIN: the items before the join; the clause's own item may be missing.</summary>
    Left,

    /// <summary>RIGHT JOIN: the clause's own items; all sources before the join may be missing.</summary>
    Right,
}
