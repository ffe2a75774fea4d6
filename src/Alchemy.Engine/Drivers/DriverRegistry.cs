using System.Collections.Concurrent;
using System.Reflection;

namespace Alchemy.Drivers;

/// <summary>Finds the driver of a URL's scheme: first what the program registered, then a fixed table of ours, loaded by name.</summary>
public static class DriverRegistry
{
    private static readonly ConcurrentDictionary<string, Driver> Known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Registers a driver for a scheme, in place of any other.</summary>
    public static void Register(string scheme, Driver driver) => Known[scheme] = driver;

    /// <summary>The driver of a scheme.</summary>
    /// <exception cref="DriverNotFoundException">There is none; the message names the package to add.</exception>
    public static Driver Find(string scheme) => Known.TryGetValue(scheme, out var driver) ? driver : Known.GetOrAdd(scheme, Load(scheme));

    private static Driver Load(string scheme)
    {
        var (assembly, type) = scheme.ToLowerInvariant() switch
        {
            "sqlite" => ("Alchemy.Drivers.Sqlite", "Alchemy.Drivers.SqliteDriver"),
            "postgresql" or "postgres" => ("Alchemy.Drivers.Npgsql", "Alchemy.Drivers.NpgsqlDriver"),
            "mysql" or "mariadb" => ("Alchemy.Drivers.MySqlConnector", "Alchemy.Drivers.MySqlDriver"),
            _ => throw new DriverNotFoundException(scheme, "known are sqlite, postgresql, mysql and mariadb; register any other with DriverRegistry.Register."),
        };
        try
        {
            return (Driver)Activator.CreateInstance(Assembly.Load(new AssemblyName(assembly)).GetType(type, throwOnError: true)!)!;
        }
        catch (FileNotFoundException)
        {
            throw new DriverNotFoundException(scheme, $"add the package {assembly} to the application.");
        }
    }
}
