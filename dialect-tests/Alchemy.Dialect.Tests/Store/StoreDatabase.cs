using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Alchemy.StoreTests;

/// <summary>Which store.</summary>
public enum Stock
{
    /// <summary>The generated one.</summary>
    Generated,

    /// <summary>The real Chinook, where its files are.</summary>
    Chinook,
}

/// <summary>A filled store on a database, with its rows in memory. It is filled once, and all questions only read it.</summary>
internal sealed class StoreDatabase : IDisposable
{
    private static readonly Dictionary<(Database, Stock), StoreDatabase> Filled = [];
    private readonly Database _database;
    private readonly string _place;
    private readonly Engine _engine;
    private readonly DbConnection _plain;

    private StoreDatabase(Database lane, Stock stock)
    {
        var database = Lanes.Family(lane);
        // A file of its own on SQLite, a schema of its own on PostgreSQL.
        (_database, _place) = (database, database is Database.Sqlite ? Path.GetTempFileName() : $"alchemy_{stock}".ToLowerInvariant());
        _engine = Engine.Create(database is Database.Sqlite ? $"sqlite:///{Uri.EscapeDataString(_place)}" : DatabaseFixture.Url(lane));
        _engine.Events.Connected += e => Enter(e.Connection.Ado);
        _plain = database is Database.Sqlite ? new SqliteConnection($"Data Source={_place};Pooling=False") : PostgreSqlConnection(DatabaseFixture.Url(lane));
        Rows = stock is Stock.Generated ? Generate() : CopyChinook();
    }

    /// <summary>The same rows as objects.</summary>
    public StoreRows Rows { get; }

    /// <summary>The database, filled if nobody has yet; without it the tests are skipped.</summary>
    public static StoreDatabase Open(Database lane, Stock stock)
    {
        if (!Filled.TryGetValue((lane, stock), out var open))
        {
            _ = DatabaseFixture.Url(lane);
            _ = stock is Stock.Chinook ? ChinookFiles.Find(lane is Database.Sqlite ? "Chinook_Sqlite.sqlite" : "Chinook_PostgreSql.sql") : null;
            Filled.Add((lane, stock), open = new StoreDatabase(lane, stock));
        }

        return open;
    }

    public static void CloseAll()
    {
        foreach (var open in Filled.Values)
        {
            open.Dispose();
        }

        Filled.Clear();
    }

    public StoreContext NewContext() => _database is Database.Sqlite ? new SqliteStoreContext(_engine) : new PostgreSqlStoreContext(_engine);

    public IReadOnlyList<SqlRow> Execute(string sql) => HandWritten.Execute(_plain, _database, sql);

    /// <summary>The rows once more, without the library.</summary>
    public StoreRows ReadPlainly() => ChinookFiles.Read(_plain, _database);

    public void Dispose()
    {
        if (_database is Database.PostgreSql)
        {
            Run($"DROP SCHEMA IF EXISTS {_place} CASCADE");
        }

        _plain.Dispose();
        _engine.Dispose();
        if (_database is Database.Sqlite)
        {
            File.Delete(_place);
        }
    }

    private StoreRows Generate()
    {
        OpenPlain();
        using var db = NewContext();
        _engine.CreateAll(db.Model.MetaData);
        foreach (var row in StoreGenerator.Rows().All)
        {
            db.Session.Add(row);
        }

        db.SaveChanges();
        return StoreGenerator.Rows();
    }

    private StoreRows CopyChinook()
    {
        if (_database is Database.Sqlite)
        {
            File.WriteAllBytes(_place, File.ReadAllBytes(ChinookFiles.Find("Chinook_Sqlite.sqlite")));
        }

        OpenPlain();
        if (_database is Database.PostgreSql)
        {
            Run(ChinookFiles.Script());
        }

        return ChinookFiles.Read(_plain, _database);
    }

    private void OpenPlain()
    {
        _plain.Open();
        if (_plain is SqliteConnection sqlite)
        {
            sqlite.CreateFunction("CENTS", (double? money) => money is null ? null : (long?)Math.Round(money.Value * 100), isDeterministic: true);
            sqlite.CreateFunction("YEAR", (string date) => long.Parse(date.AsSpan(0, 4)), isDeterministic: true);
            sqlite.CreateFunction("MONTH", (string date) => long.Parse(date.AsSpan(5, 2)), isDeterministic: true);
        }
        else
        {
            Run($"""
                DROP SCHEMA IF EXISTS {_place} CASCADE;
                CREATE SCHEMA {_place};
                SET search_path = {_place};
                CREATE FUNCTION cents(numeric) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT round($1 * 100)::bigint';
                CREATE FUNCTION year(timestamp) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT extract(year FROM $1)::int';
                CREATE FUNCTION month(timestamp) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT extract(month FROM $1)::int';
                """);
        }
    }

    private void Run(string sql) => Run(_plain, sql);

    private void Enter(DbConnection connection)
    {
        if (_database is Database.PostgreSql)
        {
            Run(connection, $"SET search_path = {_place}");
        }
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static NpgsqlConnection PostgreSqlConnection(string text)
    {
        var url = EngineUrl.Parse(text);
        return new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = url.Host, Port = url.Port ?? 5432, Username = url.User, Password = url.Password, Database = url.Database, Pooling = false,
        }.ConnectionString);
    }
}
