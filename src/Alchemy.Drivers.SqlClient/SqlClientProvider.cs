using System.Data;
using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>Microsoft.Data.SqlClient, reached through its factory: the few members that are its own are called by compiled accessors.</summary>
internal sealed class SqlClientProvider
{
    private const string Known = "Microsoft.Data.SqlClient.SqlClientFactory, Microsoft.Data.SqlClient";

    public SqlClientProvider(DbProviderFactory factory)
    {
        Ado = new AdoProvider(factory, "mssql", "Microsoft.Data.SqlClient");
        (ExceptionType, var error) = (Ado.ExceptionClass("SqlException"), Ado.Class("SqlError"));
        SetType = Ado.Setter<DbParameter, SqlDbType>(Ado.ParameterType, "SqlDbType");
        Errors = Ado.Getter<Exception, System.Collections.IEnumerable>(ExceptionType, "Errors");
        (Number, Class, Message) = (Ado.Getter<object, int>(error, "Number"), Ado.Getter<object, byte>(error, "Class"), Ado.Getter<object, string>(error, "Message"));
    }

    public AdoProvider Ado { get; }

    public Type ExceptionType { get; }

    /// <summary>Gives a parameter its type: <see cref="DbParameter.DbType"/> takes <c>datetime</c> for a time of day.</summary>
    public Action<DbParameter, SqlDbType> SetType { get; }

    /// <summary>All errors of an exception, in the order in which the server sent them.</summary>
    public Func<Exception, System.Collections.IEnumerable> Errors { get; }

    /// <summary>The number of an error.</summary>
    public Func<object, int> Number { get; }

    /// <summary>The severity of an error: up to 10 it is none, from 20 on the connection is gone.</summary>
    public Func<object, byte> Class { get; }

    /// <summary>The message of an error.</summary>
    public Func<object, string> Message { get; }

    /// <summary>The provider that the program has.</summary>
    /// <exception cref="DriverNotFoundException">It has none; the message names the package to add.</exception>
    public static SqlClientProvider Find(string scheme) => new(AdoProvider.FindFactory(scheme, "Microsoft.Data.SqlClient", Known));
}
