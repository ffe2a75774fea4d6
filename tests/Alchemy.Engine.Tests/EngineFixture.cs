namespace Alchemy.Tests;

/// <summary>An in-memory database of its own for each test.</summary>
public abstract class EngineFixture
{
    private protected Engine Engine { get; private set; } = null!;

    private protected Things Things { get; private set; } = null!;

    private protected Parts Parts { get; private set; } = null!;

    private protected StringWriter Echo { get; private set; } = null!;

    [SetUp]
    public void OpenDatabase()
    {
        var metadata = new MetaData();
        (Things, Parts, Echo) = (new Things(metadata), new Parts(metadata), new StringWriter());
        Engine = Engine.Create("sqlite://", new EngineOptions { Echo = Echo, Pool = new PoolOptions { Timeout = TimeSpan.FromMilliseconds(50) } });
        Engine.CreateAll(metadata);
    }

    [TearDown]
    public void CloseDatabase()
    {
        Engine.Dispose();
        Echo.Dispose();
    }

    private protected int Add(Connection connection, string name, decimal? price = null, long? big = null, DateTimeOffset? instant = null)
        => (int)connection.Execute(Sql.Insert(Things).Value(Things.Name, name).Value(Things.Price, price).Value(Things.Big, big).Value(Things.Instant, instant)).InsertedKey!.Value;
}
