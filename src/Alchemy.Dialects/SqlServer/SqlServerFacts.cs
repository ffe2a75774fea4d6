namespace Alchemy;

/// <summary>Reads SQL Server's error numbers.</summary>
internal sealed class SqlServerFacts : StandardFacts
{
    private const int LongestSavepoint = 32;
    // An error may have ended the transaction, and a ROLLBACK without one is an error too.
    private static readonly string[] rollback = ["IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION"];
    private static readonly string[] restore = ["SET TRANSACTION ISOLATION LEVEL READ COMMITTED"];

    /// <summary>A violated constraint ends the statement alone, and a statement outside of a transaction commits, whatever a server's options for users say.</summary>
    public override IReadOnlyList<string> OnConnect { get; } = ["SET XACT_ABORT OFF", "SET IMPLICIT_TRANSACTIONS OFF"];

    /// <inheritdoc/>
    protected override string Name => "mssql";

    /// <inheritdoc/>
    public override string IsolationQuery => "SELECT CASE transaction_isolation_level WHEN 1 THEN 'READ UNCOMMITTED' WHEN 2 THEN 'READ COMMITTED' WHEN 3 THEN 'REPEATABLE READ' WHEN 4 THEN 'SERIALIZABLE' WHEN 5 THEN 'SNAPSHOT' END FROM sys.dm_exec_sessions WHERE session_id = @@SPID";

    /// <inheritdoc/>
    public override string DefaultIsolationQuery => "SELECT 'READ COMMITTED'";

    /// <summary>The level is a setting of the connection, taken back at the end.</summary>
    public override TransactionTexts Transaction(TransactionOptions options)
    {
        Check(options, readOnly: false);
        return options.Isolation is { } level
            ? new TransactionTexts([$"SET TRANSACTION ISOLATION LEVEL {Words(level)}", "BEGIN TRANSACTION"]) { Rollback = rollback, Restore = restore }
            : new TransactionTexts(["BEGIN TRANSACTION"]) { Rollback = rollback };
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidStatementException">The name is longer than the server allows.</exception>
    public override string Savepoint(string name) => name.Length <= LongestSavepoint
        ? $"SAVE TRANSACTION {name}"
        : throw new InvalidStatementException($"The savepoint's name {name} has more than the {LongestSavepoint} characters that SQL Server takes: choose a shorter one.");

    /// <inheritdoc/>
    public override string RollbackToSavepoint(string name) => $"ROLLBACK TRANSACTION {name}";

    /// <summary>Savepoints are not released.</summary>
    public override string? ReleaseSavepoint(string name) => null;

    /// <summary>547 is a foreign key or a CHECK: only the message tells which.</summary>
    public override DatabaseErrorKind Classify(ErrorFacts error) => error.Number switch
    {
        _ when error.ConnectionLost => DatabaseErrorKind.Disconnected,
        2601 or 2627 => DatabaseErrorKind.UniqueViolation,
        547 => error.Message.Contains("CHECK", StringComparison.Ordinal) ? DatabaseErrorKind.CheckViolation : DatabaseErrorKind.ForeignKeyViolation,
        515 => DatabaseErrorKind.NotNullViolation,
        1205 => DatabaseErrorKind.Deadlock,
        3960 or 41302 or 41305 or 41325 => DatabaseErrorKind.Serialization,
        1222 => DatabaseErrorKind.LockTimeout,
        -2 => DatabaseErrorKind.Canceled,
        102 or 156 => DatabaseErrorKind.Syntax,
        208 or 4902 => DatabaseErrorKind.MissingTable,
        207 => DatabaseErrorKind.MissingColumn,
        2628 or 8152 => DatabaseErrorKind.ValueTooLong,
        220 or 232 or 8115 => DatabaseErrorKind.OutOfRange,
        241 or 242 or 245 or 8114 or 8169 => DatabaseErrorKind.InvalidValue,
        8134 => DatabaseErrorKind.DivisionByZero,
        229 or 230 or 262 or 300 => DatabaseErrorKind.PermissionDenied,
        3906 => DatabaseErrorKind.ReadOnly,
        233 or 10053 or 10054 or 10060 => DatabaseErrorKind.Disconnected,
        _ => base.Classify(error),
    };
}
