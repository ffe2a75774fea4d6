using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Open connections, kept with their prepared statements; the provider's own pooling is off.</summary>
internal sealed class ConnectionPool : IDisposable
{
    private readonly Stack<DriverConnection> _free = new();
    private readonly SemaphoreSlim _slots;
    private readonly EngineUrl _url;
    private readonly Driver _driver;
    private readonly EngineOptions _options;
    private readonly int _size;
    private bool _disposed;

    public ConnectionPool(EngineUrl url, Driver driver, EngineOptions options)
    {
        (_url, _driver, _options) = (url, driver, options);
        _size = driver.IsPrivate(url) ? 1 : options.PoolSize;
        _slots = new SemaphoreSlim(_size, _size);
    }

    public async ValueTask<DriverConnection> RentCore(IOBehavior io, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(Engine));
        var given = io is IOBehavior.Synchronous
            ? _slots.Wait(_options.PoolTimeout, cancellationToken)
            : await _slots.WaitAsync(_options.PoolTimeout, cancellationToken).ConfigureAwait(false);
        if (!given)
        {
            throw new PoolTimeoutException(_size, _options.PoolTimeout);
        }

        try
        {
            return TakeFree() ?? await OpenCore(io, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    public void Return(DriverConnection connection)
    {
        var keep = false;
        try
        {
            // A connection that was lost is closed by its provider: there is nothing to make ready.
            if (connection.Ado.State == System.Data.ConnectionState.Open)
            {
                connection.Return();
                keep = true;
            }
        }
        finally
        {
            lock (_free)
            {
                keep &= !_disposed;
                if (keep)
                {
                    _free.Push(connection);
                }
            }

            if (!keep)
            {
                connection.Dispose();
            }

            _slots.Release();
        }
    }

    /// <summary>Closes the connections nobody uses: one was lost, so its neighbours probably are.</summary>
    public void DiscardFree()
    {
        lock (_free)
        {
            while (_free.TryPop(out var connection))
            {
                connection.Dispose();
            }
        }
    }

    public void Dispose()
    {
        lock (_free)
        {
            _disposed = true;
            DiscardFree();
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
        var connection = _driver.CreateConnection(_url);
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

            return _driver.Attach(connection);
        }
        catch (DbException error)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw DatabaseException.Create(DatabaseErrorKind.Disconnected, _driver.Describe(error) ?? new ErrorFacts(error.Message), null, error);
        }
    }
}
