namespace Alchemy.Tests;

/// <summary>The databases of the matrix.</summary>
public enum Database
{
    /// <summary>In memory.</summary>
    Sqlite,

    /// <summary>The server named by ALCHEMY_POSTGRESQL_URL.</summary>
    PostgreSql,
}

/// <summary>Runs the same tests on each database. Without a server its tests are skipped; with CI set they fail.</summary>
[TestFixture(Database.Sqlite)]
[TestFixture(Database.PostgreSql)]
public abstract class DatabaseFixture(Database database)
{
    private protected Database Database { get; } = database;

    private protected Engine Engine { get; private set; } = null!;

    private protected virtual EngineOptions EngineOptions => new();

    private protected Things Things { get; private set; } = null!;

    [SetUp]
    public void OpenDatabase()
    {
        Engine = Engine.Create(Url(Database), EngineOptions);
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

    [TearDown]
    public void CloseDatabase() => Engine?.Dispose();

    internal static string Url(Database database)
    {
        if (database is Database.Sqlite)
        {
            return "sqlite://";
        }

        var url = Environment.GetEnvironmentVariable("ALCHEMY_POSTGRESQL_URL");
        if (string.IsNullOrEmpty(url) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Assert.Ignore("No PostgreSQL: start it with ./tools/databases up");
        }

        return url ?? throw new InvalidOperationException("ALCHEMY_POSTGRESQL_URL is not set: start PostgreSQL with ./tools/databases up");
    }
}
