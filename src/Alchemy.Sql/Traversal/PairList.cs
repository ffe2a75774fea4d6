namespace Alchemy.Internals;

/// <summary>Objects matched one to one, by reference. Few are searched in order; many are found by hash.</summary>
internal sealed class PairList
{
    private const int Few = 16;
    private readonly List<(object Left, object Right)> _pairs = [];
    private readonly Dictionary<object, object> _forward = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, object> _backward = new(ReferenceEqualityComparer.Instance);

    public void Clear()
    {
        _pairs.Clear();
        _forward.Clear();
        _backward.Clear();
    }

    /// <summary>True or false when either side has been met before; null when both are new.</summary>
    public bool? AreMatched(object left, object right)
    {
        if (_pairs.Count > Few)
        {
            var known = _forward.TryGetValue(left, out var partner);
            return known || _backward.ContainsKey(right) ? known && ReferenceEquals(partner, right) : null;
        }

        foreach (var pair in _pairs)
        {
            if (ReferenceEquals(pair.Left, left) || ReferenceEquals(pair.Right, right))
            {
                return ReferenceEquals(pair.Left, left) && ReferenceEquals(pair.Right, right);
            }
        }

        return null;
    }

    /// <summary>Matches two new objects.</summary>
    public void Add(object left, object right)
    {
        _pairs.Add((left, right));
        if (_pairs.Count <= Few)
        {
            return;
        }

        foreach (var (l, r) in _forward.Count == 0 ? _pairs : [(left, right)])
        {
            _forward.Add(l, r);
            _backward.Add(r, l);
        }
    }
}
