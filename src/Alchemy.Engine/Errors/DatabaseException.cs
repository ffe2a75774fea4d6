namespace Alchemy;

/// <summary>The database refused a statement. The provider's own exception is the inner exception.</summary>
public abstract class DatabaseException : AlchemyException
{
    private protected DatabaseException(string code, DatabaseErrorKind kind, ErrorFacts facts, string? statement, string remedy, Exception inner)
        : base(code, $"{facts.Message.TrimEnd('.', ' ')} ({kind}). {remedy}{(statement is null ? "" : $" Statement: {statement}")}", inner)
        => (Kind, Facts, Statement) = (kind, facts, statement);

    /// <summary>What kind of error, the same words for every database.</summary>
    public DatabaseErrorKind Kind { get; }

    /// <summary>What the driver read off its exception.</summary>
    public ErrorFacts Facts { get; }

    /// <summary>The statement's text, without values; null when there was none.</summary>
    public string? Statement { get; }

    /// <summary>The five character SQLSTATE, or null.</summary>
    public string? SqlState => Facts.SqlState;

    /// <summary>The constraint's name; null where the database does not tell it (SQLite tells that of a named CHECK only).</summary>
    public string? Constraint => Facts.Constraint;

    /// <summary>The table's name; null where the database does not tell it.</summary>
    public string? Table => Facts.Table;

    /// <summary>The columns' names; empty where the database does not tell them.</summary>
    public IReadOnlyList<string> Columns => Facts.Columns ?? [];

    /// <summary>True when running the transaction again may succeed.</summary>
    public bool IsTransient => Kind is DatabaseErrorKind.Deadlock or DatabaseErrorKind.Serialization or DatabaseErrorKind.LockTimeout or DatabaseErrorKind.Disconnected;

    internal static DatabaseException Create(DatabaseErrorKind kind, ErrorFacts facts, string? statement, Exception inner) => kind switch
    {
        DatabaseErrorKind.UniqueViolation or DatabaseErrorKind.ForeignKeyViolation or DatabaseErrorKind.NotNullViolation or DatabaseErrorKind.CheckViolation
            => new ConstraintViolationException(kind, facts, statement, inner),
        DatabaseErrorKind.Disconnected => new DisconnectedException(facts, statement, inner),
        DatabaseErrorKind.Deadlock or DatabaseErrorKind.Serialization or DatabaseErrorKind.LockTimeout or DatabaseErrorKind.Canceled
            => new TransientDatabaseException(kind, facts, statement, inner),
        DatabaseErrorKind.Syntax or DatabaseErrorKind.Other => new StatementException(kind, facts, statement, inner),
    };
}

/// <summary>The database refused a row because of a constraint: see <see cref="DatabaseException.Kind"/> for which.</summary>
public sealed class ConstraintViolationException : DatabaseException
{
    internal ConstraintViolationException(DatabaseErrorKind kind, ErrorFacts facts, string? statement, Exception inner)
        : base(ErrorCodes.ConstraintViolation, kind, facts, statement, "Correct the row's values.", inner)
    {
    }
}

/// <summary>The database could not be reached, or the connection was lost.</summary>
public sealed class DisconnectedException : DatabaseException
{
    internal DisconnectedException(ErrorFacts facts, string? statement, Exception inner)
        : base(ErrorCodes.Disconnected, DatabaseErrorKind.Disconnected, facts, statement, "Check that the server runs and the URL names it; open transactions are lost.", inner)
    {
    }
}

/// <summary>A statement lost against another transaction or was interrupted: running the transaction again may succeed.</summary>
public sealed class TransientDatabaseException : DatabaseException
{
    internal TransientDatabaseException(DatabaseErrorKind kind, ErrorFacts facts, string? statement, Exception inner)
        : base(ErrorCodes.Transient, kind, facts, statement, "Run the transaction again.", inner)
    {
    }
}

/// <summary>The statement has an error, or names something that is not there.</summary>
public sealed class StatementException : DatabaseException
{
    internal StatementException(DatabaseErrorKind kind, ErrorFacts facts, string? statement, Exception inner)
        : base(ErrorCodes.Database, kind, facts, statement, "Correct the statement or the schema.", inner)
    {
    }
}
