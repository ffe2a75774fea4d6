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

    /// <summary>MySQL.</summary>
    public static MySqlDialect MySql { get; } = new();

    /// <summary>MariaDB.</summary>
    public static MariaDbDialect MariaDb { get; } = new();

    /// <summary>Oracle Database.</summary>
    public static OracleDialect Oracle { get; } = new();

    /// <summary>Microsoft SQL Server.</summary>
    public static SqlServerDialect SqlServer { get; } = new();
}
