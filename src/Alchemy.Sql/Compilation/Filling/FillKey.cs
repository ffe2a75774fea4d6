namespace Alchemy.Internals;

/// <summary>What the text of a filled statement depends on.</summary>
/// <param name="schemas">The names of schemas.</param>
/// <param name="sizes">The sizes of the lists.</param>
/// <param name="literals">The values that are written into the text.</param>
internal readonly struct FillKey(SchemaMap? schemas, int[] sizes, object?[] literals) : IEquatable<FillKey>
{
    public SchemaMap? Schemas { get; } = schemas;

    public int[] Sizes { get; } = sizes;

    public object?[] Literals { get; } = literals;

    public bool Equals(FillKey other) => ReferenceEquals(Schemas, other.Schemas) && Sizes.AsSpan().SequenceEqual(other.Sizes) && Literals.AsSpan().SequenceEqual(other.Literals);

    public override bool Equals(object? obj) => obj is FillKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Schemas);
        foreach (var size in Sizes)
        {
            hash.Add(size);
        }

        foreach (var value in Literals)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
