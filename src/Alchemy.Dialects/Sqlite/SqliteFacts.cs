namespace Alchemy;

/// <summary>Reads SQLite's extended result codes.</summary>
internal sealed class SqliteFacts : DialectFacts
{
    /// <summary>Foreign keys hold, and LIKE tells upper from lower case, as in the other databases and in C#.</summary>
    public override IReadOnlyList<string> OnConnect { get; } = ["PRAGMA foreign_keys = ON", "PRAGMA case_sensitive_like = ON"];

    /// <inheritdoc/>
    public override DatabaseErrorKind Classify(ErrorFacts error) => error.Number switch
    {
        2067 or 1555 or 2579 => DatabaseErrorKind.UniqueViolation,
        787 => DatabaseErrorKind.ForeignKeyViolation,
        1299 => DatabaseErrorKind.NotNullViolation,
        275 => DatabaseErrorKind.CheckViolation,
        517 => DatabaseErrorKind.Serialization,
        _ when (error.Number & 0xFF) is 5 or 6 => DatabaseErrorKind.LockTimeout,
        9 => DatabaseErrorKind.Canceled,
        3091 or 20 => DatabaseErrorKind.InvalidValue,
        18 => DatabaseErrorKind.ValueTooLong,
        23 => DatabaseErrorKind.PermissionDenied,
        _ when (error.Number & 0xFF) is 8 => DatabaseErrorKind.ReadOnly,
        1 => OfMessage(error.Message),
        _ => DatabaseErrorKind.Other,
    };

    // One code for everything that is wrong with a statement: only the message tells what.
    private static DatabaseErrorKind OfMessage(string message) => message switch
    {
        _ when message.Contains("no such table", StringComparison.Ordinal) => DatabaseErrorKind.MissingTable,
        _ when message.Contains("no such column", StringComparison.Ordinal) || message.Contains("has no column named", StringComparison.Ordinal) => DatabaseErrorKind.MissingColumn,
        _ when message.Contains("integer overflow", StringComparison.Ordinal) => DatabaseErrorKind.OutOfRange,
        _ => DatabaseErrorKind.Syntax,
    };
}
