using Alchemy.Internals;

namespace Alchemy;

/// <summary>The database refused a statement. The provider's own exception is the inner exception, unless it says values of rows: see <see cref="Original"/>.</summary>
/// <remarks>What shows in its text has no values of parameters and rows unless <see cref="EngineOptions.ShowsValues"/> is true.</remarks>
public abstract class DatabaseException : AlchemyException
{
    private protected DatabaseException(string code, DatabaseErrorKind kind, DatabaseError error, string remedy)
        : base(code, $"{error.Message.TrimEnd('.', ' ')} ({kind}). {error.Remedy ?? remedy}{error.Context}", error.Inner)
        => (Kind, Facts, Statement, Parameters, Original) = (kind, error.ShownFacts, error.Statement, error.Parameters, error.Original);

    /// <summary>What kind of error, the same words for every database.</summary>
    public DatabaseErrorKind Kind { get; }

    /// <summary>What the driver read off its exception.</summary>
    public ErrorFacts Facts { get; }

    /// <summary>The statement's text, without values; null when there was none.</summary>
    public string? Statement { get; }

    /// <summary>The statement's parameters in the order of its markers, their values kept back unless <see cref="EngineOptions.ShowsValues"/> is true; empty for text.</summary>
    public IReadOnlyList<StatementParameter> Parameters { get; }

    /// <summary>The provider's own exception, with whatever values of rows it says: do not log it where they may not be seen. <see cref="Exception.InnerException"/> is the same where it says none.</summary>
    public Exception Original { get; }

    /// <summary>The five character SQLSTATE, or null.</summary>
    public string? SqlState => Facts.SqlState;

    /// <summary>The constraint's name; null where the database does not tell it (SQLite tells that of a named CHECK only).</summary>
    public string? Constraint => Facts.Constraint;

    /// <summary>The table's name; null where the database does not tell it.</summary>
    public string? Table => Facts.Table;

    /// <summary>The columns' names; empty where the database does not tell them.</summary>
    public IReadOnlyList<string> Columns => Facts.Columns ?? [];

    /// <summary>Which of the rows of <c>ExecuteMany</c> were sent together when it was refused, counted from 0: one of them is the reason. Null for a single execution.</summary>
    public Range? Rows { get; internal set; }

    /// <inheritdoc/>
    public override string Message => Rows is not { } rows ? base.Message
        : rows.End.Value - rows.Start.Value == 1 ? $"{base.Message} It is row {rows.Start}, counted from 0."
        : $"{base.Message} It is one of the rows {rows.Start} to {rows.End.Value - 1}, counted from 0.";

    /// <summary>True when running the transaction again may succeed.</summary>
    public bool IsTransient => Kind is DatabaseErrorKind.Deadlock or DatabaseErrorKind.Serialization or DatabaseErrorKind.LockTimeout or DatabaseErrorKind.StaleStatement or DatabaseErrorKind.Disconnected;

    internal static DatabaseException Create(DatabaseErrorKind kind, DatabaseError error) => kind switch
    {
        DatabaseErrorKind.UniqueViolation or DatabaseErrorKind.ForeignKeyViolation or DatabaseErrorKind.NotNullViolation or DatabaseErrorKind.CheckViolation
            => new ConstraintViolationException(kind, error),
        DatabaseErrorKind.Disconnected => new DisconnectedException(error),
        DatabaseErrorKind.Deadlock or DatabaseErrorKind.Serialization or DatabaseErrorKind.LockTimeout or DatabaseErrorKind.StaleStatement or DatabaseErrorKind.Canceled
            => new TransientDatabaseException(kind, error),
        DatabaseErrorKind.ValueTooLong or DatabaseErrorKind.OutOfRange or DatabaseErrorKind.InvalidValue or DatabaseErrorKind.DivisionByZero
            => new DatabaseValueException(kind, error),
        DatabaseErrorKind.PermissionDenied or DatabaseErrorKind.ReadOnly => new DatabasePermissionException(kind, error),
        DatabaseErrorKind.Syntax or DatabaseErrorKind.MissingTable or DatabaseErrorKind.MissingColumn or DatabaseErrorKind.Other => new StatementException(kind, error),
    };
}

/// <summary>The database refused a row because of a constraint: see <see cref="DatabaseException.Kind"/> for which.</summary>
public sealed class ConstraintViolationException : DatabaseException
{
    internal ConstraintViolationException(DatabaseErrorKind kind, DatabaseError error)
        : base(ErrorCodes.ConstraintViolation, kind, error, "Correct the row's values.")
    {
    }
}

/// <summary>The database could not be reached, or the connection was lost.</summary>
public sealed class DisconnectedException : DatabaseException
{
    internal DisconnectedException(DatabaseError error)
        : base(ErrorCodes.Disconnected, DatabaseErrorKind.Disconnected, error, error.IsOutcomeUnknown
            ? "Nobody knows whether the database has kept the work: look before doing it again."
            : "Check that the server runs and the URL names it; open transactions are lost.")
        => IsOutcomeUnknown = error.IsOutcomeUnknown;

    /// <summary>True when the connection was lost by COMMIT, or by a statement that commits by itself: the database may have kept the work, or not. False when it has kept nothing since BEGIN.</summary>
    public bool IsOutcomeUnknown { get; }
}

/// <summary>A statement lost against another transaction or was interrupted: running the transaction again may succeed.</summary>
public sealed class TransientDatabaseException : DatabaseException
{
    internal TransientDatabaseException(DatabaseErrorKind kind, DatabaseError error)
        : base(ErrorCodes.Transient, kind, error, "Run the transaction again.")
    {
    }
}

/// <summary>A value is not one that its column or operation takes: too long, out of range, no value of the type, a division by zero.</summary>
public sealed class DatabaseValueException : DatabaseException
{
    internal DatabaseValueException(DatabaseErrorKind kind, DatabaseError error)
        : base(ErrorCodes.DatabaseValue, kind, error, "Correct the value, or give the column a type that holds it.")
    {
    }
}

/// <summary>The database does not allow the statement: the user lacks a right, or the database or transaction takes no changes.</summary>
public sealed class DatabasePermissionException : DatabaseException
{
    internal DatabasePermissionException(DatabaseErrorKind kind, DatabaseError error)
        : base(ErrorCodes.DatabasePermission, kind, error, kind is DatabaseErrorKind.ReadOnly ? "Write where changes are taken: another server, file or transaction." : "Grant the right, or connect as a user who has it.")
    {
    }
}

/// <summary>The statement has an error, or names something that is not there.</summary>
public sealed class StatementException : DatabaseException
{
    internal StatementException(DatabaseErrorKind kind, DatabaseError error)
        : base(ErrorCodes.Database, kind, error, "Correct the statement or the schema.")
    {
    }
}
