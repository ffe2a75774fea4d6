namespace Alchemy;

/// <summary>What Oracle says after the columns of CREATE TABLE.</summary>
public sealed class OracleTableOptions : DialectOptions
{
    /// <summary>What a temporary table does at COMMIT: <c>PRESERVE ROWS</c>, <c>DELETE ROWS</c>.</summary>
    public string? OnCommit { get; init; }

    /// <summary>True for <c>COMPRESS</c>.</summary>
    public bool Compress { get; init; }

    /// <summary>The word after <c>COMPRESS FOR</c>, such as <c>OLTP</c>; null for none.</summary>
    public string? CompressFor { get; init; }

    /// <summary>The tablespace, or null.</summary>
    public string? Tablespace { get; init; }
}

/// <summary>What Oracle says about an index.</summary>
public sealed class OracleIndexOptions : DialectOptions
{
    /// <summary>True for an index of bitmaps.</summary>
    public bool Bitmap { get; init; }

    /// <summary>True for <c>COMPRESS</c>.</summary>
    public bool Compress { get; init; }

    /// <summary>How many columns are compressed: <c>COMPRESS 1</c>; null for none said.</summary>
    public int? CompressColumns { get; init; }

    /// <summary>How an index of vectors finds neighbours; null for an index of other values.</summary>
    public OracleVectorIndex? Vector { get; init; }
}
