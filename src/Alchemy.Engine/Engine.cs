using System.Data.Common;
using Alchemy.Drivers;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>A database: its dialect, its pool of open connections and its compiled statements. Make one per database and keep it; safe to share between threads.</summary>
/// <example><code>using var engine = Engine.Create("sqlite:///shop.db");
/// using var connection = engine.Connect();
/// foreach (var row in connection.Execute(Sql.Select(users.Name)).ToList()) { … }</code></example>
public sealed class Engine : IInspectable, IDisposable, IAsyncDisposable
{
    private readonly ServerSet _servers;
    private readonly CompileCache _compiled = new();
    private readonly Driver _driver;
    private Driver? _connected;
    private Dialect? _dialect;

    private Engine(string name, Driver driver, Func<DbConnection> create, EngineOptions? options)
        : this(name, driver, [(null, create)], options)
    {
    }

    private Engine(string name, Driver driver, IReadOnlyList<(EngineHost? Host, Func<DbConnection> Create)> servers, EngineOptions? options)
    {
        (_driver, Options) = (driver, options ?? new EngineOptions());
        Name = Options.Name ?? name;
        var loggers = new EngineLoggers(Name, Options.LoggerFactory);
        Events = new EngineEvents(loggers);
        (Observer, Texts) = (new StatementObserver(Options, Events, loggers), new TextRewriting(Events));
        using var first = servers[0].Create();
        HasOneConnection = driver.IsPrivate(first);
        _servers = new ServerSet([.. servers.Select(s => new EngineServer(s.Host, NewPool(s.Host, s.Create, servers.Count), Events, Options.Servers.Clock, servers.Count == 1))], driver, Options);
    }

    /// <summary>To show: <see cref="EngineOptions.Name"/>, or what it was made of: its URL without the password, or the kind of source.</summary>
    public string Name { get; }

    /// <summary>True when the database lives in one connection, such as SQLite's in memory: a second user waits for the first.</summary>
    public bool HasOneConnection { get; }

    /// <summary>The driver; that of the very server once it is known.</summary>
    public Driver Driver => _connected ?? (_dialect is { } known ? _connected = _driver.For(known) : _driver);

    /// <summary>How it behaves.</summary>
    public EngineOptions Options { get; }

    /// <summary>Its servers in the order of the URL, each with its own pool; one unless the URL has several hosts.</summary>
    public IReadOnlyList<EngineServer> Servers => _servers.All;

    /// <summary>The open connections of its first server; see <see cref="EngineServer.Pool"/> for the others.</summary>
    public ConnectionPool Pool => Servers[0].Pool;

    /// <summary>What it tells of its connections, statements and transactions.</summary>
    public EngineEvents Events { get; }

    /// <summary>The dialect of the server's version; the first use connects.</summary>
    /// <exception cref="DisconnectedException">The database cannot be reached.</exception>
    public Dialect Dialect => _dialect ?? ConnectedDialect();

    /// <summary>Creates an engine; nothing connects before the first use. Of several hosts it finds out itself which takes writes: see <see cref="ServerOptions"/>.</summary>
    /// <param name="url">The database's URL; see <see cref="EngineUrl"/>.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="EngineUrlException">The URL cannot be read.</exception>
    /// <exception cref="DriverNotFoundException">No driver is known for the URL's scheme.</exception>
    public static Engine Create(string url, EngineOptions? options = null) => Create(EngineUrl.Parse(url), options);

    /// <inheritdoc cref="Create(string, EngineOptions?)"/>
    public static Engine Create(EngineUrl url, EngineOptions? options = null)
    {
        var driver = DriverRegistry.Find(url.Scheme);
        Func<EngineUrl, string> text = options is { Pool.KeepsProviderPooling: true } ? driver.PoolingConnectionString : driver.ConnectionString;
        return new Engine(url.ToString(), driver, [.. url.EachHost().Select(one => (one.Hosts.FirstOrDefault(), Creation(driver, text(one))))], options);
    }

    /// <summary>Creates an engine over a connection string of the provider's.</summary>
    /// <param name="scheme">The kind of database: what a URL begins with, such as <c>postgresql</c>.</param>
    /// <param name="connectionString">The connection string. Unless it says otherwise, the provider pools connections beneath the engine's pool: <c>Pooling=false</c> is better.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="EngineUrlException">The provider cannot read the connection string.</exception>
    /// <exception cref="DriverNotFoundException">No driver is known for the scheme.</exception>
    public static Engine FromConnectionString(string scheme, string connectionString, EngineOptions? options = null)
    {
        var driver = DriverRegistry.Find(scheme);
        return new Engine($"{scheme} (connection string)", driver, () => driver.CreateConnection(connectionString), options);
    }

    /// <summary>Creates an engine over a data source of the provider's. Its connections are held in the engine's pool; the caller disposes the source after the engine.</summary>
    /// <param name="scheme">The kind of database: what a URL begins with, such as <c>postgresql</c>.</param>
    /// <param name="source">Gives connections, with whatever it is configured to.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="DriverNotFoundException">No driver is known for the scheme.</exception>
    public static Engine FromDataSource(string scheme, DbDataSource source, EngineOptions? options = null)
        => new($"{scheme} (data source)", DriverRegistry.Find(scheme), source.CreateConnection, options);

