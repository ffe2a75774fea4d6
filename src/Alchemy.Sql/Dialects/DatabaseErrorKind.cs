namespace Alchemy;

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

    /// <summary>A table was changed since the statement was prepared. Outside of a transaction the statement was tried again already; otherwise run the transaction again.</summary>
    StaleStatement,

    /// <summary>The statement was interrupted, by its timeout or on request.</summary>
    Canceled,

    /// <summary>The connection is lost.</summary>
    Disconnected,
}
