namespace Alchemy;

/// <summary>A set of an entity's attributes, by their index. Any number of attributes; up to 64 need no memory.</summary>
public struct AttributeSet
{
    private ulong _low;
    private ulong[]? _high;

    /// <summary>True when the set has no attribute.</summary>
    public readonly bool IsEmpty => _low == 0 && (_high is null || Array.TrueForAll(_high, w => w == 0));

    /// <summary>True when the attribute is in the set.</summary>
    public readonly bool Contains(int index)
        => index < 64 ? (_low >> index & 1) != 0 : _high is not null && index / 64 - 1 < _high.Length && (_high[index / 64 - 1] >> index % 64 & 1) != 0;

    /// <summary>Puts the attribute into the set.</summary>
    public void Add(int index)
    {
        if (index < 64)
        {
            _low |= 1UL << index;
            return;
        }

        Array.Resize(ref _high, Math.Max(_high?.Length ?? 0, index / 64));
        _high![index / 64 - 1] |= 1UL << index % 64;
    }

    /// <summary>Takes the attribute out of the set.</summary>
    public void Remove(int index)
    {
        if (index < 64)
        {
            _low &= ~(1UL << index);
        }
        else if (_high is not null && index / 64 - 1 < _high.Length)
        {
            _high[index / 64 - 1] &= ~(1UL << index % 64);
        }
    }

    /// <summary>A copy that does not change with this one.</summary>
    public readonly AttributeSet Copy() => new() { _low = _low, _high = (ulong[]?)_high?.Clone() };
}
