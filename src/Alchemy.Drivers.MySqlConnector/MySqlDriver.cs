using System.Data.Common;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>MySQL and MariaDB through MySqlConnector, or through another ADO.NET provider for them. The provider's pooling is off: the engine keeps the connections and their prepared statements.</summary>
public sealed class MySqlDriver : Driver
{
    private readonly MySqlProvider _provider;
    private readonly Lazy<MySqlDriver>? _mariaDb;

    /// <summary>Takes MySqlConnector, or MySql.Data where the application has that instead.</summary>
    /// <exception cref="DriverNotFoundException">The application has neither.</exception>
    public MySqlDriver()
        : this(MySqlProvider.Find("mysql"))
    {
    }

    /// <summary>Takes a provider.</summary>
    /// <param name="factory">The provider's factory.</param>
    /// <exception cref="DriverNotFoundException">It is no provider for MySQL.</exception>
    /// <example><code>DriverRegistry.Register("mariadb", new MySqlDriver(MySqlClientFactory.Instance));</code></example>
    public MySqlDriver(DbProviderFactory factory)
        : this(new MySqlProvider(factory))
    {
    }

    private MySqlDriver(MySqlProvider provider)
        : this(provider, new MySqlDialect().Types)
        => _mariaDb = new(() => new MySqlDriver(provider, new MariaDbDialect().Types));

    private MySqlDriver(MySqlProvider provider, TypeCompiler types) => (_provider, Types) = (provider, types);

    /// <inheritdoc/>
    public override string Name => "mysql";

    /// <inheritdoc/>
    public override TypeCompiler Types { get; }

    /// <summary>A variant may be said for MariaDB alone.</summary>
    public override Driver For(Dialect dialect) => dialect is MariaDbDialect && _mariaDb is not null ? _mariaDb.Value : this;

    /// <inheritdoc/>
    public override Type CursorType => typeof(MySqlCursor);

    /// <inheritdoc/>
    public override string ConnectionString(EngineUrl url)
    {
        var builder = _provider.Ado.Factory.CreateConnectionStringBuilder()!;
        (builder["Server"], builder["Port"]) = (url.Hosts.Count == 0 ? "localhost" : string.Join(',', url.Hosts.Select(h => h.Name)), url.Port ?? 3306);
        Set(builder, "User ID", url.User);
        Set(builder, "Password", url.Password);
        Set(builder, "Database", url.Database);
        builder["Pooling"] = false;
        return WithOptions(builder, url);
    }

    /// <inheritdoc/>
    public override DbConnection CreateConnection(string connectionString) => _provider.Ado.NewConnection(connectionString);

    /// <inheritdoc/>
    public override DriverConnection Attach(DbConnection open) => new MySqlDriverConnection(open, _provider);

    /// <inheritdoc/>
    public override DatabaseErrorKind ClassifyRefusal(ErrorFacts error) => error.Number switch
    {
        1044 or 1045 or 1698 => DatabaseErrorKind.PermissionDenied,
        1049 => DatabaseErrorKind.Other,
        _ => base.ClassifyRefusal(error),
    };

    /// <inheritdoc/>
    public override ErrorFacts? Describe(Exception error) => error switch
    {
        _ when MySqlErrors.IsInUse(error) => new ErrorFacts(MySqlErrors.InUse),
        _ when _provider.ExceptionType.IsInstanceOfType(error) => MySqlErrors.Read((DbException)error, _provider.Number(error)),
        TimeoutException late => new ErrorFacts(late.Message, Canceled: true),
        _ => null,
    };

    private static void Set(DbConnectionStringBuilder builder, string name, string? value)
    {
        if (value is not null)
        {
            builder[name] = value;
        }
    }
}
