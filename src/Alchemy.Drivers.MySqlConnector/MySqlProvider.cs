using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>An ADO.NET provider for MySQL, reached through its factory: the few members that are its own are called by compiled accessors.</summary>
internal sealed class MySqlProvider
{
    private static readonly string[] Known = ["MySqlConnector.MySqlConnectorFactory, MySqlConnector", "MySql.Data.MySqlClient.MySqlClientFactory, MySql.Data"];

    public MySqlProvider(DbProviderFactory factory)
    {
        Ado = new AdoProvider(factory, "mysql", "MySqlConnector and MySql.Data");
        LastInsertedId = Ado.Getter<DbCommand, long>(Ado.CommandType, "LastInsertedId");
        ExceptionType = Ado.ExceptionClass("MySqlException");
        Number = Ado.Getter<Exception, int>(ExceptionType, "Number");
    }

    public AdoProvider Ado { get; }

    public Type ExceptionType { get; }

    /// <summary>True for MySql.Data, which takes a backslash in a name in backticks for an escape: behind <c>\`</c> it knows no parameters, and the server would read <c>@name</c> as a variable, which is NULL.</summary>
    public bool MisreadsBackslashes => IsMySqlData;

    /// <summary>True for MySql.Data, which goes on waiting for the server when a token is canceled, and for ever when the time of an asynchronous command is over.</summary>
    public bool HeedsNothing => IsMySqlData;

    private bool IsMySqlData => ExceptionType.Namespace is "MySql.Data.MySqlClient";

    /// <summary>The key that the server gave to the row that a command has inserted; 0 for none.</summary>
    public Func<DbCommand, long> LastInsertedId { get; }

    /// <summary>The server's number of an error.</summary>
    public Func<Exception, int> Number { get; }

    /// <summary>The port that a connection string names; null for none.</summary>
    public int? PortOf(string connectionString)
    {
        var builder = Ado.Factory.CreateConnectionStringBuilder()!;
        builder.ConnectionString = connectionString;
        return builder.TryGetValue("Port", out var port) ? Convert.ToInt32(port, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>The first known provider that the program has.</summary>
    /// <exception cref="DriverNotFoundException">It has none; the message names the package to add.</exception>
    public static MySqlProvider Find(string scheme) => new(AdoProvider.FindFactory(scheme, "MySqlConnector", Known));
}