    /// <summary>Creates an engine over connections that the program makes.</summary>
    /// <param name="scheme">The kind of database: what a URL begins with, such as <c>postgresql</c>.</param>
    /// <param name="create">Makes a connection that is not open yet; the engine opens and disposes it. It is called once right away, to see what it makes.</param>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <exception cref="DriverNotFoundException">No driver is known for the scheme.</exception>
    public static Engine FromFactory(string scheme, Func<DbConnection> create, EngineOptions? options = null)
        => new($"{scheme} (factory)", DriverRegistry.Find(scheme), create, options);

    /// <summary>Takes a connection out of the pool; disposing it gives it back.</summary>
    /// <exception cref="PoolTimeoutException">No connection became free in time.</exception>
    public Connection Connect() => ConnectCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <summary>Takes a connection out of the pool; disposing it gives it back.</summary>
    /// <exception cref="PoolTimeoutException">No connection became free in time.</exception>
    public Task<Connection> ConnectAsync(CancellationToken cancellationToken = default) => ConnectCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Takes a connection for an operation: of several servers one to a standby for reading, if there is one that is not too far behind; else one to the primary. See <see cref="EngineScope"/> for reads that must see one's own writes.</summary>
    /// <exception cref="DisconnectedException">No server serves it.</exception>
    /// <exception cref="PoolTimeoutException">No connection became free in time.</exception>
    public Connection Connect(OperationKind kind) => ConnectCore(IOBehavior.Synchronous, kind, null, CancellationToken.None).Completed();

    /// <inheritdoc cref="Connect(OperationKind)"/>
    public Task<Connection> ConnectAsync(OperationKind kind, CancellationToken cancellationToken = default) => ConnectCore(IOBehavior.Asynchronous, kind, null, cancellationToken).AsTask();

    /// <summary>Takes a connection out of the pool and begins a transaction on it, the only one that it will have: <see cref="Connection.Commit"/> keeps its work, disposing the connection without that rolls it back.</summary>
    /// <param name="options">How the transaction begins; null for <see cref="ExecutionOptions.Transaction"/>.</param>
    /// <exception cref="PoolTimeoutException">No connection became free in time.</exception>
    /// <example><code>using var connection = engine.Begin();
    /// connection.Execute(Sql.Update(accounts).Set(accounts.Balance, accounts.Balance - 10));
    /// connection.Commit();</code></example>
    public Connection Begin(TransactionOptions? options = null) => BeginCore(IOBehavior.Synchronous, options, CancellationToken.None).Completed();

    /// <inheritdoc cref="Begin"/>
    public Task<Connection> BeginAsync(TransactionOptions? options = null, CancellationToken cancellationToken = default) => BeginCore(IOBehavior.Asynchronous, options, cancellationToken).AsTask();

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

        connection.Transaction?.Commit();
    }

    /// <summary>Closes the connections of the pools: those that are free now, those in use when they come back. Who waits for one gets an <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _servers.Dispose();

    /// <summary>Closes the connections of the pool: those that are free now, those in use when they come back. Who waits for one gets an <see cref="ObjectDisposedException"/>.</summary>
    public ValueTask DisposeAsync()
    {
        _servers.Dispose();
        return default;
    }

    /// <summary>What it is; the dialect is known from the first connection on.</summary>
    Inspection IInspectable.Inspect() => Inspection.Of("engine", Name,
    [
        ("driver", Driver.Name), ("dialect", _dialect?.Name), ("server version", _dialect?.ServerVersion.ToString()), ("pool size", HasOneConnection ? 1 : Options.Pool.Size), ("shows values", Options.ShowsValues),
    ]);

    internal StatementObserver Observer { get; }

    internal TextRewriting Texts { get; }

    internal ValueTask<Connection> ConnectCore(IOBehavior io, CancellationToken cancellationToken) => ConnectCore(io, OperationKind.Write, null, cancellationToken);

    internal async ValueTask<Connection> ConnectCore(IOBehavior io, OperationKind kind, EngineScope? scope, CancellationToken cancellationToken)
    {
        var (server, connection) = await _servers.RentCore(io, kind, scope, cancellationToken).ConfigureAwait(false);
        try
        {
            // The first connection tells the server's version. A second one must not be needed for that: the pool may have only one.
            _dialect ??= WithPasses(connection.CreateDialect());
            return new Connection(this, server, connection, kind);
        }
        catch
        {
            await server.Pool.ReturnCore(io, connection, mayHaveTransaction: false).ConfigureAwait(false);
            throw;
        }
    }

    private static Func<DbConnection> Creation(Driver driver, string connectionString) => () => driver.CreateConnection(connectionString);

    private ConnectionPool NewPool(EngineHost? host, Func<DbConnection> create, int servers)
    {
        var pool = HasOneConnection ? Options.Pool with { Size = 1, Overflow = 0, Recycle = null, KeepsProviderPooling = false } : Options.Pool;
        return new ConnectionPool(servers == 1 ? Name : $"{Name} {host}", pool, new ConnectionOpener(create, _driver, Options, Events), _driver, Events);
    }

    private async ValueTask<Connection> BeginCore(IOBehavior io, TransactionOptions? options, CancellationToken cancellationToken)
    {
        var connection = await ConnectCore(io, cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.BeginOnceCore(io, options, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeCore(io).ConfigureAwait(false);
            throw;
        }
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
