using System.Globalization;
using Alchemy.Linq;
using Dapper;
using Microsoft.EntityFrameworkCore;

namespace Alchemy.Bench.Workloads;

/// <summary>Look-ups and long reads.</summary>
internal static class Reads
{
    private const string ById = "SELECT " + Raw.CustomerColumns + " FROM customers WHERE \"Id\" = @id";
    private const string All = "SELECT " + Raw.CustomerColumns + " FROM customers";

    public static Workload LookUp(BenchDatabase database)
    {
        var id = 0;
        int Next() => id = id % 5000 + 1;
        var workload = new Workload("W1a", "look-up by key, new unit of work", database.IsSqlite ? 1.8 : null)
            .Add("raw", () =>
            {
                using var connection = database.Connect();
                connection.Open();
                using var command = Raw.Command(connection, ById, ("@id", 7 + Next() * 0));
                command.Prepare();
                using var reader = command.ExecuteReader();
                return reader.Read() ? Raw.Show(Raw.ReadCustomer(reader)) : "none";
            })
            .Add("Dapper", () =>
            {
                using var connection = database.Connect();
                return Raw.Show(connection.QueryFirstOrDefault<Customer>(ById, new { id = 7 + Next() * 0 }));
            })
            .Add("Alchemy", () =>
            {
                using var db = new BenchContext(database.Engine);
                var key = 7 + Next() * 0;
                return Raw.Show(db.Customers.FirstOrDefault(c => c.Id == key));
            }, isOurs: true);
        return workload.Add("EF Core", () =>
        {
            using var db = new EfContext(database.Ef);
            var key = 7 + Next() * 0;
            return Raw.Show(db.Customers.FirstOrDefault(c => c.Id == key));
        });
    }

    public static Workload LookUpKept(BenchDatabase database)
    {
        var connection = database.Connect();
        connection.Open();
        var command = Raw.Command(connection, ById, ("@id", 7));
        command.Prepare();
        var db = new BenchContext(database.Engine);
        var workload = new Workload("W1b", "look-up by key, unit of work kept", database.IsSqlite ? 2.5 : null)
            .Add("raw", () =>
            {
                using var reader = command.ExecuteReader();
                return reader.Read() ? Raw.Show(Raw.ReadCustomer(reader)) : "none";
            })
            .Add("Dapper", () => Raw.Show(connection.QueryFirstOrDefault<Customer>(ById, new { id = 7 })))
            .Add("Alchemy", () =>
            {
                var key = 7;
                return Raw.Show(db.Customers.FirstOrDefault(c => c.Id == key));
            }, isOurs: true);
        var ef = new EfContext(database.Ef);
        return workload.Add("EF Core", () =>
        {
            var key = 7;
            return Raw.Show(ef.Customers.FirstOrDefault(c => c.Id == key));
        });
    }

    public static Workload ReadAll(BenchDatabase database, bool tracked)
    {
        var workload = new Workload(tracked ? "W2t" : "W2u", tracked ? "10,000 entities, tracked" : "10,000 entities, untracked", !database.IsSqlite ? null : tracked ? 1.4 : 1.15)
            .Add("raw", () =>
            {
                using var connection = database.Connect();
                connection.Open();
                using var command = Raw.Command(connection, All);
                command.Prepare();
                using var reader = command.ExecuteReader();
                var customers = new List<Customer>();
                while (reader.Read())
                {
                    customers.Add(Raw.ReadCustomer(reader));
                }

                return Raw.Show(customers);
            })
            .Add("Dapper", () =>
            {
                using var connection = database.Connect();
                return Raw.Show(connection.Query<Customer>(All).AsList());
            })
            .Add("Alchemy", () =>
            {
                using var db = new BenchContext(database.Engine);
                return Raw.Show(tracked ? db.Customers.ToList() : QueryableOptions.AsNoTracking(db.Customers).ToList());
            }, isOurs: true);
        return workload.Add("EF Core", () =>
        {
            using var db = new EfContext(database.Ef);
            return Raw.Show(tracked ? db.Customers.ToList() : EntityFrameworkQueryableExtensions.AsNoTracking(db.Customers).ToList());
        });
    }

