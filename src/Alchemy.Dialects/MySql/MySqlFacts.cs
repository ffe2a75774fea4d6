namespace Alchemy;

/// <summary>Reads the error numbers of MySQL and MariaDB. Some drivers leave the SQLSTATE out.</summary>
/// <param name="name">The dialect's name.</param>
/// <param name="version">The server's version.</param>
internal sealed class MySqlFacts(string name, Version version) : StandardFacts
{
    private static readonly Version FirstWithIsolationByItsName = new(5, 7, 20);

    // A Galera node that is cut off from the most of its cluster serves nobody, but answers this. Neither database tells in a query how far a replica is.
    private const string MariaDbState = "SELECT CASE WHEN EXISTS (SELECT 1 FROM information_schema.global_variables WHERE variable_name = 'WSREP_ON' AND variable_value = 'ON') "
        + "AND NOT EXISTS (SELECT 1 FROM information_schema.global_status WHERE variable_name = 'WSREP_READY' AND variable_value = 'ON') THEN -1 WHEN @@global.read_only = 0 THEN 1 ELSE 0 END, NULL, NULL";

    /// <inheritdoc/>
    public override string? ServerState => name == "mariadb" ? MariaDbState : "SELECT CASE WHEN @@global.read_only = 0 THEN 1 ELSE 0 END, NULL, NULL";

    /// <summary>Only a Galera cluster has it.</summary>
    public override string? WaitForOthers => name == "mariadb" ? "SET SESSION wsrep_sync_wait = 7" : null;

    /// <summary>A key that is given is that key, also 0; what does not fit is an error, never another value; and a quotient or an average has the digits of a <see cref="decimal"/>, not four.</summary>
    public override IReadOnlyList<string> OnConnect => ["SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO'), SESSION div_precision_increment = 28"];

    /// <inheritdoc/>
    protected override string Name => name;

    /// <summary>The level of the connection: the server tells that of a transaction only to who may see everybody's.</summary>
    public override string IsolationQuery => name == "mysql" && version >= FirstWithIsolationByItsName ? "SELECT @@SESSION.transaction_isolation" : "SELECT @@SESSION.tx_isolation";

    /// <inheritdoc/>
    public override string PreparedTransactions => "XA RECOVER";

    /// <inheritdoc/>
    public override IReadOnlyList<string> PreparedTransactionsColumns => ["format", "length", "qualifier_length", "id"];

    /// <summary>COMMIT fails where a cluster finds a conflict, which is told as a deadlock, and that ends the transaction.</summary>
    public override bool FailedCommitEndsTransaction => false;

    /// <summary><c>SET TRANSACTION</c> is for the next transaction only: nothing needs to be taken back.</summary>
    public override TransactionTexts Transaction(TransactionOptions options)
    {
        if (options == TransactionOptions.Default)
        {
            return TransactionTexts.Plain;
        }

        Check(options);
        var begin = options.IsReadOnly ? "START TRANSACTION READ ONLY" : "BEGIN";
        return options.Isolation switch
        {
            null => new TransactionTexts([begin]),
            IsolationLevel.Snapshot => throw NoLevel(IsolationLevel.Snapshot, "its REPEATABLE READ reads a snapshot: use RepeatableRead."),
            { } level => new TransactionTexts([$"SET TRANSACTION ISOLATION LEVEL {Words(level)}", begin]),
        };
    }

    /// <summary>XA transactions.</summary>
    public override TwoPhaseTexts TwoPhase(string id) => new(
        new TransactionTexts([$"XA START '{id}'"]) { Commit = [$"XA END '{id}'", $"XA COMMIT '{id}' ONE PHASE"], Rollback = [$"XA END '{id}'", $"XA ROLLBACK '{id}'"] },
        [$"XA END '{id}'", $"XA PREPARE '{id}'"], $"XA COMMIT '{id}'", $"XA ROLLBACK '{id}'", HoldsConnection: true);

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
        1047 when error.Message.Contains("WSREP", StringComparison.Ordinal) => DatabaseErrorKind.Disconnected,
        1927 or 2006 or 2013 or 2055 => DatabaseErrorKind.Disconnected,
        _ => base.Classify(error),
    };
}
