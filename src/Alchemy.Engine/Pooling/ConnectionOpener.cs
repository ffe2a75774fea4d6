using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Opens connections and makes them what every connection of an engine is.</summary>
/// <param name="create">Makes a connection that is not open yet.</param>
/// <param name="driver">The driver.</param>
/// <param name="options">How the engine behaves.</param>
/// <param name="events">The engine's events.</param>
internal sealed class ConnectionOpener(Func<DbConnection> create, Driver driver, EngineOptions options, EngineEvents events)
{
    private Dialect? _dialect;

    public PoolMeasures Measures { get; set; } = null!;

    public async ValueTask<DriverConnection> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var connection = create();
        var opening = Measures.Opening();
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

            var attached = driver.Attach(connection);
            // In the provider's own pool a prepared statement would be left behind.
            attached.PreparesStatements = options.Preparation is StatementPreparation.Kept && !options.Pool.KeepsProviderPooling;
            _dialect ??= attached.CreateDialect();
            await PrepareCore(io, attached, cancellationToken).ConfigureAwait(false);
            Measures.Opened(opening, attached, _dialect.SystemName);
            return attached;
        }
        catch (Exception error)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            var facts = driver.Describe(error) ?? new ErrorFacts(error.Message);
            var told = error is DbException ? DatabaseException.Create(driver.ClassifyRefusal(facts), new DatabaseError(facts, error, null, [], options.ShowsValues)) : error;
            Measures.Failed(opening, told);
            if (!ReferenceEquals(told, error))
            {
                events.OnUnreachable(told);
                throw told;
            }

            throw;
        }
    }

    /// <summary>Executes what every new session needs.</summary>
    public async ValueTask PrepareCore(IOBehavior io, DriverConnection connection, CancellationToken cancellationToken)
    {
        foreach (var text in TextsOf(_dialect!.Facts))
        {
            using var statement = connection.Prepare(text);
            await statement.RunCore(io, cancellationToken).ConfigureAwait(false);
        }
    }

    private IReadOnlyList<string> TextsOf(DialectFacts facts) => options.Servers.WaitsForOthers && facts.WaitForOthers is { } wait ? [.. facts.OnConnect, wait] : facts.OnConnect;
}