    public static Workload JoinToDto(BenchDatabase database)
    {
        const string text = "SELECT o.\"Id\", c.\"Name\", o.\"Total\" FROM orders AS o JOIN customers AS c ON o.\"CustomerId\" = c.\"Id\" WHERE c.\"Country\" = @country AND o.\"Status\" = @status ORDER BY o.\"Id\" LIMIT 100";
        var (country, status) = ("NO", 1);
        static string Show(IReadOnlyCollection<OrderRow> rows) => string.Create(CultureInfo.InvariantCulture, $"{rows.Count} {rows.Sum(r => r.Total):0.##} {rows.Last().Name}");
        var workload = new Workload("W3", "filter, join, captured values to a DTO, 100 rows", database.IsSqlite ? 1.3 : null)
            .Add("raw", () =>
            {
                using var connection = database.Connect();
                connection.Open();
                using var command = Raw.Command(connection, text, ("@country", country), ("@status", status));
                command.Prepare();
                using var reader = command.ExecuteReader();
                var rows = new List<OrderRow>();
                while (reader.Read())
                {
                    rows.Add(new OrderRow(reader.GetInt32(0), reader.GetString(1), reader.GetDecimal(2)));
                }

                return Show(rows);
            })
            .Add("Dapper", () =>
            {
                using var connection = database.Connect();
                return Show(connection.Query<JoinedRow>(text, new { country, status }).Select(r => new OrderRow((int)r.Id, r.Name, r.Total)).ToList());
            })
            .Add("Alchemy", () =>
            {
                using var db = new BenchContext(database.Engine);
                return Show(db.Orders.Where(o => o.Customer.Country == country && o.Status == status).OrderBy(o => o.Id).Take(100).Select(o => new OrderRow(o.Id, o.Customer.Name, o.Total)).ToList());
            }, isOurs: true);
        return workload.Add("EF Core", () =>
        {
            using var db = new EfContext(database.Ef);
            return Show(db.Orders.Where(o => o.Customer.Country == country && o.Status == status).OrderBy(o => o.Id).Take(100).Select(o => new OrderRow(o.Id, o.Customer.Name, o.Total)).ToList());
        });
    }

    public static Workload Group(BenchDatabase database)
    {
        const string text = "SELECT \"Status\", count(*) AS \"Count\", max(\"CustomerId\") AS \"Last\" FROM orders GROUP BY \"Status\" HAVING count(*) > @least ORDER BY \"Status\"";
        var least = 10;
        var workload = new Workload("W4", "group by and having", null)
            .Add("raw", () =>
            {
                using var connection = database.Connect();
                connection.Open();
                using var command = Raw.Command(connection, text, ("@least", least));
                using var reader = command.ExecuteReader();
                var result = "";
                while (reader.Read())
                {
                    result += $"{reader.GetInt32(0)}:{reader.GetInt64(1)}:{reader.GetInt32(2)} ";
                }

                return result;
            })
            .Add("Dapper", () =>
            {
                using var connection = database.Connect();
                return string.Concat(connection.Query<GroupedRow>(text, new { least }).Select(r => $"{r.Status}:{r.Count}:{r.Last} "));
            })
            .Add("Alchemy", () =>
            {
                using var db = new BenchContext(database.Engine);
                return string.Concat(db.Orders.GroupBy(o => o.Status).Where(g => g.Count() > least).OrderBy(g => g.Key).Select(g => new { g.Key, N = g.Count(), Last = g.Max(o => o.CustomerId) }).AsEnumerable().Select(x => $"{x.Key}:{x.N}:{x.Last} "));
            }, isOurs: true);
        return workload.Add("EF Core", () =>
        {
            using var db = new EfContext(database.Ef);
            return string.Concat(db.Orders.GroupBy(o => o.Status).Where(g => g.Count() > least).OrderBy(g => g.Key).Select(g => new { g.Key, N = g.Count(), Last = g.Max(o => o.CustomerId) }).AsEnumerable().Select(x => $"{x.Key}:{x.N}:{x.Last} "));
        });
    }

    // Dapper sets members, whose types need not be those of the database.
    private sealed class JoinedRow
    {
        public long Id { get; set; }

        public string Name { get; set; } = "";

        public decimal Total { get; set; }
    }

    private sealed class GroupedRow
    {
        public int Status { get; set; }

        public long Count { get; set; }

        public int Last { get; set; }
    }
}
