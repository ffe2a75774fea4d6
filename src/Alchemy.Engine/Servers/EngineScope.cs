using Alchemy.Internals;

namespace Alchemy;

/// <summary>The work of one user, such as one web request: its reads see what it wrote before, also when a standby answers. Sessions have one of their own.</summary>
/// <remarks>After a write, reads go to the primary until a standby has applied it: PostgreSQL tells that exactly; elsewhere <see cref="ServerOptions.StickyFor"/> decides. While a connection to write is taken, reads go to the primary.
/// Safe to share between threads.</remarks>
/// <example><code>var scope = new EngineScope(engine);
/// using (var connection = scope.Connect(OperationKind.Write)) { connection.Execute(Sql.Insert(users).Values(("name", "ann"))); }
/// using var reading = scope.Connect(OperationKind.Read);   // a standby, if it has ann already; else the primary</code></example>
/// <param name="engine">The engine.</param>
public sealed class EngineScope(Engine engine)
{
    private readonly Lock _changing = new();
    private int _writing;
    private int _writes;
    private DateTimeOffset _wroteAt;
    private (int Writes, long Position)? _known;

    /// <summary>The engine.</summary>
    public Engine Engine => engine;

    /// <summary>Takes a connection for an operation; disposing it gives it back.</summary>
    /// <exception cref="DisconnectedException">No server serves it.</exception>
    /// <exception cref="PoolTimeoutException">No connection became free in time.</exception>
    public Connection Connect(OperationKind kind) => ConnectCore(IOBehavior.Synchronous, kind, CancellationToken.None).Completed();

    /// <inheritdoc cref="Connect"/>
    public Task<Connection> ConnectAsync(OperationKind kind, CancellationToken cancellationToken = default) => ConnectCore(IOBehavior.Asynchronous, kind, cancellationToken).AsTask();

    internal async ValueTask<Connection> ConnectCore(IOBehavior io, OperationKind kind, CancellationToken cancellationToken)
    {
        var connection = await engine.ConnectCore(io, kind, this, cancellationToken).ConfigureAwait(false);
        if (kind is OperationKind.Write && engine.Servers.Count > 1)
        {
            lock (_changing)
            {
                _writing++;
            }

            connection.Scope = this;
        }

        return connection;
    }

    /// <summary>A connection to write went back: what it committed is to be seen by the next read.</summary>
    internal void Wrote()
    {
        lock (_changing)
        {
            _writing--;
            _writes++;
            _wroteAt = engine.Options.Servers.Clock.GetUtcNow();
        }
    }

    /// <summary>What a server must have applied to be read from.</summary>
    internal Wanted WhatToSee()
    {
        lock (_changing)
        {
            return _writing > 0 ? new Wanted(true, false, null, 0, default)
                : _known is { } known && known.Writes == _writes ? new Wanted(false, false, known.Position, _writes, _wroteAt)
                : new Wanted(false, _writes > 0, null, _writes, _wroteAt);
        }
    }

    /// <summary>The primary has said how far it had come, after so many writes.</summary>
    internal void Learned(int writes, long position)
    {
        lock (_changing)
        {
            _known = (writes, position);
        }
    }

    /// <summary>What a read of the scope must see.</summary>
    /// <param name="OnlyPrimary">True while the scope writes.</param>
    /// <param name="IsOpen">True when it wrote, and nobody has asked yet how far the primary had come by then.</param>
    /// <param name="Position">How far a standby must have come; null when it may be anywhere.</param>
    /// <param name="Writes">How often the scope wrote.</param>
    /// <param name="WroteAt">When it last wrote.</param>
    internal readonly record struct Wanted(bool OnlyPrimary, bool IsOpen, long? Position, int Writes, DateTimeOffset WroteAt);
}
