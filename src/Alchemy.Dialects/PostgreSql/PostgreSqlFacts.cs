namespace Alchemy;

/// <summary>What the engine must know about PostgreSQL.</summary>
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
}
