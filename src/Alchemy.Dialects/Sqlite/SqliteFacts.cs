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
        1 => DatabaseErrorKind.Syntax,
        _ => DatabaseErrorKind.Other,
    };
}
