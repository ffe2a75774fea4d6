namespace Alchemy;

/// <summary>Reads errors by their SQLSTATE, as the SQL standard defines it.</summary>
public class StandardFacts : DialectFacts
{
    /// <inheritdoc/>
    public override DatabaseErrorKind Classify(ErrorFacts error) => error switch
    {
        { ConnectionLost: true } => DatabaseErrorKind.Disconnected,
        { Canceled: true } => DatabaseErrorKind.Canceled,
        { SqlState: { } state } => OfState(state),
        _ => DatabaseErrorKind.Other,
    };

    private static DatabaseErrorKind OfState(string state) => state switch
    {
        "23505" => DatabaseErrorKind.UniqueViolation,
        "23503" or "23001" => DatabaseErrorKind.ForeignKeyViolation,
        "23502" => DatabaseErrorKind.NotNullViolation,
        "23514" => DatabaseErrorKind.CheckViolation,
        "40P01" => DatabaseErrorKind.Deadlock,
        "40001" => DatabaseErrorKind.Serialization,
        "55P03" => DatabaseErrorKind.LockTimeout,
        "57014" => DatabaseErrorKind.Canceled,
        "42P01" => DatabaseErrorKind.MissingTable,
        "42703" => DatabaseErrorKind.MissingColumn,
        "22001" => DatabaseErrorKind.ValueTooLong,
        "22003" or "22008" => DatabaseErrorKind.OutOfRange,
        "22012" => DatabaseErrorKind.DivisionByZero,
        "42501" => DatabaseErrorKind.PermissionDenied,
        "25006" => DatabaseErrorKind.ReadOnly,
        _ when state.StartsWith("22", StringComparison.Ordinal) => DatabaseErrorKind.InvalidValue,
        _ when state.StartsWith("08", StringComparison.Ordinal) || state is "57P01" or "57P02" or "57P03" => DatabaseErrorKind.Disconnected,
        _ when state.StartsWith("42", StringComparison.Ordinal) => DatabaseErrorKind.Syntax,
        _ => DatabaseErrorKind.Other,
    };
}
