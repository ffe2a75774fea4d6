namespace Alchemy.Tests;

/// <summary>Values that go from objects to the driver without being looked at show all the same, where they may.</summary>
public sealed class TelemetryOrmTests(Database database) : ShopFixture(database)
{
    private protected override EngineOptions EngineOptions => new() { Echo = Echo, ShowsValues = true };

    [Test]
    public void The_values_of_objects_are_shown()
    {
        using var session = NewSession();
        session.Add(new Customer { Name = "ann", Country = "NO" });
        session.Commit();
        Assert.That(Echo.ToString(), Does.Contain("'ann'").And.Contain("'NO'"));
    }
}
