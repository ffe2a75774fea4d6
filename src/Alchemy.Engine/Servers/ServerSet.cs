using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The servers of an engine: finds the one for an operation. What a server is, is asked on a connection that is wanted anyway.</summary>
/// <param name="servers">The servers in the order of the URL.</param>
/// <param name="driver">The driver.</param>
/// <param name="options">The engine's options.</param>
internal sealed class ServerSet(IReadOnlyList<EngineServer> servers, Driver driver, EngineOptions options) : IDisposable
{
    private readonly ServerProbe _probe = new(driver, options);
    private EngineServer _primary = servers[0];
    private int _turn;

    public IReadOnlyList<EngineServer> All => servers;

    private ServerOptions Options => options.Servers;

    public async ValueTask<(EngineServer Server, DriverConnection Connection)> RentCore(IOBehavior io, OperationKind kind, EngineScope? scope, CancellationToken cancellationToken)
    {
        if (servers.Count == 1)
        {
            return (servers[0], await servers[0].Pool.RentCore(io, cancellationToken).ConfigureAwait(false));
        }

        return kind is OperationKind.Read && Options.ReadsFromStandby && await StandbyCore(io, scope, cancellationToken).ConfigureAwait(false) is { } standby
            ? standby
            : await PrimaryCore(io, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        foreach (var server in servers)
        {
            server.Pool.Dispose();
        }
    }

    // The last primary first, then the others, then those that were lost a moment ago: one of them may be the only one that takes writes.
    private IEnumerable<EngineServer> PrimariesFirst()
    {
        var last = Volatile.Read(ref _primary);
        return servers.OrderBy(s => s.IsLeftOut(Options.RetryAfter) ? 2 : s == last ? 0 : 1);
    }

    private async ValueTask<(EngineServer Server, DriverConnection Connection)> PrimaryCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var last = Volatile.Read(ref _primary);
        if (last.Role is ServerRole.Primary && await TryRentCore(io, last, last.Role, cancellationToken).ConfigureAwait(false) is (DriverConnection known, _))
        {
            return (last, known);
        }

        DatabaseException? error = null;
        foreach (var server in PrimariesFirst())
        {
            var (connection, lost) = await TryRentCore(io, server, ServerRole.Primary, cancellationToken).ConfigureAwait(false);
            if (connection is not null)
            {
                Volatile.Write(ref _primary, server);
                return (server, connection);
            }

            error ??= lost;
        }

        throw NoPrimary(error);
    }

    private async ValueTask<(EngineServer Server, DriverConnection Connection)?> StandbyCore(IOBehavior io, EngineScope? scope, CancellationToken cancellationToken)
    {
        var wanted = scope?.WhatToSee() ?? default;
        // Without a standby nobody is asked how far the primary has come.
        if (wanted.OnlyPrimary || !servers.Any(MayBeStandby))
        {
            return null;
        }

        var position = wanted.Position;
        if (wanted.IsOpen && !IsLongAgo(wanted) && (position = await LearnCore(io, scope!, wanted, cancellationToken).ConfigureAwait(false)) is null)
        {
            return null;
        }

        var first = (int)((uint)Interlocked.Increment(ref _turn) % (uint)servers.Count);
        for (var i = 0; i < servers.Count; i++)
        {
            var server = servers[(first + i) % servers.Count];
            if (MayBeStandby(server) && (await TryRentCore(io, server, ServerRole.Standby, cancellationToken, position).ConfigureAwait(false)).Connection is { } connection)
            {
                return (server, connection);
            }
        }

        return null;
    }

    private bool MayBeStandby(EngineServer server) => server.Role is not ServerRole.Primary && !server.IsLeftOut(Options.RetryAfter);

    // Where the primary tells how far it has come, no time is long enough.
    private bool IsLongAgo(EngineScope.Wanted wanted)
        => Volatile.Read(ref _primary) is { Role: ServerRole.Primary, Position: null } && Options.Clock.GetUtcNow() - wanted.WroteAt >= Options.StickyFor;

    /// <summary>Asks the primary how far it has come: all that the scope committed is before that. Null when it does not tell.</summary>
    private async ValueTask<long?> LearnCore(IOBehavior io, EngineScope scope, EngineScope.Wanted wanted, CancellationToken cancellationToken)
    {
        var (server, connection) = await PrimaryCore(io, cancellationToken).ConfigureAwait(false);
        try
        {
            if (await _probe.AskCore(io, server, connection, cancellationToken).ConfigureAwait(false) is { Role: ServerRole.Primary, Position: { } position })
            {
                scope.Learned(wanted.Writes, position);
                return position;
            }

            return null;
        }
        finally
        {
            await server.Pool.ReturnCore(io, connection, mayHaveTransaction: false).ConfigureAwait(false);
        }
    }

    /// <summary>A connection to a server, if it is what is wanted.</summary>
    private async ValueTask<(DriverConnection? Connection, DatabaseException? Lost)> TryRentCore(
        IOBehavior io, EngineServer server, ServerRole wanted, CancellationToken cancellationToken, long? position = null)
    {
        DriverConnection connection;
        try
        {
            connection = await server.Pool.RentCore(io, cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseException lost) when (lost.Kind is DatabaseErrorKind.Disconnected)
        {
            server.IsLost(lost);
            return (null, lost);
        }

        var isFit = false;
        try
        {
            var known = server.Known;
            var asks = !connection.IsAsked || known.Role != wanted || wanted is ServerRole.Standby && (server.IsStale(Options.CheckEvery) || known.Position < position);
            var state = asks ? await _probe.AskCore(io, server, connection, cancellationToken).ConfigureAwait(false) : known;
            isFit = state.Role == wanted && (wanted is ServerRole.Primary || IsNearEnough(state, position));
            return (isFit ? connection : null, state.Error);
        }
        finally
        {
            if (!isFit)
            {
                await server.Pool.ReturnCore(io, connection, mayHaveTransaction: false).ConfigureAwait(false);
            }
        }
    }

    private bool IsNearEnough(ServerState standby, long? position)
        => (Options.MostLag is not { } most || standby.Lag <= most) && (position is null || standby.Position >= position);

    private DatabaseException NoPrimary(DatabaseException? inner)
    {
        var states = string.Join(", ", servers.Select(s => $"{s} is {(s.Role is ServerRole.Standby ? "a standby" : "lost")}"));
        var facts = new ErrorFacts($"No server takes writes: {states}{(inner is null ? "" : $" ({inner.Facts.Message.TrimEnd('.', ' ')})")}", ConnectionLost: true);
        return DatabaseException.Create(DatabaseErrorKind.Disconnected, new DatabaseError(facts, inner?.Original ?? new InvalidOperationException(states), null, [], options.ShowsValues));
    }
}
