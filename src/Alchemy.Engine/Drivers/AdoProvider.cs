using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Drivers;

/// <summary>An ADO.NET provider that a driver reaches through its factory, so that a program needs only the one it uses. Members that only this provider has are called by compiled accessors.</summary>
/// <param name="factory">The provider's factory.</param>
/// <param name="scheme">What the URLs of its database begin with, for messages.</param>
/// <param name="known">The providers that the driver knows, for messages: <c>MySqlConnector and MySql.Data</c>.</param>
public sealed class AdoProvider(DbProviderFactory factory, string scheme, string known)
{
    /// <summary>The factory.</summary>
    public DbProviderFactory Factory => factory;

    /// <summary>The class of its commands.</summary>
    /// <exception cref="DriverNotFoundException">It makes none.</exception>
    public Type CommandType => field ??= Made(factory.CreateCommand(), "commands");

    /// <summary>The class of its parameters.</summary>
    /// <exception cref="DriverNotFoundException">It makes none.</exception>
    public Type ParameterType => field ??= factory.CreateParameter()?.GetType() ?? throw Missing(factory.GetType(), "parameters");

    /// <summary>The factory of the first known provider that the program has.</summary>
    /// <param name="scheme">What the URLs begin with.</param>
    /// <param name="package">The package to add where there is none.</param>
    /// <param name="factories">The factories' types, with their assemblies: <c>MySqlConnector.MySqlConnectorFactory, MySqlConnector</c>.</param>
    /// <exception cref="DriverNotFoundException">The program has none; the message names the package.</exception>
    public static DbProviderFactory FindFactory(string scheme, string package, params IEnumerable<string> factories)
    {
        var type = factories.Select(name => Type.GetType(name, throwOnError: false)).FirstOrDefault(t => t is not null) ?? throw new DriverNotFoundException(scheme, $"add the package {package} to the application.");
        return (DbProviderFactory)type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    /// <summary>A closed connection.</summary>
    /// <exception cref="EngineUrlException">The provider cannot read the connection string.</exception>
    public DbConnection NewConnection(string connectionString)
    {
        var connection = factory.CreateConnection()!;
        try
        {
            connection.ConnectionString = connectionString;
            return connection;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            connection.Dispose();
            throw new EngineUrlException($"{wrong.Message.TrimEnd('.')}.", wrong);
        }
    }

    /// <summary>A class that stands beside its commands.</summary>
    /// <param name="name">The name, without the namespace.</param>
    /// <exception cref="DriverNotFoundException">There is none.</exception>
    public Type Class(string name) => CommandType.Assembly.GetType($"{CommandType.Namespace}.{name}") ?? throw Missing(factory.GetType(), $"a class {name}");

    /// <summary>The class of its exceptions.</summary>
    /// <param name="name">The name, without the namespace.</param>
    /// <exception cref="DriverNotFoundException">There is none.</exception>
    public Type ExceptionClass(string name) => Class(name) is var found && found.IsSubclassOf(typeof(DbException)) ? found : throw Missing(factory.GetType(), $"an exception {name}");

    /// <summary>Reads a property of its own.</summary>
    /// <param name="type">The class that has it.</param>
    /// <param name="name">The property.</param>
    /// <typeparam name="TOwner">A base of the class, which the accessor takes.</typeparam>
    /// <typeparam name="TValue">What the value is converted to.</typeparam>
    /// <exception cref="DriverNotFoundException">There is no such property.</exception>
    public Func<TOwner, TValue> Getter<TOwner, TValue>(Type type, string name)
    {
        var owner = Expression.Parameter(typeof(TOwner));
        return Expression.Lambda<Func<TOwner, TValue>>(Expression.Convert(Expression.Property(Expression.Convert(owner, type), Property(type, name)), typeof(TValue)), owner).Compile();
    }

    /// <summary>Sets a property of its own.</summary>
    /// <inheritdoc cref="Getter{TOwner, TValue}"/>
    public Action<TOwner, TValue> Setter<TOwner, TValue>(Type type, string name)
    {
        var (owner, value) = (Expression.Parameter(typeof(TOwner)), Expression.Parameter(typeof(TValue)));
        var property = Property(type, name);
        return Expression.Lambda<Action<TOwner, TValue>>(Expression.Assign(Expression.Property(Expression.Convert(owner, type), property), Expression.Convert(value, property.PropertyType)), owner, value).Compile();
    }

    /// <summary>A property of its own.</summary>
    /// <exception cref="DriverNotFoundException">There is no such property.</exception>
    public PropertyInfo Property(Type type, string name) => type.GetProperty(name) ?? throw Missing(type, $"a property {name}");

    private Type Made(DbCommand? command, string what)
    {
        using (command)
        {
            return command?.GetType() ?? throw Missing(factory.GetType(), what);
        }
    }

    private DriverNotFoundException Missing(Type type, string wanted) => new(scheme, $"{type.FullName} is not of a provider for '{scheme}://': it has not {wanted}. Known: {known}.");
}
