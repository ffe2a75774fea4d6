using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Asks a server what it is.</summary>
internal sealed class ServerProbe(Driver driver, EngineOptions options)
{
    private DialectFacts? _facts;

    /// <summary>Asks on a connection and notes the answer down with the server. When the server is lost, the connection is closed.</summary>
    public async ValueTask<ServerState> AskCore(IOBehavior io, EngineServer server, DriverConnection connection, CancellationToken cancellationToken)
    {
        _facts ??= connection.CreateDialect().Facts;
        try
        {
            var (role, position, lag) = _facts.ServerState is { } text ? await ReadCore(io, connection, text, cancellationToken).ConfigureAwait(false) : (ServerRole.Primary, null, null);
            connection.IsAsked = true;
            return server.Is(role, position, lag);
        }
        catch (Exception error)
        {
            // It may be in the middle of the answer.
            connection.Ado.Close();
            if (driver.Describe(error) is not { } facts)
            {
                throw;
            }

            var kind = _facts.Classify(facts);
            var told = DatabaseException.Create(kind, new DatabaseError(facts, error, _facts.ServerState, [], options.ShowsValues));
            return kind is DatabaseErrorKind.Disconnected ? server.IsLost(told) : throw told;
        }
    }

    private static async ValueTask<(ServerRole Role, long? Position, TimeSpan? Lag)> ReadCore(IOBehavior io, DriverConnection connection, string text, CancellationToken cancellationToken)
    {
        using var statement = connection.Prepare(text);
        var rows = await statement.OpenCore(io, cancellationToken).ConfigureAwait(false);
        try
        {
            _ = io is IOBehavior.Synchronous ? rows.Read() : await rows.ReadAsync(cancellationToken).ConfigureAwait(false);
            var role = rows.Int64(0) switch { 1 => ServerRole.Primary, 0 => ServerRole.Standby, _ => ServerRole.Lost };
            return (role, rows.IsNull(1) ? null : rows.Int64(1), role is not ServerRole.Standby || rows.IsNull(2) ? null : TimeSpan.FromSeconds(rows.Double(2)));
        }
        finally
        {
            await rows.DisposeCore(io).ConfigureAwait(false);
        }
    }
}
