namespace Alchemy.Internals;

/// <summary>What the text of a filled statement depends on.</summary>
internal readonly struct FillKey(SchemaMap? schemas, int[] sizes) : IEquatable<FillKey>
{
    public SchemaMap? Schemas { get; } = schemas;

    public int[] Sizes { get; } = sizes;

    public bool Equals(FillKey other) => ReferenceEquals(Schemas, other.Schemas) && Sizes.AsSpan().SequenceEqual(other.Sizes);

    public override bool Equals(object? obj) => obj is FillKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Schemas);
        foreach (var size in Sizes)
        {
            hash.Add(size);
        }

        return hash.ToHashCode();
    }
}
