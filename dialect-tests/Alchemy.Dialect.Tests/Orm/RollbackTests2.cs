namespace Alchemy.Tests;

/// <summary>Random sequences of edits, flushes, savepoints and rollbacks, against a plain model of what memory and database must be.</summary>
public sealed class RollbackTests2(Database database) : ShopFixture(database)
{
    private const int Sequences = 200;
    private const int Steps = 25;

    [Test]
    public void Random_sequences_agree_with_the_model()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        for (var i = 0; i < Sequences; i++)
        {
            Run(unchecked(seed + i));
        }
    }

    private void Run(int seed)
    {
        Empty();
        using var session = NewSession(new SessionOptions { Autoflush = false });
        var world = new RollbackWorld(session, Model, new Random(seed));
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                world.Step();
                world.Check();
            }
        }
        catch (Exception error)
        {
            throw new AssertionException($"seed {seed}: {string.Join("; ", world.Log)}\n{error.Message}", error);
        }
    }

    private void Empty()
    {
        using var connection = Engine.Connect();
        foreach (var text in new[] { "DELETE FROM shop_lines", "DELETE FROM shop_orders", "DELETE FROM shop_customers" })
        {
            connection.ExecuteText(text);
        }
    }
}
