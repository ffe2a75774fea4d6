using Microsoft.Data.Sqlite;

namespace Alchemy.Tests;

/// <summary>The pool over files of its own.</summary>
public sealed class PoolTests
{
    private readonly List<string> _told = [];
    private string _file = null!;

    [SetUp]
    public void MakeFile()
    {
        _told.Clear();
        _file = Path.Combine(Path.GetTempPath(), $"alchemy-{Guid.NewGuid():N}.db");
    }

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public void Connections_beyond_the_size_are_closed_when_they_come_back()
    {
        using var engine = Create(new PoolOptions { Size = 1, Overflow = 1, Timeout = TimeSpan.Zero });
        using (engine.Connect())
        using (engine.Connect())
        {
            var full = engine.Pool.Status();
            Assert.That((full.Size, full.Open, full.InUse, full.Free, full.Overflow), Is.EqualTo((1, 2, 2, 0, 1)));
            Assert.Throws<PoolTimeoutException>(() => engine.Connect());
        }

        var status = engine.Pool.Status();
        Assert.That((status.Open, status.Free, status.InUse, status.Overflow), Is.EqualTo((1, 1, 0, 0)));
        Assert.That(_told, Is.EqualTo(new[] { "open", "open", "close" }));
    }

    [Test]
    public void Who_waits_too_long_hears_who_holds_what()
    {
        var clock = new Clock();
        using var engine = Create(new PoolOptions { Size = 2, Timeout = TimeSpan.Zero, Clock = clock, TracksCallers = true });
        using var first = engine.Connect();
        first.ExecuteText("SELECT 7");
        clock.Now += TimeSpan.FromSeconds(12.3);
        using var second = engine.Connect();
        var error = Assert.Throws<PoolTimeoutException>(() => engine.Connect())!;
        Assert.That(error.Message, Does.Contain("Connection 1 held for 12.3 s since PoolTests.Who_waits_too_long_hears_who_holds_what (last statement: SELECT 7)."));
        Assert.That(error.Message, Does.Contain("Connection 2 held for 0.0 s since PoolTests.Who_waits_too_long_hears_who_holds_what (no statement yet)."));
        Assert.That(error.Pool.Leases[0].Stack, Does.Contain(nameof(Who_waits_too_long_hears_who_holds_what)));
    }

    [Test]
    public async Task Who_comes_first_is_served_first()
    {
        using var engine = Create(new PoolOptions { Size = 1 });
        var held = engine.Connect();
        using var given = new CancellationTokenSource();
        var leaves = engine.ConnectAsync(given.Token);
        var order = new List<int>();
        var all = Enumerable.Range(0, 5).Select(i => WaitAsync(i)).ToList();
        Assert.That(engine.Pool.Status().Waiting, Is.EqualTo(6));
        await given.CancelAsync();
        Assert.That(async () => await leaves, Throws.InstanceOf<OperationCanceledException>());
        await held.DisposeAsync();
        await Task.WhenAll(all);
        Assert.That(order, Is.EqualTo(new[] { 0, 1, 2, 3, 4 }));
        Assert.That(_told, Is.EqualTo(new[] { "open" }));

        async Task WaitAsync(int i)
        {
            await using var connection = await engine.ConnectAsync();
            order.Add(i);
        }
    }

    [Test]
    public void An_old_connection_is_replaced()
    {
        var clock = new Clock();
        using var engine = Create(new PoolOptions { Recycle = TimeSpan.FromMinutes(5), Clock = clock });
        engine.Connect().Dispose();
        clock.Now += TimeSpan.FromMinutes(4);
        engine.Connect().Dispose();
        clock.Now += TimeSpan.FromMinutes(1);
        engine.Connect().Dispose();
        Assert.That(_told, Is.EqualTo(new[] { "open", "close", "open" }));
    }

    [Test]
    public void The_order_of_the_free_ones_can_be_chosen([Values] PoolOrder order)
    {
        using var engine = Create(new PoolOptions { Order = order });
        var (first, second) = (engine.Connect(), engine.Connect());
        first.Dispose();
        second.Dispose();
        using var next = engine.Connect();
        Assert.That(engine.Pool.Status().Leases.Single().Connection, Is.EqualTo(order is PoolOrder.FirstInFirstOut ? 1 : 2));
    }

    [Test]
    public void What_is_cleared_is_closed_now_or_when_it_comes_back()
    {
        using var engine = Create(new PoolOptions());
        var used = engine.Connect();
        engine.Connect().Dispose();
        engine.Pool.Clear();
        Assert.That((engine.Pool.Status().Open, engine.Pool.Status().InUse), Is.EqualTo((1, 1)));
        Assert.That(used.Execute(Sql.Select(Sql.Value(1))).Scalar<int>(), Is.EqualTo(1), "who has one goes on");
        used.Dispose();
        Assert.That(engine.Pool.Status().Open, Is.Zero);
        engine.Connect().Dispose();
        Assert.That(_told, Is.EqualTo(new[] { "open", "open", "close", "close", "open" }));
    }

