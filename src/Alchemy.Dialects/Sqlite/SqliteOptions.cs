namespace Alchemy;

/// <summary>What SQLite says about a table.</summary>
public sealed class SqliteTableOptions : DialectOptions
{
    /// <summary>True to keep the rows by their primary key alone.</summary>
    public bool WithoutRowId { get; init; }

    /// <summary>True to have the columns' types checked.</summary>
    public bool Strict { get; init; }

    /// <summary>True to give no number of the key out twice: <c>AUTOINCREMENT</c>.</summary>
    public bool AutoIncrement { get; init; }
}

/// <summary>What SQLite does with a row that a constraint refuses: <c>ON CONFLICT FAIL</c>.</summary>
/// <param name="onConflict">The word: ROLLBACK, ABORT, FAIL, IGNORE or REPLACE.</param>
public sealed class SqliteConstraintOptions(string onConflict) : DialectOptions
{
    /// <summary>The word after ON CONFLICT.</summary>
    public string OnConflict { get; } = onConflict;
}

/// <summary>What SQLite does with a row that the constraints of a column refuse.</summary>
public sealed class SqliteColumnOptions : DialectOptions
{
    /// <summary>The word after ON CONFLICT of NOT NULL, or null.</summary>
    public string? OnConflictNotNull { get; init; }

    /// <summary>The word after ON CONFLICT of the primary key, or null.</summary>
    public string? OnConflictPrimaryKey { get; init; }

    /// <summary>The word after ON CONFLICT of UNIQUE, or null.</summary>
    public string? OnConflictUnique { get; init; }
}

/// <summary>What SQLite says about an index.</summary>
public sealed class SqliteIndexOptions : DialectOptions
{
    /// <summary>Which rows it has; null for all.</summary>
    public ColumnElement? Where { get; init; }
}
