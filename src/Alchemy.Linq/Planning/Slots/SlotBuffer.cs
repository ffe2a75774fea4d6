namespace Alchemy.Internals;

/// <summary>A pooled array. The version makes a second return, or a read through an old copy, harmless instead of a mix-up of two queries.</summary>
internal sealed class SlotBuffer
{
    private const int PoolSize = 8;
    private const int KeptLength = 256;

    [ThreadStatic]
    private static Stack<SlotBuffer>? pool;

    private object?[] items = new object?[8];
    private int version;

    public int Version => Volatile.Read(ref version);

    public int Count { get; private set; }

    public Span<object?> Span => items.AsSpan(0, Count);

    public static SlotBuffer Rent(int count)
    {
        var buffer = pool is { Count: > 0 } ? pool.Pop() : new SlotBuffer();
        if (buffer.items.Length < count)
        {
            buffer.items = new object?[count];
        }

        buffer.Count = count;
        return buffer;
    }

    public void TryReturn(int rentedVersion)
    {
        if (Interlocked.CompareExchange(ref version, rentedVersion + 1, rentedVersion) != rentedVersion)
        {
            return;
        }

        Array.Clear(items, 0, Count);
        pool ??= new Stack<SlotBuffer>(PoolSize);
        if (pool.Count < PoolSize && items.Length <= KeptLength)
        {
            pool.Push(this);
        }
    }
}
