using System.Collections.Concurrent;

namespace Alchemy.Internals;

/// <summary>Values by key. When there are too many, the quarter whose last use is the longest ago goes. For several threads.</summary>
/// <param name="capacity">How many values are kept.</param>
/// <param name="comparer">Compares keys; null for their own equality.</param>
internal sealed class RecentCache<TKey, TValue>(int capacity, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = new(comparer);
    private readonly Lock _trimming = new();

    // The time of a use. It moves with additions only: while nothing new comes, a hit writes nothing.
    private long _additions;

    /// <summary>How many values are kept.</summary>
    public int Count => _entries.Count;

    /// <summary>The value of a key, which is a use of it; null when there is none.</summary>
    public TValue? Find(TKey key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        var now = Volatile.Read(ref _additions);
        if (entry.LastUse != now)
        {
            entry.LastUse = now;
        }

        return entry.Value;
    }

    /// <summary>The key that is kept and equal to what would make one; null when there is none.</summary>
    public TKey? KeyLike<TAlternate>(TAlternate like) where TAlternate : notnull
        => _entries.GetAlternateLookup<TAlternate>().TryGetValue(like, out var key, out _) ? key : default;

    /// <summary>Keeps a new value, which is a use of it.</summary>
    /// <returns>The value that is kept: another thread's, if that was first.</returns>
    public TValue Add(TKey key, TValue value)
    {
        var kept = _entries.GetOrAdd(key, new Entry(value, Interlocked.Increment(ref _additions))).Value;
        if (_entries.Count > capacity)
        {
            Trim();
        }

        return kept;
    }

    private void Trim()
    {
        lock (_trimming)
        {
            var entries = _entries.ToArray();
            // Another thread may have made room.
            var tooMany = entries.Length > capacity ? entries.Length - (capacity * 3 / 4) : 0;
            foreach (var (key, _) in entries.OrderBy(e => e.Value.LastUse).Take(tooMany))
            {
                _entries.TryRemove(key, out _);
            }
        }
    }

    private sealed class Entry(TValue value, long lastUse)
    {
        public TValue Value { get; } = value;

        public long LastUse { get; set; } = lastUse;
    }
}
