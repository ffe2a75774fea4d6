using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>The open connections of an engine, kept with their prepared statements. Who comes first is served first; a connection that is found lost takes all that were opened before with it. Safe for all threads.</summary>
public sealed class ConnectionPool
{
    private readonly PoolPlaces _places;
    private readonly PoolOptions _options;
    private readonly ConnectionOpener _opener;
    private readonly Driver _driver;
    private readonly EngineEvents _events;
    private readonly PoolMeasures _measures;

    internal ConnectionPool(string name, PoolOptions options, ConnectionOpener opener, Driver driver, EngineEvents events)
    {
        (_options, _opener, _driver, _events, _places) = (options, opener, driver, events, new PoolPlaces(options));
        _measures = new PoolMeasures(this, name, options.Size + options.Overflow, _places.Count);
        opener.Measures = _measures;
    }

    /// <summary>What the pool has now: numbers, and who holds which connection.</summary>
    /// <example><code>foreach (var lease in engine.Pool.Status().Leases) { Console.WriteLine(lease); }</code></example>
    public PoolStatus Status() => _places.Status();

    /// <summary>Replaces all connections: those that are free are closed now, those in use when they come back. A private in-memory database loses its data.</summary>
    public void Clear()
    {
        _places.NextGeneration(null);
        CloseFree(IsStale);
    }

    internal async ValueTask<DriverConnection> RentCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var requested = _measures.Requested();
        var entry = await TakenCore(io, cancellationToken).ConfigureAwait(false);
        try
        {
            while (entry is not null && !await IsUsableCore(io, entry, cancellationToken).ConfigureAwait(false))
            {
                var useless = entry;
                entry = null;
                Close(useless);
                entry = _places.TakeAnother();
            }

            entry ??= await OpenCore(io, cancellationToken).ConfigureAwait(false);
            entry.Take(_options);
            _measures.Taken(requested, entry.Connection);
            _events.OnCheckedOut(entry.Connection);
            return entry.Connection;
        }
        catch when (entry is not null)
        {
            await ReturnCore(io, entry.Connection, mayHaveTransaction: false).ConfigureAwait(false);
            throw;
        }
        catch
        {
            _places.Free();
            throw;
        }
    }

    /// <summary>Takes back a connection. Whatever happens to it, the next in line gets its place.</summary>
    /// <param name="io">Whether to wait.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="mayHaveTransaction">True when its user left a transaction open.</param>
    internal async ValueTask ReturnCore(IOBehavior io, DriverConnection connection, bool mayHaveTransaction)
    {
        var entry = connection.Entry;
        _measures.GivenBack(connection);
        entry.GiveBack();
        var keep = false;
        try
        {
            keep = await IsReadyCore(io, entry, mayHaveTransaction).ConfigureAwait(false) && !_options.KeepsProviderPooling;
        }
        catch (Exception error) when (_driver.Describe(error) is not null)
        {
            // It was lost unnoticed: what was open is rolled back with it, and who gives it back has nothing to do.
            Lose(connection, error);
        }
        finally
        {
            CheckIn(entry, keep);
        }
    }

    /// <summary>A connection was found lost. Those that were opened before are probably lost too, and not used again: what is free is closed now, what is in use when it comes back.</summary>
    internal void Lose(DriverConnection connection, Exception? error)
    {
        try
        {
            _places.NextGeneration(connection.Entry);
            Discard(connection, error);
        }
        finally
        {
            CloseFree(IsStale);
        }
    }

    /// <summary>A connection is not to be used again: it is closed now, and leaves the pool when it comes back.</summary>
    internal void Discard(DriverConnection connection, Exception? error)
    {
        if (!connection.Entry.IsLost)
        {
            connection.Entry.IsLost = true;
            connection.Dispose();
            _events.OnInvalidated(connection, error);
        }
    }

    internal void Dispose()
    {
        PoolMeasures.End(this);
        _places.End();
        CloseFree(_ => true);
    }

    private bool IsStale(PoolEntry entry) => entry.Generation != _places.Generation;

    private async ValueTask<PoolEntry?> TakenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        bool isGiven;
        PoolEntry? entry;
        try
        {
            (isGiven, entry) = await _places.TakeCore(io, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _measures.Answered();
        }

        if (!isGiven)
        {
            _measures.TimedOut();
            _events.OnPoolTimeout(_options.Timeout);
            throw new PoolTimeoutException(Status(), _options.Timeout);
        }

        return entry;
    }

    private async ValueTask<bool> IsUsableCore(IOBehavior io, PoolEntry entry, CancellationToken cancellationToken)
    {
        if (IsStale(entry) || !entry.Connection.IsOpen || _options.Recycle is { } age && _options.Clock.GetElapsedTime(entry.OpenedAt) >= age)
        {
            return false;
        }

        if (_options.PrePing)
        {
            try
            {
                await entry.Connection.PingCore(io, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception lost) when (_driver.Describe(lost) is not null)
            {
                Lose(entry.Connection, lost);
                return false;
            }
        }

        return true;
    }

    private async ValueTask<bool> IsReadyCore(IOBehavior io, PoolEntry entry, bool mayHaveTransaction)
    {
        var connection = entry.Connection;
        if (entry.IsLost || IsStale(entry))
        {
            return false;
        }

        if (!connection.IsOpen)
        {
            // Its provider has closed it: it was lost, or ended in the middle of an answer.
            Discard(connection, null);
            return false;
        }

        if (!connection.TryEnter())
        {
            // Somebody still executes on it, on another thread: nobody knows when that ends.
            return false;
        }

        try
        {
            if (_options.Reset is not PoolReset.None || mayHaveTransaction)
            {
                await connection.ReturnCore(io).ConfigureAwait(false);
            }

            return _options.Reset is not PoolReset.Full || await IsResetCore(io, connection).ConfigureAwait(false);
        }
        finally
        {
            connection.Exit();
        }
    }

    private async ValueTask<bool> IsResetCore(IOBehavior io, DriverConnection connection)
    {
        if (!await connection.ResetCore(io).ConfigureAwait(false))
        {
            return false;
        }

        await _opener.PrepareCore(io, connection, CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    private void CheckIn(PoolEntry entry, bool keep)
    {
        try
        {
            _events.OnCheckedIn(entry.Connection);
        }
        finally
        {
            if (!keep || !_places.TryGiveBack(entry))
            {
                CloseAndFree(entry);
            }
        }
    }

    private async ValueTask<PoolEntry> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        // Before it is opened: what is lost meanwhile may be what it is connected to.
        var generation = _places.Generation;
        var connection = await _opener.OpenCore(io, cancellationToken).ConfigureAwait(false);
        var entry = connection.Entry = _places.Add(connection, generation);
        try
        {
            _events.OnConnected(connection);
            return entry;
        }
        catch
        {
            Close(entry);
            throw;
        }
    }

    // One that fails to close must not keep the others open.
    private void CloseFree(Predicate<PoolEntry> which)
    {
        if (_places.TakeToClose(which) is { } entry)
        {
            try
            {
                CloseAndFree(entry);
            }
            finally
            {
                CloseFree(which);
            }
        }
    }

    private void CloseAndFree(PoolEntry entry)
    {
        try
        {
            Close(entry);
        }
        finally
        {
            _places.Free();
        }
    }

    private void Close(PoolEntry entry)
    {
        try
        {
            entry.Connection.Dispose();
        }
        finally
        {
            _places.Remove(entry);
        }

        _events.OnClosed(entry.Connection);
    }
}
