using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Open connections, kept with their prepared statements; the provider's own pooling is off.</summary>
internal sealed class ConnectionPool : IDisposable
{
    private readonly Stack<DriverConnection> _free = new();
    private readonly SemaphoreSlim _slots;
    private readonly Func<DbConnection> _create;
    private readonly Driver _driver;
    private readonly EngineOptions _options;
    private readonly EngineEvents _events;
    private readonly int _size;
    private readonly PoolMeasures _measures;
    private Dialect? _dialect;
    private bool _disposed;

    /// <param name="name">The engine's name.</param>
    /// <param name="create">Makes a connection that is not open yet.</param>
    /// <param name="size">The most connections open at once.</param>
    /// <param name="driver">The driver.</param>
    /// <param name="options">How the engine behaves.</param>
    /// <param name="events">The engine's events.</param>
    public ConnectionPool(string name, Func<DbConnection> create, int size, Driver driver, EngineOptions options, EngineEvents events)
    {
        (_create, _size, _driver, _options, _events) = (create, size, driver, options, events);
        _slots = new SemaphoreSlim(_size, _size);
        _measures = new PoolMeasures(this, name, size, Count);
    }

    public async ValueTask<DriverConnection> RentCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(Engine));
        var requested = _measures.Requested();
        await WaitCore(io, cancellationToken).ConfigureAwait(false);
        DriverConnection? connection = null;
        try
        {
            connection = TakeFree() ?? await OpenCore(io, cancellationToken).ConfigureAwait(false);
            _measures.Taken(requested, connection);
            _events.OnCheckedOut(connection);
            return connection;
        }
        catch when (connection is not null)
        {
            await ReturnCore(io, connection).ConfigureAwait(false);
            throw;
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    public async ValueTask ReturnCore(IOBehavior io, DriverConnection connection)
    {
        _measures.GivenBack(connection);
        var keep = false;
        try
        {
            // A connection that was lost is closed by its provider: there is nothing to make ready.
            if (connection.Ado.State == System.Data.ConnectionState.Open)
            {
                await connection.ReturnCore(io).ConfigureAwait(false);
                keep = true;
            }
        }
        catch (Exception error) when (_driver.Describe(error) is not null)
        {
            // It was lost unnoticed: what was open is rolled back with it, and who gives it back has nothing to do.
            DiscardFree();
            _events.OnInvalidated(connection, error);
        }
        finally
        {
            CheckIn(connection, keep);
        }
    }

    /// <summary>Closes the connections nobody uses: one was lost, so its neighbours probably are.</summary>
    public void DiscardFree()
    {
        if (TakeFree() is { } connection)
        {
            try
            {
                Close(connection);
            }
            finally
            {
                DiscardFree();
            }
        }
    }

    public void Dispose()
    {
        lock (_free)
        {
            _disposed = true;
        }

        PoolMeasures.End(this);
        DiscardFree();
    }

    private async ValueTask WaitCore(IOBehavior io, CancellationToken cancellationToken)
    {
        bool given;
        try
        {
            given = io is IOBehavior.Synchronous
                ? _slots.Wait(_options.PoolTimeout, cancellationToken)
                : await _slots.WaitAsync(_options.PoolTimeout, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _measures.Answered();
        }

        if (!given)
        {
            _measures.TimedOut();
            _events.OnPoolTimeout(_options.PoolTimeout);
            throw new PoolTimeoutException(_size, _options.PoolTimeout);
        }
    }

    private (int Idle, int Used) Count()
    {
        lock (_free)
        {
            return (_free.Count, _size - _slots.CurrentCount);
        }
    }

    private void Close(DriverConnection connection)
    {
        connection.Dispose();
        _events.OnClosed(connection);
    }

    private void CheckIn(DriverConnection connection, bool keep)
    {
        try
        {
            _events.OnCheckedIn(connection);
        }
        finally
        {
            Free(connection, keep);
        }
    }

    // Whatever happens to the connection, the next in line gets its place.
    private void Free(DriverConnection connection, bool keep)
    {
        try
        {
            if (!keep || !TryPush(connection))
            {
                Close(connection);
            }
        }
        finally
        {
            _slots.Release();
        }
    }

    private bool TryPush(DriverConnection connection)
    {
        lock (_free)
        {
            if (!_disposed)
            {
                _free.Push(connection);
            }

            return !_disposed;
        }
    }

    private DriverConnection? TakeFree()
    {
        lock (_free)
        {
            return _free.TryPop(out var connection) ? connection : null;
        }
    }

    private async ValueTask<DriverConnection> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var connection = await AttachCore(io, cancellationToken).ConfigureAwait(false);
        try
        {
            _events.OnConnected(connection);
            return connection;
        }
        catch
        {
            Close(connection);
            throw;
        }
    }

    private async ValueTask<DriverConnection> AttachCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var connection = _create();
        var opening = _measures.Opening();
        try
        {
            if (io is IOBehavior.Synchronous)
            {
                connection.Open();
            }
            else
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            }

            var attached = _driver.Attach(connection);
            var dialect = _dialect ??= attached.CreateDialect();
            foreach (var text in _options.Servers.WaitsForOthers && dialect.Facts.WaitForOthers is { } wait ? [.. dialect.Facts.OnConnect, wait] : dialect.Facts.OnConnect)
            {
                using var statement = attached.Prepare(text);
                await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
            }

            _measures.Opened(opening, attached, dialect.SystemName);
            return attached;
        }
        catch (Exception error)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            var told = error is DbException
                ? DatabaseException.Create(DatabaseErrorKind.Disconnected, new DatabaseError(_driver.Describe(error) ?? new ErrorFacts(error.Message), error, null, [], _options.ShowsValues))
                : error;
            _measures.Failed(opening, told);
            if (!ReferenceEquals(told, error))
            {
                _events.OnUnreachable(told);
                throw told;
            }

            throw;
        }
    }
}
