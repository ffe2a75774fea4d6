using Microsoft.Data.Sqlite;

namespace Alchemy.Tests;

/// <summary>Many users of one pool, of whom some give up, fail and break what they have.</summary>
public sealed class PoolStressTests
{
    private const int Users = 24;
    private const int Rounds = 150;

    [TestCase(1, 0)]
    [TestCase(3, 0)]
    [TestCase(2, 3)]
    public async Task No_place_is_lost_and_none_is_given_twice(int size, int overflow)
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var (open, most, broken) = (0, 0, 0);
        using var engine = Engine.FromFactory(
            "sqlite", () => new SqliteConnection(Interlocked.Increment(ref broken) % 7 == 5 ? "Data Source=/nowhere/at/all.db;Pooling=False" : "Data Source=file:stress?mode=memory&cache=shared;Pooling=False"),
            new EngineOptions { Pool = new PoolOptions { Size = size, Overflow = overflow, Timeout = TimeSpan.FromSeconds(20) } });
        var thrower = new Random(seed);
        engine.Events.Connected += _ =>
        {
            var now = Interlocked.Increment(ref open);
            InterlockedMost(ref most, now);
        };
        engine.Events.Closed += _ => Interlocked.Decrement(ref open);
        engine.Events.CheckedOut += _ => ThrowAtTimes();
        engine.Events.CheckedIn += _ => ThrowAtTimes();
        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => Task.Run(() => UseAsync(engine, new Random(seed + user)))));

        var status = engine.Pool.Status();
        Assert.That((status.InUse, status.Waiting, status.Open), Is.EqualTo((0, 0, status.Free)), "all came back");
        Assert.That(status.Free, Is.LessThanOrEqualTo(size));
        Assert.That(most, Is.LessThanOrEqualTo(size + overflow));
        Assert.That(open, Is.EqualTo(status.Open));

        void ThrowAtTimes()
        {
            lock (thrower)
            {
                if (thrower.Next(50) == 0)
                {
                    throw new InvalidOperationException("a handler's own");
                }
            }
        }
    }

    private static async Task UseAsync(Engine engine, Random random)
    {
        for (var i = 0; i < Rounds; i++)
        {
            using var patience = new CancellationTokenSource();
            if (random.Next(4) == 0)
            {
                patience.CancelAfter(TimeSpan.FromMilliseconds(random.Next(3)));
            }

            try
            {
                using var connection = random.Next(3) == 0 ? engine.Connect() : await engine.ConnectAsync(patience.Token);
                Assert.That(connection.Execute(Sql.Select(Sql.Value(i))).Scalar<int>(), Is.EqualTo(i));
                await Break(engine, connection, random.Next(12));
            }
            catch (Exception expected) when (expected is OperationCanceledException or DisconnectedException or InvalidOperationException { Message: "a handler's own" })
            {
                // These are what was provoked.
            }
        }
    }

    private static async Task Break(Engine engine, Connection connection, int how)
    {
        switch (how)
        {
            case 0: connection.Invalidate(); break;
            case 1: engine.Pool.Clear(); break;
            case 2: await connection.BeginAsync(); break;
            case 3: await Task.Yield(); break;
            default: break;
        }
    }

    private static void InterlockedMost(ref int most, int now)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < now && Interlocked.CompareExchange(ref most, now, seen) != seen)
        {
        }
    }
}
