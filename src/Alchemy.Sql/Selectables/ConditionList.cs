using System.Collections;

namespace Alchemy;

/// <summary>A list that grows at its end in shared storage: appending to the longest list is cheap, and older lists keep what they had.</summary>
internal sealed class ConditionList : IReadOnlyList<ColumnElement>
{
    private readonly List<ColumnElement> _storage;

    private ConditionList(List<ColumnElement> storage) => (_storage, Count) = (storage, storage.Count);

    public int Count { get; }

    public ColumnElement this[int index]
        => (uint)index < (uint)Count ? _storage[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The conditions and one more: a flat list, so that ten thousand calls stay linear.</summary>
    public static IReadOnlyList<ColumnElement> And(IReadOnlyList<ColumnElement> existing, ColumnElement added) => added.Node switch
    {
        BooleanClauseList { Operator: SqlOperator.And } list => Append(existing, list.Clauses),
        Constant { Kind: ConstantKind.True } when existing.Count > 0 => existing,
        var node => Append(existing, [node]),
    };

    public static IReadOnlyList<ColumnElement> Append(IReadOnlyList<ColumnElement> list, IReadOnlyList<ColumnElement> added)
    {
        if (list is ConditionList growing)
        {
            lock (growing._storage)
            {
                // Somebody else has appended to the same list: this branch gets storage of its own.
                if (growing._storage.Count == growing.Count)
                {
                    growing._storage.AddRange(added);
                    return new ConditionList(growing._storage);
                }
            }
        }

        return new ConditionList([.. list, .. added]);
    }

    public IEnumerator<ColumnElement> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _storage[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
