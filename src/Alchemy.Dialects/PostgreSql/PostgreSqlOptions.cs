namespace Alchemy;

/// <summary>What PostgreSQL says after the columns of CREATE TABLE.</summary>
public sealed class PostgreSqlTableOptions : DialectOptions
{
    /// <summary>The tables in <c>INHERITS (…)</c>.</summary>
    public IReadOnlyList<QuotedName> Inherits { get; init; } = [];

    /// <summary>The text after <c>PARTITION BY</c>, such as <c>RANGE (at)</c>.</summary>
    public string? PartitionBy { get; init; }

    /// <summary>The table's access method: <c>USING heap</c>.</summary>
    public string? Using { get; init; }

    /// <summary>Storage parameters: <c>WITH (fillfactor = 60)</c>; a null value writes the name alone.</summary>
    public IReadOnlyList<(string Name, object? Value)> With { get; init; } = [];

    /// <summary><c>WITH OIDS</c> when true, <c>WITHOUT OIDS</c> when false; null says nothing.</summary>
    public bool? WithOids { get; init; }

    /// <summary>What a temporary table does at COMMIT: <c>PRESERVE ROWS</c>, <c>DELETE ROWS</c>, <c>DROP</c>.</summary>
    public string? OnCommit { get; init; }

    /// <summary>The tablespace, or null.</summary>
    public string? Tablespace { get; init; }
}

/// <summary>What PostgreSQL says about a view.</summary>
public sealed class PostgreSqlViewOptions : DialectOptions
{
    /// <summary>Parameters of the view: <c>WITH (security_barrier = true)</c>; a null value writes the name alone.</summary>
    public IReadOnlyList<(string Name, object? Value)> With { get; init; } = [];
}

/// <summary>What PostgreSQL says about an index.</summary>
public sealed class PostgreSqlIndexOptions : DialectOptions
{
    /// <summary>The word after USING: <c>gin</c>, <c>gist</c>, <c>hash</c>.</summary>
    public string? Using { get; init; }

    /// <summary>Operator classes by the column's name or the expression's label.</summary>
    public IReadOnlyDictionary<string, string> Ops { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns whose values the index keeps too.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary><c>NULLS NOT DISTINCT</c> when true, <c>NULLS DISTINCT</c> when false; null says nothing.</summary>
    public bool? NullsNotDistinct { get; init; }

    /// <summary>Storage parameters: <c>WITH (fillfactor = 60)</c>; a null value writes the name alone.</summary>
    public IReadOnlyList<(string Name, object? Value)> With { get; init; } = [];

    /// <summary>The tablespace, or null.</summary>
    public string? Tablespace { get; init; }

    /// <summary>Which rows it has; null for all.</summary>
    public ColumnElement? Where { get; init; }

    /// <summary>True to create and drop it without a lock on the table.</summary>
    public bool Concurrently { get; init; }
}

/// <summary>What PostgreSQL says about a constraint.</summary>
public sealed class PostgreSqlConstraintOptions : DialectOptions
{
    /// <summary>True to leave the rows that are there unchecked: <c>NOT VALID</c>.</summary>
    public bool NotValid { get; init; }

    /// <summary>Columns whose values the key's index keeps too.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary><c>NULLS NOT DISTINCT</c> when true, <c>NULLS DISTINCT</c> when false; null says nothing.</summary>
    public bool? NullsNotDistinct { get; init; }
}
