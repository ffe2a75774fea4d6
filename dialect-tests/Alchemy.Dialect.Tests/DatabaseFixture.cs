namespace Alchemy.Tests;

/// <summary>The databases of the matrix.</summary>
public enum Database
{
    /// <summary>In memory.</summary>
    Sqlite,

    /// <summary>The server named by ALCHEMY_POSTGRESQL_URL.</summary>
    PostgreSql,

    /// <summary>The server named by ALCHEMY_MARIADB_URL.</summary>
    MariaDb,
}

/// <summary>Runs the same tests on each database. Without a server its tests are skipped; with CI set they fail.</summary>
[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql)]
[TestFixture(Database.MariaDb)]
public abstract class DatabaseFixture(Database database)
{
    private AbsentDatabases? _absent;

    private protected Database Database { get; } = database;

    internal Database On => Database;

    internal DialectFeatures Features => Engine.Dialect.Features;

    private protected Engine Engine { get; private set; } = null!;

    private protected virtual EngineOptions EngineOptions => new();

    private protected Things Things { get; private set; } = null!;

    [SetUp]
    public void OpenDatabase() => Open();

    [TearDown]
    public void CloseDatabase()
    {
        Close();
        _absent?.AssertNone();
    }

    /// <summary>Before each test: an engine of its own, with an empty table of every type.</summary>
    private protected virtual void Open()
    {
        CreateEngine();
        var metadata = new MetaData();
        Things = new Things(metadata);
        using (var connection = Engine.Connect())
        {
            foreach (var text in Engine.Dialect.Ddl.DropAll(metadata))
            {
                connection.ExecuteText(text);
            }
        }

        Engine.CreateAll(metadata);
    }

    private protected virtual void Close() => Engine?.Dispose();

    private protected void CreateEngine()
    {
        Engine = Engine.Create(Url(Database), EngineOptions);
        _absent = Database is Database.Sqlite ? new AbsentDatabases(Engine) : null;
    }

    internal static string Url(Database database) => database switch
    {
        Database.Sqlite => "sqlite://",
        Database.PostgreSql => Server("PostgreSQL", "ALCHEMY_POSTGRESQL_URL"),
        Database.MariaDb => Server("MariaDB", "ALCHEMY_MARIADB_URL"),
    };

    internal static string Server(string title, string variable)
    {
        var url = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(url) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Ignore($"No {title}: start it with ./tools/databases up");
        }

        return url ?? throw new InvalidOperationException($"{variable} is not set: start {title} with ./tools/databases up");
    }
}
