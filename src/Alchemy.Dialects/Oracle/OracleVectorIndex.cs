namespace Alchemy;

/// <summary>How an index of vectors finds neighbours: <see cref="OracleHnswIndex"/> or <see cref="OracleIvfIndex"/>. Oracle has them since 23.4.</summary>
public abstract record OracleVectorIndex
{
    /// <summary>How far two vectors are from each other; null for the database's own choice.</summary>
    public OracleVectorDistance? Distance { get; init; }

    /// <summary>How many percent of the neighbours a search is to find; null for the database's own choice.</summary>
    public int? Accuracy { get; init; }

    /// <summary>How many processes build the index; null for the database's own choice.</summary>
    public int? Parallel { get; init; }

    private protected abstract string Organization { get; }

    private protected abstract IEnumerable<string> Parameters { get; }

    internal string Text
        => $" ORGANIZATION {Organization}" + (Distance is { } distance ? $" DISTANCE {distance.ToString().ToUpperInvariant()}" : "") + (Accuracy is { } accuracy ? $" WITH TARGET ACCURACY {accuracy}" : "")
            + $" PARAMETERS ({string.Join(", ", Parameters)})" + (Parallel is { } parallel ? $" PARALLEL {parallel}" : "");

    private protected static IEnumerable<string> Said(string type, params (string Name, int? Value)[] parameters)
        => parameters.Where(p => p.Value is not null).Select(p => $"{p.Name} {p.Value}").Prepend("type " + type);
}

/// <summary>A graph of neighbours in memory: <c>ORGANIZATION INMEMORY NEIGHBOR GRAPH</c>.</summary>
public sealed record OracleHnswIndex : OracleVectorIndex
{
    /// <summary>How many neighbours a vector has in the graph; null for the database's own choice.</summary>
    public int? Neighbors { get; init; }

    /// <summary>How many candidates are looked at when a vector is put in; null for the database's own choice.</summary>
    public int? EfConstruction { get; init; }

    private protected override string Organization => "INMEMORY NEIGHBOR GRAPH";

    private protected override IEnumerable<string> Parameters => Said("HNSW", ("neighbors", Neighbors), ("efconstruction", EfConstruction));
}

/// <summary>Partitions of vectors that are near each other: <c>ORGANIZATION NEIGHBOR PARTITIONS</c>.</summary>
public sealed record OracleIvfIndex : OracleVectorIndex
{
    /// <summary>How many partitions there are; null for the database's own choice.</summary>
    public int? NeighborPartitions { get; init; }

    /// <summary>How many vectors of each partition are taken as samples; null for the database's own choice.</summary>
    public int? SamplePerPartition { get; init; }

    /// <summary>The fewest vectors of a partition; null for the database's own choice.</summary>
    public int? MinVectorsPerPartition { get; init; }

    private protected override string Organization => "NEIGHBOR PARTITIONS";

    private protected override IEnumerable<string> Parameters
        => Said("IVF", ("neighbor partitions", NeighborPartitions), ("sample_per_partition", SamplePerPartition), ("min_vectors_per_partition", MinVectorsPerPartition));
}

/// <summary>How far two vectors are from each other.</summary>
public enum OracleVectorDistance
{
    /// <summary>By the straight line.</summary>
    Euclidean,

    /// <summary>By their dot product.</summary>
    Dot,

    /// <summary>By the angle between them.</summary>
    Cosine,

    /// <summary>By the sum of the differences of their parts.</summary>
    Manhattan,
}
