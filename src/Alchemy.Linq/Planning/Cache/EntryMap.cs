using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>The entries of a cache by hash. Reads take no lock; a bucket is replaced whole. Bounded: least recently used entries go.</summary>
internal sealed class EntryMap<TPlan>(int capacity)
    where TPlan : PlanBase
{
    private readonly ConcurrentDictionary<ulong, CacheEntry<TPlan>[]> buckets = new();
    private readonly Lock gate = new();
    private long tick, evictions;
    private int count;

    public int Count => Volatile.Read(ref count);

    public long Evictions => Volatile.Read(ref evictions);

    public CacheEntry<TPlan>? Find(Fingerprinter walk, ulong hash)
    {
        if (buckets.TryGetValue(hash, out var bucket))
        {
            foreach (var entry in bucket)
            {
                if (entry.Key!.Matches(walk))
                {
                    return entry;
                }
            }
        }

        return null;
    }

    public CacheEntry<TPlan> FindOrAdd(Fingerprinter walk, ulong hash)
    {
        lock (gate)
        {
            if (Find(walk, hash) is { } known)
            {
                return known;
            }

            var entry = new CacheEntry<TPlan>(walk.ToKey(), hash) { LastUsed = ++tick };
            buckets[hash] = buckets.TryGetValue(hash, out var bucket) ? [.. bucket, entry] : [entry];
            if (++count > capacity + (capacity / 2))
            {
                Prune();
            }

            return entry;
        }
    }

    /// <summary>Marks an entry as used. The clock moves with additions only, so a hot entry's cache line is mostly read.</summary>
    public void Touch(CacheEntry<TPlan> entry)
    {
        var now = Volatile.Read(ref tick);
        if (entry.LastUsed != now)
        {
            entry.LastUsed = now;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            buckets.Clear();
            count = 0;
        }
    }

    private void Prune()
    {
        var oldest = buckets.Values.SelectMany(b => b).Select(e => (Entry: e, e.LastUsed)).OrderBy(e => e.LastUsed).Take(count - capacity).ToArray();
        foreach (var (entry, _) in oldest)
        {
            var rest = buckets[entry.Hash].Where(e => e != entry).ToArray();
            if (rest.Length == 0)
            {
                buckets.TryRemove(entry.Hash, out _);
            }
            else
            {
                buckets[entry.Hash] = rest;
            }

            count--;
            evictions++;
        }
    }
}
