namespace Alchemy;

/// <summary>What the engine must know about a database beyond its SQL: pure data and functions, no I/O.</summary>
public abstract class DialectFacts
{
    /// <summary>Tells which portable kind an error is.</summary>
    /// <param name="error">What the driver read off its exception.</param>
    public abstract DatabaseErrorKind Classify(ErrorFacts error);

    /// <summary>Statements to run once on every new connection, in order.</summary>
    public virtual IReadOnlyList<string> OnConnect => [];

    /// <summary><c>SAVEPOINT name</c></summary>
    public virtual string Savepoint(string name) => $"SAVEPOINT {name}";

    /// <summary><c>ROLLBACK TO SAVEPOINT name</c></summary>
    public virtual string RollbackToSavepoint(string name) => $"ROLLBACK TO SAVEPOINT {name}";

    /// <summary><c>RELEASE SAVEPOINT name</c>; null where savepoints are not released.</summary>
    public virtual string? ReleaseSavepoint(string name) => $"RELEASE SAVEPOINT {name}";
}

/// <summary>What a driver read off an exception.</summary>
/// <param name="Message">The database's message, without values of rows.</param>
/// <param name="Number">The database's own error number, or null.</param>
/// <param name="SqlState">The five character SQLSTATE, or null.</param>
/// <param name="Constraint">The constraint's name, where the database tells it.</param>
/// <param name="Table">The table's name, where the database tells it.</param>
/// <param name="Columns">The columns' names, where the database tells them.</param>
/// <param name="ConnectionLost">True when the connection can not be used again.</param>
/// <param name="Canceled">True when the statement ended because it was asked to.</param>
/// <param name="ValuesMessage">The database's message with the values of rows that it says; null where <paramref name="Message"/> is all. It is shown only when values are.</param>
public sealed record ErrorFacts(
    string Message, int? Number = null, string? SqlState = null, string? Constraint = null, string? Table = null, IReadOnlyList<string>? Columns = null, bool ConnectionLost = false, bool Canceled = false,
    string? ValuesMessage = null);

/// <summary>What kind of error a database reported, the same words for every database.</summary>
public enum DatabaseErrorKind
{
    /// <summary>Any other error.</summary>
    Other,

    /// <summary>A row with this key is already there.</summary>
    UniqueViolation,

    /// <summary>A row that is referred to is missing, or a row that is being removed is referred to.</summary>
    ForeignKeyViolation,

    /// <summary>NULL in a column that must have a value.</summary>
    NotNullViolation,

    /// <summary>A CHECK constraint is false.</summary>
    CheckViolation,

    /// <summary>The statement has an error, or names something that is not there and is neither a table nor a column.</summary>
    Syntax,

    /// <summary>The statement names a table that is not there.</summary>
    MissingTable,

    /// <summary>The statement names a column that is not there.</summary>
    MissingColumn,

    /// <summary>A text or bytes are longer than the column takes.</summary>
    ValueTooLong,

    /// <summary>A number, or a result of arithmetic, is beyond what its type holds.</summary>
    OutOfRange,

    /// <summary>A value is no value of the type: a letter where a number should be, a 30th of February.</summary>
    InvalidValue,

    /// <summary>A division by zero. SQLite gives NULL instead, and so does MySQL where no row is written.</summary>
    DivisionByZero,

    /// <summary>The user lacks a right.</summary>
    PermissionDenied,

    /// <summary>The database, or the transaction, takes no changes.</summary>
    ReadOnly,

    /// <summary>Chosen as the victim of a deadlock: run the transaction again.</summary>
    Deadlock,

    /// <summary>Could not be serialized with another transaction: run the transaction again.</summary>
    Serialization,

    /// <summary>A lock was not given in time.</summary>
    LockTimeout,

    /// <summary>The statement was interrupted, by its timeout or on request.</summary>
    Canceled,

    /// <summary>The connection is lost.</summary>
    Disconnected,
}
