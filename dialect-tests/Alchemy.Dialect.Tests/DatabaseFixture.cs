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

    /// <summary>Only where there is one: the server named by ALCHEMY_POSTGRESQL18_URL.</summary>
    PostgreSql18,

    /// <summary>Only where there is one: the server named by ALCHEMY_MYSQL56_URL.</summary>
    MySql56,
}

/// <summary>Runs the same tests on each database. Without a server its tests are skipped; with CI set they fail.</summary>
[TestFixtureSource(typeof(Lanes), nameof(Lanes.All))]
public abstract class DatabaseFixture(Database lane)
{
    private AbsentDatabases? _absent;

    /// <summary>The database itself.</summary>
    internal Database Lane { get; } = lane;

    /// <summary>The database, or the one that it is another version or the ancestor of: what holds of that holds here.</summary>
    private protected Database Database { get; } = Lanes.Family(lane);

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
        Lanes.AcceptRefusal(Lane);
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
        Engine = Engine.Create(Url(Lane), EngineOptions);
        _absent = Database is Database.Sqlite ? new AbsentDatabases(Engine) : null;
    }

    internal static string Url(Database lane) => lane is Database.Sqlite ? "sqlite://" : Server(Lanes.Title(lane), Lanes.Variable(lane));

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
