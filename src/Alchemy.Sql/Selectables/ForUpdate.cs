namespace Alchemy;

/// <summary>The locks that a SELECT takes on the rows it returns: <c>FOR UPDATE</c>.</summary>
public sealed class ForUpdate
{
    internal ForUpdate(bool read, bool nowait, bool skipLocked, bool keyShare, IReadOnlyList<ClauseElement> of)
    {
        if (nowait && skipLocked)
        {
            throw new InvalidStatementException("FOR UPDATE either fails at a locked row (NOWAIT) or leaves it out (SKIP LOCKED), not both.");
        }

        (IsRead, IsNoWait, IsSkipLocked, IsKeyShare, Of) = (read, nowait, skipLocked, keyShare, of);
    }

    /// <summary>True for a lock that others may share: <c>FOR SHARE</c>.</summary>
    public bool IsRead { get; }

    /// <summary>True to fail at a row that is locked.</summary>
    public bool IsNoWait { get; }

    /// <summary>True to leave out rows that are locked.</summary>
    public bool IsSkipLocked { get; }

    /// <summary>True for the weaker lock that leaves keys to others: <c>FOR NO KEY UPDATE</c>, <c>FOR KEY SHARE</c>.</summary>
    public bool IsKeyShare { get; }

    /// <summary>The columns or FROMs whose rows are locked; empty for all.</summary>
    public IReadOnlyList<ClauseElement> Of { get; }

    internal static void Describe(PartList parts, ForUpdate? lockOf)
    {
        parts.Number(lockOf is null ? -1 : (lockOf.IsRead ? 1 : 0) + (lockOf.IsNoWait ? 2 : 0) + (lockOf.IsSkipLocked ? 4 : 0) + (lockOf.IsKeyShare ? 8 : 0));
        parts.Number(lockOf?.Of.Count ?? 0);
        foreach (var item in lockOf?.Of ?? [])
        {
            _ = item is FromClause from ? parts.From(from) : parts.Node(item);
        }
    }

    internal ForUpdate Rewrite(SqlRewriter rewriter)
    {
        var of = rewriter.Rewrite(Of);
        return ReferenceEquals(of, Of) ? this : new ForUpdate(IsRead, IsNoWait, IsSkipLocked, IsKeyShare, of);
    }
}
