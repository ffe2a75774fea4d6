namespace Alchemy;

/// <summary>PostgreSQL's transactions, and what it says of primary and standby; its errors have the SQLSTATE of the standard.</summary>
internal sealed class PostgreSqlFacts : StandardFacts
{
    // The place where the next record of the log goes: with synchronous_commit = off a commit may not be written yet, so pg_current_wal_lsn() may be before it.
    // A standby is not behind when it has applied all it received and still receives; else the age of the last transaction it applied counts.
    private const string State = "SELECT CASE WHEN pg_is_in_recovery() THEN 0 ELSE 1 END::bigint, "
        + "(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_insert_lsn() END - '0/0')::bigint, "
        + "CASE WHEN pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn() AND EXISTS (SELECT 1 FROM pg_stat_wal_receiver) THEN 0 "
        + "ELSE extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) END::double precision";

    /// <inheritdoc/>
    public override string? ServerState => State;

    /// <inheritdoc/>
    protected override string Name => "postgresql";

    /// <summary>A prepared statement that is there already or not at all belongs to another session: a pooler gave this client another than before.</summary>
    public override string? Remedy(ErrorFacts error) => error.SqlState is "42P05" or "26000"
        ? "A pooler such as pgbouncer in transaction mode stands before the server, and its sessions change: set EngineOptions.Preparation to StatementPreparation.Never."
        : null;

    /// <inheritdoc/>
    public override string IsolationQuery => "SHOW transaction_isolation";

    /// <inheritdoc/>
    public override string DefaultIsolationQuery => "SHOW default_transaction_isolation";

    /// <inheritdoc/>
    public override string PreparedTransactions => "SELECT gid FROM pg_catalog.pg_prepared_xacts WHERE database = current_database() ORDER BY prepared, gid";

    /// <summary>One statement says it all: <c>BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE</c>.</summary>
    public override TransactionTexts Transaction(TransactionOptions options)
    {
        if (options == TransactionOptions.Default)
        {
            return TransactionTexts.Plain;
        }

        Check(options, deferrable: true);
        var level = options.Isolation switch
        {
            null => "",
            IsolationLevel.Snapshot => throw NoLevel(IsolationLevel.Snapshot, "its REPEATABLE READ reads a snapshot: use RepeatableRead."),
            { } asked => $" ISOLATION LEVEL {Words(asked)}",
        };
        return new TransactionTexts([$"BEGIN{level}{(options.IsReadOnly ? " READ ONLY" : "")}{(options.IsDeferrable ? " DEFERRABLE" : "")}"]);
    }

    /// <inheritdoc/>
    public override TwoPhaseTexts TwoPhase(string id) => new(TransactionTexts.Plain, [$"PREPARE TRANSACTION '{id}'"], $"COMMIT PREPARED '{id}'", $"ROLLBACK PREPARED '{id}'", HoldsConnection: false);
}
