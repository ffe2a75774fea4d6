using System.Data.Common;
using System.Globalization;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>Oracle Database through ODP.NET (Oracle.ManagedDataAccess.Core). The provider's pooling is off: the engine keeps the connections and their commands.</summary>
/// <remarks>
/// <para>Not run on a server, nor with the provider, by us: its commands, parameters and connection strings are checked against a stand-in that has the provider's members.</para>
/// <para>An empty text is NULL to Oracle: <c>""</c> that was written is null when it is read, and equal to nothing. A <see cref="Guid"/> is a <c>RAW(16)</c> with its bytes in the order in which it is written. True and false are 1 and 0 before 23ai.</para>
/// <para><c>RETURNING</c> of an UPDATE or DELETE gives one row: a statement that changes several is refused.</para>
/// </remarks>
/// <example><code>Engine.Create("oracle://ann:secret@db.example.com:1521/shop");
/// Engine.Create("oracle://ann:secret@?Data Source=shop_tns&amp;Tns_Admin=%2Fetc%2Foracle");   // a name of tnsnames.ora</code></example>
public sealed class OracleDriver : Driver
{
    private const string DataSource = "Data Source";
    private readonly OracleProvider _provider;

    /// <summary>Takes Oracle.ManagedDataAccess.</summary>
    /// <exception cref="DriverNotFoundException">The application has it not.</exception>
    public OracleDriver()
        : this(OracleProvider.Find("oracle"))
    {
    }

    /// <summary>Takes a provider.</summary>
    /// <param name="factory">The provider's factory.</param>
    /// <exception cref="DriverNotFoundException">It is no provider for Oracle.</exception>
    /// <example><code>DriverRegistry.Register("oracle", new OracleDriver(OracleClientFactory.Instance));</code></example>
    public OracleDriver(DbProviderFactory factory)
        : this(new OracleProvider(factory))
    {
    }

    private OracleDriver(OracleProvider provider) => _provider = provider;

    /// <inheritdoc/>
    public override string Name => "oracle";

    /// <inheritdoc/>
    public override TypeCompiler Types { get; } = new OracleDialect().Types;

    /// <inheritdoc/>
    public override Type CursorType => typeof(OracleCursor);

    /// <inheritdoc/>
    public override Type StatementType => typeof(Statement);

    /// <summary>The connection string: the hosts and the service as <c>//host:1521/service</c>, or what the option <c>Data Source</c> says. Without a user the operating system's login counts.</summary>
    /// <exception cref="EngineUrlException">The URL names neither a service nor a <c>Data Source</c>, or an option that the provider does not know.</exception>
    public override string ConnectionString(EngineUrl url)
    {
        var builder = _provider.Ado.Factory.CreateConnectionStringBuilder()!;
        if (!url.Options.Any(o => o.Name.Equals(DataSource, StringComparison.OrdinalIgnoreCase)))
        {
            builder[DataSource] = $"//{(url.Hosts.Count == 0 ? "localhost:1521" : string.Join(',', url.Hosts.Select(Address)))}/{url.Database ?? throw new EngineUrlException("Oracle needs a service: write oracle://host/service, or the option 'Data Source' with a name of tnsnames.ora.")}";
        }

        builder["User Id"] = url.User ?? "/";
        if (url.Password is { } password)
        {
            builder["Password"] = password;
        }

        builder["Pooling"] = false;
        return WithOptions(builder, url);
    }

    /// <inheritdoc/>
    public override DbConnection CreateConnection(string connectionString) => _provider.Ado.NewConnection(connectionString);

    /// <inheritdoc/>
    public override DriverConnection Attach(DbConnection open) => new OracleDriverConnection(open, _provider);

    /// <inheritdoc/>
    public override DatabaseErrorKind ClassifyRefusal(ErrorFacts error) => error.Number switch
    {
        1005 or 1017 or 1045 or 28000 or 28001 => DatabaseErrorKind.PermissionDenied,
        12514 => DatabaseErrorKind.Other,
        _ => base.ClassifyRefusal(error),
    };

    /// <inheritdoc/>
    public override ErrorFacts? Describe(Exception error) => error switch
    {
        _ when _provider.ExceptionType.IsInstanceOfType(error) => OracleErrors.Read(_provider, error),
        TimeoutException late => new ErrorFacts(late.Message, Canceled: true),
        _ => null,
    };

    private static string Address(EngineHost host)
        => string.Create(CultureInfo.InvariantCulture, $"{(host.Name.Contains(':') ? $"[{host.Name}]" : host.Name)}:{host.Port ?? 1521}");
}
