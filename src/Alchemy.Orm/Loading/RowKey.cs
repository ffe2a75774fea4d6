namespace Alchemy.Internals;

/// <summary>Key values as a dictionary's key. Numbers of different sizes are told apart by value alone: a foreign key may be wider than the key.</summary>
internal readonly struct RowKey(object?[] values) : IEquatable<RowKey>
{
    public object?[] Values { get; } = values;

    /// <summary>True when no value is NULL.</summary>
    public bool IsComplete => Array.TrueForAll(Values, v => v is not null);

    public bool Equals(RowKey other)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (!Equals(Wide(Values[i]), Wide(other.Values[i])))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in Values)
        {
            hash.Add(Wide(value));
        }

        return hash.ToHashCode();
    }

    private static object? Wide(object? value) => value switch
    {
        int number => (long)number,
        short number => (long)number,
        byte number => (long)number,
        _ => value,
    };
}
