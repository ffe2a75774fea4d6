namespace Alchemy;

/// <summary>The dialects at their newest known versions, for showing SQL and for tests. An engine has a dialect of its own server's version.</summary>
public static class Dialects
{
    /// <summary>Standard SQL with named parameters.</summary>
    public static StandardDialect Standard => StandardDialect.Instance;

    /// <summary>SQLite.</summary>
    public static SqliteDialect Sqlite { get; } = new();

    /// <summary>PostgreSQL.</summary>
    public static PostgreSqlDialect PostgreSql { get; } = new();
}
