namespace Alchemy.Internals;

/// <summary>Objects by the order in which they are met, by reference. Few are searched in order; many are found by hash.</summary>
internal sealed class PlaceList
{
    private const int Few = 16;
    private readonly List<object> _met = [];
    private readonly Dictionary<object, int> _places = new(ReferenceEqualityComparer.Instance);

    public void Clear()
    {
        _met.Clear();
        _places.Clear();
    }

    /// <summary>The object's place, from 0.</summary>
    /// <returns>False for an object that is met for the first time.</returns>
    public bool Place(object item, out int place)
    {
        place = Find(item);
        if (place >= 0)
        {
            return true;
        }

        place = _met.Count;
        _met.Add(item);
        if (_met.Count > Few)
        {
            for (var i = _places.Count; i < _met.Count; i++)
            {
                _places.Add(_met[i], i);
            }
        }

        return false;
    }

    private int Find(object item)
    {
        if (_met.Count > Few)
        {
            return _places.GetValueOrDefault(item, -1);
        }

        for (var i = 0; i < _met.Count; i++)
        {
            if (ReferenceEquals(_met[i], item))
            {
                return i;
            }
        }

        return -1;
    }
}
