namespace Alchemy;

/// <summary>How statements are executed: for every connection by <see cref="EngineOptions.Execution"/>, for one by <see cref="Connection.Options"/>, for one statement by <see cref="Connection.Execute(ClauseElement, ExecutionOptions, ValueTuple{string, object}[])"/>.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Replaces the schema names of compiled statements; null (the default) leaves them. Text and DDL are executed as they are.</summary>
    public SchemaMap? Schemas { get; init; }

    /// <summary>How a transaction begins that is not told otherwise; null (the default) for the database's own defaults.</summary>
    public TransactionOptions? Transaction { get; init; }

    /// <summary>False (the default) to have each statement commit by itself unless <see cref="Connection.Begin"/> was called. True to commit as you go: the first statement begins a transaction,
    /// <see cref="Connection.Commit"/> or <see cref="Connection.Rollback"/> ends it, the next statement begins another, and closing the connection rolls back what is open.</summary>
    public bool Autobegin { get; init; }

    /// <summary>How long the database may take until its next answer; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for ever, null (the default) for the driver's own: without end on SQLite, 30 seconds elsewhere.
    /// Most drivers count whole seconds, and are given the next one. What begins and ends transactions is not timed by it. A statement that is late fails with <see cref="DatabaseErrorKind.Canceled"/>.</summary>
    public TimeSpan? Timeout
    {
        get;
        init => field = value is null || value > TimeSpan.Zero || value == System.Threading.Timeout.InfiniteTimeSpan ? value : throw new ArgumentOutOfRangeException(nameof(Timeout), value, "A timeout is longer than nothing.");
    }
}
