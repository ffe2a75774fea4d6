using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>One of the servers of an engine, with its own pool, as far as the engine knows it: it asks when it uses the server, not in the background.</summary>
/// <example><code>foreach (var server in engine.Servers) Console.WriteLine($"{server}: {server.Role}, {server.Lag} behind");</code></example>
public sealed class EngineServer
{
    private readonly EngineEvents _events;
    private readonly TimeProvider _clock;
    private readonly bool _isAlone;
    private ServerState _known = ServerState.Unknown;

    internal EngineServer(EngineHost? host, ConnectionPool pool, EngineEvents events, TimeProvider clock, bool isAlone)
        => (Host, Pool, _events, _clock, _isAlone) = (host, pool, events, clock, isAlone);

    /// <summary>Its host and port in the engine's URL; null where the engine was not made of a URL, or that names none.</summary>
    public EngineHost? Host { get; }

    /// <summary>Its open connections.</summary>
    public ConnectionPool Pool { get; }

    /// <summary>What it does. With a single server there is no choice: nobody asks, and it stays unknown.</summary>
    public ServerRole Role => Known.Role;

    /// <summary>How far a standby was behind when it was last asked; null for a server that is none, or does not tell.</summary>
    public TimeSpan? Lag => Known.Lag;

    /// <summary>When <see cref="Role"/> and <see cref="Lag"/> were found out, in UTC; null when they were not.</summary>
    public DateTimeOffset? CheckedAt => Known is { Role: not ServerRole.Unknown } known ? known.At : null;


    internal ServerState Known => Volatile.Read(ref _known);

    internal long? Position => Known.Position;

    /// <summary>True while a lost server is to be left alone.</summary>
    internal bool IsLeftOut(TimeSpan retryAfter) => Known is { Role: ServerRole.Lost } lost && _clock.GetUtcNow() - lost.At < retryAfter;

    /// <summary>True when what is known is too old to be relied on.</summary>
    internal bool IsStale(TimeSpan checkEvery) => _clock.GetUtcNow() - Known.At >= checkEvery;

    /// <summary>It has said what it is.</summary>
    internal ServerState Is(ServerRole role, long? position, TimeSpan? lag) => Become(new ServerState(role, position, lag, _clock.GetUtcNow()));

    /// <summary>A connection to it could not be opened, or did not say what it is: those that were opened before are not used again.</summary>
    internal ServerState IsLost(DatabaseException? error)
    {
        Pool.Clear();
        return BecomeLost(error);
    }

    /// <summary>A connection to it was lost in use.</summary>
    internal void Lost(DriverConnection connection, Exception error)
    {
        try
        {
            Pool.Lose(connection, error);
        }
        finally
        {
            BecomeLost(null);
        }
    }

    /// <summary>It refused a write: it may no longer be what it was.</summary>
    internal void IsDoubtful() => Become(ServerState.Unknown);

    /// <summary>The host and port.</summary>
    public override string ToString() => Host?.ToString() ?? "the server";

    private ServerState BecomeLost(DatabaseException? error) => Become(new ServerState(ServerRole.Lost, null, null, _clock.GetUtcNow(), error));

    private ServerState Become(ServerState state)
    {
        if (!_isAlone && Interlocked.Exchange(ref _known, state) is var before && before.Role != state.Role)
        {
            _events.OnServerChanged(new ServerEvent(this, before.Role, state.Role, state.Error));
        }

        return state;
    }
}
