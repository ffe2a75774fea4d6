namespace Alchemy;

/// <summary>Reads the error numbers of MySQL and MariaDB. Some drivers leave the SQLSTATE out.</summary>
internal sealed class MySqlFacts : StandardFacts
{
    /// <summary>A key that is given is that key, also 0; what does not fit is an error, never another value; and a quotient or an average has the digits of a <see cref="decimal"/>, not four.</summary>
    public override IReadOnlyList<string> OnConnect => ["SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES'), SESSION div_precision_increment = 28"];

    /// <inheritdoc/>
    public override DatabaseErrorKind Classify(ErrorFacts error) => error.Number switch
    {
        _ when error.ConnectionLost => DatabaseErrorKind.Disconnected,
        1062 or 1169 or 1586 => DatabaseErrorKind.UniqueViolation,
        1216 or 1217 or 1451 or 1452 => DatabaseErrorKind.ForeignKeyViolation,
        1048 or 1364 => DatabaseErrorKind.NotNullViolation,
        3819 or 4025 => DatabaseErrorKind.CheckViolation,
        1213 => DatabaseErrorKind.Deadlock,
        1020 => DatabaseErrorKind.Serialization,
        1205 or 3572 => DatabaseErrorKind.LockTimeout,
        1317 or 3024 or 1969 => DatabaseErrorKind.Canceled,
        1064 or 1305 => DatabaseErrorKind.Syntax,
        1109 or 1146 => DatabaseErrorKind.MissingTable,
        1054 => DatabaseErrorKind.MissingColumn,
        1406 => DatabaseErrorKind.ValueTooLong,
        1264 or 1690 => DatabaseErrorKind.OutOfRange,
        1292 or 1366 or 1367 or 1411 => DatabaseErrorKind.InvalidValue,
        1365 => DatabaseErrorKind.DivisionByZero,
        1044 or 1142 or 1143 or 1227 or 1370 => DatabaseErrorKind.PermissionDenied,
        1290 or 1792 or 1836 => DatabaseErrorKind.ReadOnly,
        1927 or 2006 or 2013 or 2055 => DatabaseErrorKind.Disconnected,
        _ => base.Classify(error),
    };
}
