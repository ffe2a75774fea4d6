using System.Data.Common;
using Alchemy.Linq;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Alchemy.Bench;

/// <summary>A filled database and the ways to reach it.</summary>
internal sealed class BenchDatabase : IDisposable
{
    // Made when EF is asked: a cold process of another contender pays nothing for it.
    private readonly Lazy<DbContextOptions<EfContext>> _ef;
    private readonly string? _file;

    private BenchDatabase(string name, Engine engine, Func<DbConnection> connect, string? file, Func<DbContextOptions<EfContext>> ef)
        => (Name, Engine, Connect, _file, _ef) = (name, engine, connect, file, new(ef));

    public string Name { get; }

    public bool IsSqlite => Name is "sqlite";

    public Engine Engine { get; }

    /// <summary>A closed connection of the provider's own pool.</summary>
    public Func<DbConnection> Connect { get; }

    public DbContextOptions<EfContext> Ef => _ef.Value;

    public string? File => _file;

    public static BenchDatabase Sqlite(string? existing = null)
    {
        var file = existing ?? Path.Combine(Path.GetTempPath(), $"alchemy-bench-{Environment.ProcessId}.db");
        var text = $"Data Source={file}";
        return new BenchDatabase("sqlite", Engine.Create($"sqlite:///{file}"), () => new SqliteConnection(text), existing is null ? file : null, () => new DbContextOptionsBuilder<EfContext>().UseSqlite(text).Options);
    }

    public static BenchDatabase PostgreSql(string url)
    {
        var parsed = EngineUrl.Parse(url);
        var text = new NpgsqlConnectionStringBuilder { Host = parsed.Host, Port = parsed.Port ?? 5432, Username = parsed.User, Password = parsed.Password, Database = parsed.Database }.ConnectionString;
        return new BenchDatabase("postgresql", Engine.Create(url), () => new NpgsqlConnection(text), null, () => new DbContextOptionsBuilder<EfContext>().UseNpgsql(text).Options);
    }

    /// <summary>10,000 customers and 50,000 orders, the same each time.</summary>
    public void Fill(int customers)
    {
        using var db = new BenchContext(Engine);
        using (var connection = Engine.Connect())
        {
            if (IsSqlite)
            {
                connection.ExecuteText("PRAGMA journal_mode = WAL");
            }

            foreach (var statement in Engine.Dialect.Ddl.DropAll(db.Model.MetaData))
            {
                connection.ExecuteText(statement);
            }
        }

        Engine.CreateAll(db.Model.MetaData);
        for (var i = 1; i <= customers; i++)
        {
            db.Customers.Add(NewCustomer(i));
            if (i % 1000 == 0 || i == customers)
            {
                db.SaveChanges();
                db.Session.Clear();
            }
        }

        using var index = Engine.Connect();
        index.ExecuteText("CREATE INDEX orders_customer ON orders (\"CustomerId\")");
    }

    public static Customer NewCustomer(int i) => new()
    {
        Name = $"customer {i}", Email = $"c{i}@example.org", Country = i % 3 == 0 ? "NO" : i % 3 == 1 ? "SE" : "DK", City = i % 4 == 0 ? null : $"city {i % 100}",
        Created = new DateTime(2020, 1, 1).AddHours(i), Credit = i * 1.25m, Level = i % 7, Active = i % 2 == 0, Score = i / 3.0,
        Orders = [.. Enumerable.Range(1, 5).Select(n => new Order { PlacedAt = new DateTime(2025, 1, 1).AddMinutes(i * n), Total = (i * n) % 997 + 0.5m, Status = n % 3, Note = n == 1 ? null : $"note {n}" })],
    };

    public void Dispose()
    {
        Engine.Dispose();
        SqliteConnection.ClearAllPools();
        if (_file is not null)
        {
            System.IO.File.Delete(_file);
            System.IO.File.Delete(_file + "-wal");
            System.IO.File.Delete(_file + "-shm");
        }
    }
}

/// <summary>Our context.</summary>
public sealed class BenchContext(Engine engine) : AlchemyContext(engine)
{
    public EntitySet<Customer> Customers => Set<Customer>();

    public EntitySet<Order> Orders => Set<Order>();
}

/// <summary>EF's context over the same classes.</summary>
public sealed class EfContext(DbContextOptions<EfContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    /// <summary>Times without a zone, as our tables have them.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        if (Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) == true)
        {
            builder.Properties<DateTime>().HaveColumnType("timestamp without time zone");
        }
    }
}
