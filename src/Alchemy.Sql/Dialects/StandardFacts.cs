namespace Alchemy;

/// <summary>Reads errors by their SQLSTATE, as the SQL standard defines it.</summary>
public class StandardFacts : DialectFacts
{
    /// <inheritdoc/>
    public override DatabaseErrorKind Classify(ErrorFacts error) => error switch
    {
        { ConnectionLost: true } => DatabaseErrorKind.Disconnected,
        { Canceled: true } => DatabaseErrorKind.Canceled,
        { Stale: true } => DatabaseErrorKind.StaleStatement,
        { SqlState: { } state } => OfState(state),
        _ => DatabaseErrorKind.Other,
    };

    /// <summary><c>START TRANSACTION ISOLATION LEVEL …, READ ONLY</c>, or <c>BEGIN</c> when nothing is asked.</summary>
    /// <inheritdoc/>
    public override TransactionTexts Transaction(TransactionOptions options)
    {
        Check(options);
        string?[] modes = [options.Isolation is { } level ? $"ISOLATION LEVEL {Words(level)}" : null, options.IsReadOnly ? "READ ONLY" : null];
        var asked = string.Join(", ", modes.OfType<string>());
        return asked.Length == 0 ? TransactionTexts.Plain : new TransactionTexts([$"START TRANSACTION {asked}"]);
    }

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
