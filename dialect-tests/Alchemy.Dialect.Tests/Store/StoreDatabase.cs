using System.Data.Common;
using System.Text.RegularExpressions;
using Alchemy.Tests;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Alchemy.StoreTests;

/// <summary>Where the shop's rows come from.</summary>
public enum StoreSource
{
    /// <summary>Generated, on SQLite.</summary>
    GeneratedSqlite,

    /// <summary>Generated, on PostgreSQL.</summary>
    GeneratedPostgreSql,

    /// <summary>The Chinook file of SQLite.</summary>
    ChinookSqlite,

    /// <summary>The Chinook script of PostgreSQL.</summary>
    ChinookPostgreSql,
}

/// <summary>One shop, opened once a run: its engine, its rows in memory, and a raw connection for hand-written SQL.</summary>
internal sealed partial class StoreDatabase : IDisposable
{
    private readonly string? _file;
    private readonly string? _database;

    private StoreDatabase(StoreSource source)
    {
        Source = source;
        IsSqlite = source is StoreSource.GeneratedSqlite or StoreSource.ChinookSqlite;
        _file = IsSqlite ? Path.Combine(Path.GetTempPath(), $"alchemy-store-{Guid.NewGuid():N}.db") : null;
        _database = IsSqlite ? null : $"store_{Guid.NewGuid():N}";
        if (_database is not null)
        {
            OnServer($"CREATE DATABASE {_database}");
        }

        Engine = Engine.Create(IsSqlite ? $"sqlite:///{_file}" : OwnUrl());
        Raw = IsSqlite ? new SqliteConnection($"Data Source={_file};Pooling=False") : new NpgsqlConnection(NpgsqlText(OwnUrl()));
        Fill();
        using var db = NewContext();
        Data = StoreData.Read(db);
    }

    public StoreSource Source { get; }

    public bool IsSqlite { get; }

    public Engine Engine { get; }

    public DbConnection Raw { get; }

    public StoreData Data { get; }

    /// <summary>Where Chinook is looked for.</summary>
    public static string ChinookFolder => Environment.GetEnvironmentVariable("ALCHEMY_CHINOOK") ?? Path.GetFullPath(Path.Combine(Root(), "../shared/data/chinook"));

    public static StoreDatabase Open(StoreSource source)
    {
        if (source is StoreSource.ChinookSqlite or StoreSource.ChinookPostgreSql && !Directory.Exists(ChinookFolder))
        {
            Assert.Ignore($"The Chinook database is not at {ChinookFolder}: set ALCHEMY_CHINOOK to the folder that holds Chinook_Sqlite.sqlite and Chinook_PostgreSql.sql.");
        }

        return new StoreDatabase(source);
    }

    public StoreContext NewContext() => Source is StoreSource.ChinookSqlite ? new PascalStoreContext(Engine) : new SnakeStoreContext(Engine);

    /// <summary>The rows of hand-written SQL, each as its values. Names stand in snake case; the SQLite file has none of the underscores.</summary>
    public List<object?[]> Ask(string sql)
    {
        using var command = Raw.CreateCommand();
        command.CommandText = DatePart().Replace(Source is StoreSource.ChinookSqlite ? Underscore().Replace(sql, "") : sql, m => IsSqlite
            ? $"CAST(strftime('{(m.Groups[1].Value is "YEAR" ? "%Y" : "%m")}', {m.Groups[2].Value}) AS INTEGER)"
            : $"CAST(EXTRACT({m.Groups[1].Value} FROM {m.Groups[2].Value}) AS INTEGER)");
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(v => v is DBNull ? null : v)]);
        }

        return rows;
    }

    public void Dispose()
    {
        Engine.Dispose();
        Raw.Dispose();
        if (_file is not null)
        {
            File.Delete(_file);
        }

        if (_database is not null)
        {
            OnServer($"DROP DATABASE {_database} WITH (FORCE)");
        }
    }

    private string OwnUrl() => new UriBuilder(DatabaseFixture.Url(Database.PostgreSql)) { Path = _database }.Uri.ToString();

    private static void OnServer(string sql)
    {
        using var server = new NpgsqlConnection(NpgsqlText(DatabaseFixture.Url(Database.PostgreSql)));
        server.Open();
        Execute(server, sql);
    }

    private void Fill()
    {
        if (Source is StoreSource.ChinookSqlite)
        {
            File.Copy(Path.Combine(ChinookFolder, "Chinook_Sqlite.sqlite"), _file!);
            File.SetAttributes(_file!, FileAttributes.Normal);
        }

        Raw.Open();
        switch (Source)
        {
            case StoreSource.ChinookPostgreSql:
                Execute(Raw, Script().Replace(File.ReadAllText(Path.Combine(ChinookFolder, "Chinook_PostgreSql.sql")), ""));
                break;
            case StoreSource.GeneratedSqlite or StoreSource.GeneratedPostgreSql:
                SaveGenerated();
                break;
        }
    }

    private void SaveGenerated()
    {
        using var db = NewContext();
        Engine.CreateAll(db.Model.MetaData);
        foreach (var row in StoreGenerator.Make())
        {
            db.Session.Add(row);
        }

        db.SaveChanges();
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string NpgsqlText(string url)
    {
        var (address, user) = (new Uri(url), new Uri(url).UserInfo.Split(':'));
        return new NpgsqlConnectionStringBuilder { Host = address.Host, Port = address.Port, Username = user[0], Password = user[1], Database = address.AbsolutePath[1..], Pooling = false }.ConnectionString;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alchemy.Linq.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found above the test assembly.");
    }

    [GeneratedRegex(@"\b(YEAR|MONTH)\((\S+?)\)")]
    private static partial Regex DatePart();

    // Of names only: functions stand in capitals.
    [GeneratedRegex("(?<=[a-z])_(?=[a-z])")]
    private static partial Regex Underscore();

    // The script makes a database of its own and changes to it by a command of psql.
    [GeneratedRegex(@"^(DROP DATABASE|CREATE DATABASE|\\c).*$", RegexOptions.Multiline)]
    private static partial Regex Script();
}
