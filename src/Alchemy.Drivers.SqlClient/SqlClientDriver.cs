using System.Data.Common;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>Microsoft SQL Server and Azure SQL through Microsoft.Data.SqlClient. The provider's pooling is off: the engine keeps the connections and their commands.</summary>
/// <remarks>Not run on a server by us: its commands, parameters and connection strings are checked against the provider.</remarks>
/// <example><code>Engine.Create("mssql://ann:secret@db.example.com:1433/shop?Encrypt=True");
/// Engine.Create("mssql://localhost\\SQLEXPRESS/shop?TrustServerCertificate=True");   // Windows' own login</code></example>
public sealed class SqlClientDriver : Driver
{
    private const string MultipleResults = "MultipleActiveResultSets";
    private readonly SqlClientProvider _provider;

    /// <summary>Takes Microsoft.Data.SqlClient.</summary>
    /// <exception cref="DriverNotFoundException">The application has it not.</exception>
    public SqlClientDriver()
        : this(SqlClientProvider.Find("mssql"))
    {
    }

    /// <summary>Takes a provider.</summary>
    /// <param name="factory">The provider's factory.</param>
    /// <exception cref="DriverNotFoundException">It is no provider for SQL Server.</exception>
    /// <example><code>DriverRegistry.Register("mssql", new SqlClientDriver(SqlClientFactory.Instance));</code></example>
    public SqlClientDriver(DbProviderFactory factory)
        : this(new SqlClientProvider(factory))
    {
    }

    private SqlClientDriver(SqlClientProvider provider) => _provider = provider;

    /// <inheritdoc/>
    public override string Name => "mssql";

    /// <inheritdoc/>
    public override TypeCompiler Types { get; } = new SqlServerDialect().Types;

    /// <inheritdoc/>
    public override Type CursorType => typeof(SqlClientCursor);

    /// <summary>The connection string: <c>host,port</c> or <c>host\instance</c>. A URL without a user logs in as the program's own account (<c>Integrated Security</c>) unless an option <c>Authentication</c> says otherwise.</summary>
    /// <exception cref="EngineUrlException">The URL names several hosts, an option that the provider does not know, or <c>MultipleActiveResultSets</c>.</exception>
    public override string ConnectionString(EngineUrl url)
    {
        if (url.Hosts.Count > 1)
        {
            throw new EngineUrlException("SQL Server takes one host: name the listener of the group, with the option MultiSubnetFailover=True, or the other host as the option 'Failover Partner'.");
        }

        var builder = _provider.Ado.Factory.CreateConnectionStringBuilder()!;
        builder["Data Source"] = (url.Host ?? "localhost") + (url.Port is { } port ? $",{port}" : "");
        builder["Pooling"] = false;
        if (url.Database is { } database)
        {
            builder["Initial Catalog"] = database;
        }

        if (url.User is { } user)
        {
            (builder["User ID"], builder["Password"]) = (user, url.Password ?? "");
        }
        else if (!url.Options.Any(o => o.Name.Equals("Authentication", StringComparison.OrdinalIgnoreCase)))
        {
            builder["Integrated Security"] = true;
        }

        return Checked(WithOptions(builder, url));
    }

    /// <inheritdoc/>
    public override DbConnection CreateConnection(string connectionString) => _provider.Ado.NewConnection(Checked(connectionString));

    /// <inheritdoc/>
    public override DriverConnection Attach(DbConnection open) => new SqlClientDriverConnection(open, _provider);

    /// <inheritdoc/>
    public override DatabaseErrorKind ClassifyRefusal(ErrorFacts error) => error.Number switch
    {
        18452 or 18456 or 18470 or 18486 or 18487 or 18488 => DatabaseErrorKind.PermissionDenied,
        4060 => DatabaseErrorKind.Other,
        _ => base.ClassifyRefusal(error),
    };

    /// <inheritdoc/>
    public override ErrorFacts? Describe(Exception error)
        => SqlClientErrors.IsInUse(error) ? new ErrorFacts(SqlClientErrors.InUse) : _provider.ExceptionType.IsInstanceOfType(error) ? SqlClientErrors.Read(_provider, error) : null;

    // The server rolls a transaction back that a batch with several results has begun and not ended (error 3997).
    private string Checked(string connectionString)
    {
        var builder = _provider.Ado.Factory.CreateConnectionStringBuilder()!;
        builder.ConnectionString = connectionString;
        return builder.TryGetValue(MultipleResults, out var isOn) && isOn is true
            ? throw new EngineUrlException($"with {MultipleResults} the server ends a transaction together with the statement that began it: leave the option out, and take a second connection to read two results at once.")
            : connectionString;
    }
}
