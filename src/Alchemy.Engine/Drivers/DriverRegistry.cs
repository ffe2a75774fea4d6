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
            "mssql" or "sqlserver" => ("Alchemy.Drivers.SqlClient", "Alchemy.Drivers.SqlClientDriver"),
            "oracle" => ("Alchemy.Drivers.Oracle", "Alchemy.Drivers.OracleDriver"),
            _ => throw new DriverNotFoundException(scheme, "known are sqlite, postgresql, mysql, mariadb, mssql and oracle; register any other with DriverRegistry.Register."),
        };
        try
        {
            // A driver whose provider is missing says so itself, in one sentence.
            var driver = Assembly.Load(new AssemblyName(assembly)).GetType(type, throwOnError: true)!;
            return (Driver)Activator.CreateInstance(driver, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, null, null)!;
        }
        catch (FileNotFoundException)
        {
            throw new DriverNotFoundException(scheme, $"add the package {assembly} to the application.");
        }
    }
}
