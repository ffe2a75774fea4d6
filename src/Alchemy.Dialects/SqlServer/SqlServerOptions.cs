namespace Alchemy;

/// <summary>What SQL Server says about an index.</summary>
public sealed class SqlServerIndexOptions : DialectOptions
{
    /// <summary><c>CLUSTERED</c> when true, <c>NONCLUSTERED</c> when false; null says nothing.</summary>
    public bool? Clustered { get; init; }

    /// <summary>True for an index that keeps columns apart.</summary>
    public bool ColumnStore { get; init; }

    /// <summary>Columns whose values the index keeps too.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Which rows it has; null for all.</summary>
    public ColumnElement? Where { get; init; }
}

/// <summary>What SQL Server says about a primary key or UNIQUE.</summary>
public sealed class SqlServerKeyOptions : DialectOptions
{
    /// <summary><c>CLUSTERED</c> when true, <c>NONCLUSTERED</c> when false; null says nothing.</summary>
    public bool? Clustered { get; init; }
}
