using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A database: its dialect, its pool of open connections and its compiled statements. Make one per database and keep it; safe to share between threads.</summary>
/// <example><code>using var engine = Engine.Create("sqlite:///shop.db");
/// using var connection = engine.Connect();
/// foreach (var row in connection.Execute(Sql.Select(users.Name)).ToList()) { … }</code></example>
public sealed class Engine : IDisposable
{
    private readonly ConnectionPool _pool;
    private readonly CompileCache _compiled = new();
    private Dialect? _dialect;

    private Engine(EngineUrl url, Driver driver, EngineOptions options)
    {
        (Url, Driver, Options) = (url, driver, options);
        _pool = new ConnectionPool(url, driver, options, Events);
    }

    /// <summary>The URL it was made of.</summary>
    public EngineUrl Url { get; }

    /// <summary>The driver.</summary>
    public Driver Driver { get; }

    /// <summary>How it behaves.</summary>
    public EngineOptions Options { get; }

    /// <summary>What it tells of its connections, statements and transactions.</summary>
    public EngineEvents Events { get; } = new();

    /// <summary>The dialect of the server's version; the first use connects.</summary>
    /// <exception cref="DisconnectedException">The database cannot be reached.</exception>
    public Dialect Dialect => _dialect ?? ConnectedDialect();

    /// <summary>Creates an engine; nothing connects before the first use.</summary>
    /// <param name="url">The database's URL; see <see cref="EngineUrl"/>.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="EngineUrlException">The URL cannot be read.</exception>
    /// <exception cref="DriverNotFoundException">No driver is known for the URL's scheme.</exception>
    public static Engine Create(string url, EngineOptions? options = null)
    {
        var parsed = EngineUrl.Parse(url);
        return new Engine(parsed, DriverRegistry.Find(parsed.Scheme), options ?? new EngineOptions());
    }

    /// <summary>Takes a connection out of the pool; disposing it gives it back.</summary>
    /// <exception cref="PoolTimeoutException">No connection became free in time.</exception>
    public Connection Connect() => ConnectCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>Takes a connection out of the pool; disposing it gives it back.</summary>
    /// <exception cref="PoolTimeoutException">No connection became free in time.</exception>
    public Task<Connection> ConnectAsync(CancellationToken cancellationToken = default) => ConnectCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>The statement rendered for the engine's dialect; one that differs in values only is rendered once.</summary>
    public CompiledSql Compile(ClauseElement statement) => _compiled.Get(statement, Dialect);

    /// <summary>Creates the tables and indexes, each after those it refers to.</summary>
    public void CreateAll(MetaData metadata)
    {
        using var connection = Connect();
        foreach (var text in Dialect.Ddl.CreateAll(metadata))
        {
            connection.ExecuteText(text);
        }
    }

    /// <summary>Closes every connection of the pool.</summary>
    public void Dispose() => _pool.Dispose();

    internal void DiscardFreeConnections() => _pool.DiscardFree();

    internal void Return(DriverConnection connection) => _pool.Return(connection);

    internal async ValueTask<Connection> ConnectCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var connection = await _pool.RentCore(io, cancellationToken).ConfigureAwait(false);
        // The first connection tells the server's version. A second one must not be needed for that: the pool may have only one.
        _dialect ??= WithPasses(Driver.CreateDialect(connection.ServerVersion));
        return new Connection(this, connection);
    }

    private Dialect WithPasses(Dialect dialect)
    {
        var own = Options.Passes.Aggregate(dialect, (d, pass) => d.WithPass(pass));
        return Options.CartesianProducts switch
        {
            CartesianProducts.Allow => own,
            CartesianProducts.Warn => own.WithPass(FromLinter.Report(Events.OnCartesianProduct)),
            CartesianProducts.Refuse => own.WithPass(FromLinter.Refuse),
        };
    }

    private Dialect ConnectedDialect()
    {
        using var connection = Connect();
        return _dialect!;
    }
}
