namespace Alchemy;

/// <summary>PostgreSQL's transactions; its errors have the SQLSTATE of the standard.</summary>
internal sealed class PostgreSqlFacts : StandardFacts
{
    /// <inheritdoc/>
    protected override string Name => "postgresql";

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
