namespace Alchemy.Drivers;

/// <summary>A prepared statement, used again and again.</summary>
public abstract class Statement : StatementParameters, IDisposable
{
    /// <summary>True while a cursor reads its rows: until then it is neither executed again nor closed to make room.</summary>
    public abstract bool IsActive { get; }

    /// <summary>How long the database may take until its next answer; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for ever, null (the default) for the provider's default. It is set before every execution.</summary>
    public virtual TimeSpan? Timeout { get; set; }

    /// <summary>Executes, giving rows. Dispose the cursor before the statement is used again.</summary>
    public abstract ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken);

    /// <summary>Executes, giving the number of rows changed.</summary>
    public abstract ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken);

    /// <summary>The key that the database gave to the row just inserted, where the driver can tell without RETURNING.</summary>
    public abstract bool TryGetInsertedKey(out long key);

    /// <summary>Closes the statement.</summary>
    public abstract void Dispose();
}