    [Test]
    public void An_invalidated_connection_is_not_used_again()
    {
        using var engine = Create(new PoolOptions());
        using (var setup = engine.Connect())
        {
            setup.ExecuteText("CREATE TABLE t (x INTEGER)");
        }

        using (var connection = engine.Connect())
        {
            var transaction = connection.Begin();
            connection.ExecuteText("INSERT INTO t VALUES (1)");
            connection.Invalidate();
            Assert.That(Assert.Throws<ConnectionStateException>(() => connection.ExecuteText("INSERT INTO t VALUES (2)"))!.Message, Does.Contain("Rollback()"));
            transaction.Rollback();
            Assert.That(Assert.Throws<ConnectionStateException>(() => connection.ExecuteText("INSERT INTO t VALUES (2)"))!.Message, Does.Contain("engine.Connect()"));
            Assert.Throws<ConnectionStateException>(() => connection.Begin());
        }

        using var next = engine.Connect();
        Assert.That(next.Execute(Sql.Select(Sql.Text<long>("(SELECT count(*) FROM t)"))).Scalar<long>(), Is.Zero);
        Assert.That(_told, Is.EqualTo(new[] { "open", "lost", "close", "open" }));
    }

    [TestCase(PoolReset.Rollback, 0)]
    [TestCase(PoolReset.Full, 0)]
    [TestCase(PoolReset.None, 1)]
    public void What_a_text_began_is_rolled_back_unless_nothing_is_reset(PoolReset reset, int rows)
    {
        using var engine = Create(new PoolOptions { Reset = reset });
        using (var connection = engine.Connect())
        {
            connection.ExecuteText("CREATE TABLE t (x INTEGER)");
            connection.ExecuteText("BEGIN");
            connection.ExecuteText("INSERT INTO t VALUES (1)");
        }

        using (var connection = engine.Connect())
        {
            Assert.That(connection.Execute(Sql.Select(Sql.Text<long>("(SELECT count(*) FROM t)"))).Scalar<long>(), Is.EqualTo(rows));
            if (rows > 0)
            {
                connection.ExecuteText("ROLLBACK");
            }

            connection.Begin();
            connection.ExecuteText("INSERT INTO t VALUES (2)");
        }

        using var next = engine.Connect();
        Assert.That(next.Execute(Sql.Select(Sql.Text<long>("(SELECT count(*) FROM t)"))).Scalar<long>(), Is.Zero, "a transaction of the engine's is always rolled back");
    }

    [Test]
    public void With_the_providers_pooling_nothing_is_held()
    {
        using var engine = Create(new PoolOptions { KeepsProviderPooling = true });
        using (var connection = engine.Connect())
        {
            Assert.That(new SqliteConnectionStringBuilder(((Drivers.DriverConnection)typeof(Connection).GetField("_connection", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(connection)!).Ado.ConnectionString).Pooling, Is.True);
        }

        Assert.That(engine.Pool.Status().Open, Is.Zero);
        SqliteConnection.ClearAllPools();
    }

    [Test]
    public async Task Who_waits_is_told_when_the_engine_ends()
    {
        var engine = Create(new PoolOptions { Size = 1 });
        var held = engine.Connect();
        var waiting = engine.ConnectAsync();
        engine.Dispose();
        Assert.That(async () => await waiting, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(held.Execute(Sql.Select(Sql.Value(1))).Scalar<int>(), Is.EqualTo(1));
        await held.DisposeAsync();
        Assert.That(_told, Is.EqualTo(new[] { "open", "close" }));
        Assert.Throws<ObjectDisposedException>(() => engine.Connect());
    }

    [Test]
    public void Nothing_stays_behind()
    {
        var before = Files();
        using (var engine = Create(new PoolOptions { Size = 3 }))
        {
            for (var i = 0; i < 10_000; i++)
            {
                using var connection = engine.Connect();
                switch (i % 4)
                {
                    case 0: Assert.Catch<DatabaseException>(() => connection.ExecuteText("SELECT nothing")); break;
                    case 1 when i % 100 == 1: connection.Invalidate(); break;
                    case 2: connection.Begin(); break;
                    default: connection.Execute(Sql.Select(Sql.Value(1))); break;
                }
            }

            Assert.That(engine.Pool.Status().Open, Is.LessThanOrEqualTo(1));
            Assert.That(Files(), Is.LessThanOrEqualTo(before + 1));
        }

        Assert.That(Files(), Is.EqualTo(before));
    }

    private int Files() => Directory.Exists("/proc/self/fd") ? new DirectoryInfo("/proc/self/fd").GetFiles().Count(f => f.LinkTarget?.StartsWith(_file, StringComparison.Ordinal) ?? false) : 0;

    private Engine Create(PoolOptions pool)
    {
        var engine = Engine.Create($"sqlite:///{Uri.EscapeDataString(_file)}", new EngineOptions { Pool = pool });
        engine.Events.Connected += _ => _told.Add("open");
        engine.Events.Invalidated += _ => _told.Add("lost");
        engine.Events.Closed += _ => _told.Add("close");
        return engine;
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
