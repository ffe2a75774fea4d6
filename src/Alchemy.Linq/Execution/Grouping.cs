using System.Collections;

namespace Alchemy.Internals;

/// <summary>A group as a result: the key and its items, read.</summary>
internal sealed class Grouping<TKey, T>(TKey key, List<T> items) : IGrouping<TKey, T>, IReadOnlyList<T>
{
    public TKey Key => key;

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
