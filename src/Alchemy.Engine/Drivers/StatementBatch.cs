namespace Alchemy.Drivers;

/// <summary>Statements that are executed in one round trip, in order.</summary>
public abstract class StatementBatch : IDisposable
{
    /// <summary>Adds a statement; its values are set on what is returned.</summary>
    public abstract StatementParameters Add(FilledSql sql);

    /// <summary>How long the database may take until its next answer; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for ever, null (the default) for the provider's default.</summary>
    public virtual TimeSpan? Timeout { get; set; }

    /// <summary>Executes the statements.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="read">Reads the rows of a statement that returns rows: gets its place in the batch, from 0, and its rows, which it does not dispose.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The rows that each statement changed; -1 for one that returns rows.</returns>
    public abstract ValueTask<IReadOnlyList<int>> RunCore(IOBehavior io, Func<int, Cursor, ValueTask> read, CancellationToken cancellationToken);

    /// <summary>Closes the batch.</summary>
    public abstract void Dispose();
}
