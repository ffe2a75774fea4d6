namespace Alchemy;

/// <summary>What a pool has at one moment.</summary>
/// <param name="Size">How many connections it keeps: <see cref="PoolOptions.Size"/>, or 1 for a private database.</param>
/// <param name="Open">How many are open.</param>
/// <param name="Free">How many of them nobody uses.</param>
/// <param name="InUse">How many of them somebody uses.</param>
/// <param name="Waiting">How many wait for one.</param>
/// <param name="Leases">Those in use, the longest first.</param>
public sealed record PoolStatus(int Size, int Open, int Free, int InUse, int Waiting, IReadOnlyList<PoolLease> Leases)
{
    /// <summary>How many are open beyond <see cref="Size"/>.</summary>
    public int Overflow => Math.Max(0, Open - Size);
}
