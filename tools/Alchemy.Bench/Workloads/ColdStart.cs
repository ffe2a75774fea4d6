using System.Diagnostics;
using Dapper;
using Microsoft.EntityFrameworkCore;

namespace Alchemy.Bench.Workloads;

/// <summary>A process from its start to its first result: this program starts itself.</summary>
internal static class ColdStart
{
    public static Workload Start(BenchDatabase database)
    {
        string Child(string who)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            string[] arguments = [.. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? new[] { typeof(ColdStart).Assembly.Location } : [], "--cold", who, "--file", database.File!];
            Array.ForEach(arguments, start.ArgumentList.Add);
            using var process = Process.Start(start)!;
            var result = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return result;
        }

        return new Workload("W10", "cold process to first LINQ result", null)
            .Add("raw", () => Child("raw")).Add("Dapper", () => Child("dapper")).Add("Alchemy", () => Child("alchemy"), isOurs: true).Add("EF Core", () => Child("ef"));
    }

    /// <summary>What the child does.</summary>
    public static string Run(string who, string file)
    {
        using var database = BenchDatabase.Sqlite(file);
        var key = 7;
        switch (who)
        {
            case "raw":
                using (var connection = database.Connect())
                {
                    connection.Open();
                    using var command = Raw.Command(connection, "SELECT " + Raw.CustomerColumns + " FROM customers WHERE \"Id\" = @id", ("@id", key));
                    using var reader = command.ExecuteReader();
                    return reader.Read() ? Raw.Show(Raw.ReadCustomer(reader)) : "none";
                }

            case "dapper":
                using (var connection = database.Connect())
                {
                    return Raw.Show(connection.QueryFirstOrDefault<Customer>("SELECT " + Raw.CustomerColumns + " FROM customers WHERE \"Id\" = @id", new { id = key }));
                }

            case "ef":
                using (var db = new EfContext(database.Ef))
                {
                    return Raw.Show(db.Customers.FirstOrDefault(c => c.Id == key));
                }

            default:
                using (var db = new BenchContext(database.Engine))
                {
                    return Raw.Show(db.Customers.FirstOrDefault(c => c.Id == key));
                }
        }
    }
}
