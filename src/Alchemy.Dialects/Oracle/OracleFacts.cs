namespace Alchemy;

/// <summary>Reads Oracle's error numbers (ORA-00001 is 1).</summary>
internal sealed class OracleFacts : StandardFacts
{
    /// <inheritdoc/>
    protected override string Name => "oracle";

    /// <summary>A transaction begins with its first statement: <c>SET TRANSACTION</c> is one.</summary>
    public override TransactionTexts Transaction(TransactionOptions options)
    {
        Check(options);
        return new TransactionTexts([(options.Isolation, options.IsReadOnly) switch
        {
            (null, false) => "SET TRANSACTION READ WRITE",
            // It reads what was committed at its begin.
            (null or IsolationLevel.Serializable, true) => "SET TRANSACTION READ ONLY",
            (IsolationLevel.ReadCommitted or IsolationLevel.Serializable, false) => $"SET TRANSACTION ISOLATION LEVEL {Words(options.Isolation.Value)}",
            ({ } level, true) => throw NoLevel(level, "a read-only transaction reads what was committed at its begin: leave the level out, or say Serializable."),
            ({ } level, false) => throw NoLevel(level, "it has READ COMMITTED and SERIALIZABLE, which reads a snapshot."),
        }]);
    }

    /// <summary>Savepoints are not released.</summary>
    public override string? ReleaseSavepoint(string name) => null;

    /// <inheritdoc/>
    public override DatabaseErrorKind Classify(ErrorFacts error) => error.Number switch
    {
        _ when error.ConnectionLost => DatabaseErrorKind.Disconnected,
        1 => DatabaseErrorKind.UniqueViolation,
        2291 or 2292 => DatabaseErrorKind.ForeignKeyViolation,
        1400 or 1407 => DatabaseErrorKind.NotNullViolation,
        2290 => DatabaseErrorKind.CheckViolation,
        60 => DatabaseErrorKind.Deadlock,
        8177 => DatabaseErrorKind.Serialization,
        54 or 30006 => DatabaseErrorKind.LockTimeout,
        1013 => DatabaseErrorKind.Canceled,
        900 or 923 or 933 or 936 => DatabaseErrorKind.Syntax,
        942 => DatabaseErrorKind.MissingTable,
        904 => DatabaseErrorKind.MissingColumn,
        12899 => DatabaseErrorKind.ValueTooLong,
        1426 or 1438 => DatabaseErrorKind.OutOfRange,
        1722 or 1830 or 1839 or 1843 or 1858 or 1861 => DatabaseErrorKind.InvalidValue,
        1476 => DatabaseErrorKind.DivisionByZero,
        1031 => DatabaseErrorKind.PermissionDenied,
        1456 or 16000 => DatabaseErrorKind.ReadOnly,
        28 or 1012 or 1033 or 1034 or 1089 or 3113 or 3114 or 3135 or 12153 or 12537 or 12541 or 12547 => DatabaseErrorKind.Disconnected,
        _ => base.Classify(error),
    };
}
