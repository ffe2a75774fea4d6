namespace Alchemy;

/// <summary>The stable error codes. 1xxx: SQL and schema; 2xxx: LINQ; 3xxx: engine and database; 4xxx: mapping.</summary>
public static class ErrorCodes
{
    /// <summary>A column that its table, alias or subquery does not have.</summary>
    public const string UnknownColumn = "ALQ1001";

    /// <summary>A statement that cannot be compiled for a dialect.</summary>
    public const string Compile = "ALQ1002";

    /// <summary>A statement or schema object put together wrongly.</summary>
    public const string InvalidStatement = "ALQ1003";

    /// <summary>A bind parameter that has no value at execution.</summary>
    public const string MissingValue = "ALQ1004";

    /// <summary>A LINQ expression that has no SQL form.</summary>
    public const string LinqTranslation = "ALQ2001";

    /// <summary>A database URL that cannot be read.</summary>
    public const string EngineUrl = "ALQ3001";

    /// <summary>No driver is known, or its assembly is missing.</summary>
    public const string DriverNotFound = "ALQ3002";

    /// <summary>A connection, transaction or result used after it was closed, or by two users at once.</summary>
    public const string ConnectionState = "ALQ3003";

    /// <summary>The database refused a statement.</summary>
    public const string Database = "ALQ3004";

    /// <summary>The database refused a row because of a constraint.</summary>
    public const string ConstraintViolation = "ALQ3005";

    /// <summary>The database could not be reached, or the connection was lost.</summary>
    public const string Disconnected = "ALQ3006";

    /// <summary>No connection of the pool became free in time.</summary>
    public const string PoolTimeout = "ALQ3007";

    /// <summary>A result that did not have the rows or columns that were asked for.</summary>
    public const string ResultShape = "ALQ3008";

    /// <summary>A statement was interrupted by its timeout or was the victim of a deadlock or serialization conflict.</summary>
    public const string Transient = "ALQ3009";

    /// <summary>A value that its column or operation does not take.</summary>
    public const string DatabaseValue = "ALQ3020";

    /// <summary>A right is missing, or the database takes no changes.</summary>
    public const string DatabasePermission = "ALQ3021";

    /// <summary>A thing of which nothing is known.</summary>
    public const string NotInspectable = "ALQ3022";

    /// <summary>A CLR type that is not mapped.</summary>
    public const string UnmappedType = "ALQ4001";

    /// <summary>A mapping that contradicts itself.</summary>
    public const string Mapping = "ALQ4002";

    /// <summary>A session or object in a state that does not allow the operation.</summary>
    public const string SessionState = "ALQ4003";

    /// <summary>A row that is not there as the session knows it.</summary>
    public const string StaleData = "ALQ4004";

    /// <summary>Pending changes could not be flushed before a query.</summary>
    public const string Autoflush = "ALQ4005";

    /// <summary>An object without its parent, whose foreign key cannot be NULL.</summary>
    public const string Orphan = "ALQ4006";

    /// <summary>New rows that need each other first.</summary>
    public const string FlushCycle = "ALQ4007";
}
