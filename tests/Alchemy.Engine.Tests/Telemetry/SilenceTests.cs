using Microsoft.Extensions.Logging;

namespace Alchemy.Tests;

/// <summary>Nobody who does not listen pays for those who might.</summary>
[NonParallelizable]
public sealed class SilenceTests
{
    [Test]
    public void Nothing_is_allocated_for_those_who_do_not_listen()
    {
        using var log = new RecordedLog(LogLevel.None);
        using var plain = new Shop(new EngineOptions());
        using var deaf = new Shop(new EngineOptions { LoggerFactory = log, SlowStatement = TimeSpan.Zero });
        void Once(object e)
        {
        }

        deaf.Engine.Events.Executed += Once;
        deaf.Engine.Events.Executing += Once;
        deaf.Engine.Events.Rewriting += Once;
        var heard = Allocated(deaf);
        deaf.Engine.Events.Executed -= Once;
        deaf.Engine.Events.Executing -= Once;
        deaf.Engine.Events.Rewriting -= Once;
        var (without, with) = (Allocated(plain), Allocated(deaf));
        Assert.That(with, Is.EqualTo(without));
        Assert.That(heard, Is.GreaterThan(without), "what is measured is measured");
    }

    // Bytes that a number of executions take, the same each time: the least of several tries, as the runtime compiles in between.
    private static long Allocated(Shop shop)
    {
        using var connection = shop.Engine.Connect();
        var select = Sql.Select(shop.Things.Id).Where(shop.Things.Id == -1);
        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var j = 0; j < 50; j++)
            {
                connection.Execute(select).ToList();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
