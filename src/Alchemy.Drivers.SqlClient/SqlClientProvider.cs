using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Microsoft.Data.SqlClient, reached through its factory: the few members that are its own are called by compiled accessors.</summary>
internal sealed class SqlClientProvider
{
    private const string Known = "Microsoft.Data.SqlClient.SqlClientFactory, Microsoft.Data.SqlClient";

    public SqlClientProvider(DbProviderFactory factory)
    {
        Factory = factory;
        var parameter = factory.CreateParameter()?.GetType() ?? throw Stranger(factory.GetType(), "parameters");
        var exception = parameter.Assembly.GetType($"{parameter.Namespace}.SqlException") is { } found && found.IsSubclassOf(typeof(DbException)) ? found : throw Stranger(factory.GetType(), "an exception SqlException");
        ExceptionType = exception;
        SetType = Setter(parameter);
        var errors = Property(exception, "Errors").PropertyType;
        var error = errors.Assembly.GetType($"{exception.Namespace}.SqlError") ?? throw Stranger(exception, "a class SqlError");
        Errors = Accessor<Exception, System.Collections.IEnumerable>(exception, "Errors");
        (Number, Class, Message) = (Accessor<object, int>(error, "Number"), Accessor<object, byte>(error, "Class"), Accessor<object, string>(error, "Message"));
    }

    public DbProviderFactory Factory { get; }

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
    public static SqlClientProvider Find(string scheme)
    {
        var factory = Type.GetType(Known, throwOnError: false) ?? throw new DriverNotFoundException(scheme, "add the package Microsoft.Data.SqlClient to the application.");
        return new SqlClientProvider((DbProviderFactory)factory.GetField("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);
    }

    private static Action<DbParameter, SqlDbType> Setter(Type type)
    {
        var (owner, value) = (Expression.Parameter(typeof(DbParameter)), Expression.Parameter(typeof(SqlDbType)));
        return Expression.Lambda<Action<DbParameter, SqlDbType>>(Expression.Assign(Expression.Property(Expression.Convert(owner, type), Property(type, "SqlDbType")), value), owner, value).Compile();
    }

    private static Func<TOwner, TValue> Accessor<TOwner, TValue>(Type type, string name)
    {
        var owner = Expression.Parameter(typeof(TOwner));
        return Expression.Lambda<Func<TOwner, TValue>>(Expression.Convert(Expression.Property(Expression.Convert(owner, type), Property(type, name)), typeof(TValue)), owner).Compile();
    }

    private static PropertyInfo Property(Type type, string name) => type.GetProperty(name) ?? throw Stranger(type, $"a property {name}");

    private static DriverNotFoundException Stranger(Type type, string wanted)
        => new("mssql", $"{type.FullName} is not of a provider for SQL Server: it has not {wanted}. Known is Microsoft.Data.SqlClient.");
}
