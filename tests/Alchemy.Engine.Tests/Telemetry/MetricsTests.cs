using System.Diagnostics.Metrics;

namespace Alchemy.Tests;

[NonParallelizable]
public sealed class MetricsTests
{
    private readonly List<Measured> _measured = [];
    private MeterListener _listener = null!;

    [SetUp]
    public void Listen()
    {
        _measured.Clear();
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Telemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Keep(i, value, tags));
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Keep(i, value, tags));
        _listener.Start();
    }

    [TearDown]
    public void Stop() => _listener.Dispose();

    [Test]
    public void Statements_are_measured_by_what_they_do()
    {
        using var shop = new Shop(new EngineOptions());
        shop.Add("x");
        Assert.Throws<ConstraintViolationException>(() => shop.Add("x"));
        var durations = _measured.Where(m => m.Name == "db.client.operation.duration" && m.Tag("db.collection.name") is "things").ToList();
        Assert.That(durations.Select(d => d.Unit), Is.All.EqualTo("s"));
        Assert.That(durations.Select(d => d.Value), Is.All.Positive.And.All.LessThan(60));
        Assert.That(durations.Select(d => (d.Tag("db.operation.name"), d.Tag("db.query.summary"), d.Tag("error.type"), d.Tag("db.response.status_code"))), Is.EqualTo(new (object?, object?, object?, object?)[]
        {
            ("INSERT", "INSERT things", null, null), ("INSERT", "INSERT things", "2067", "2067"),
        }));
    }

    [Test]
    public void Durations_have_the_advised_buckets()
    {
        Histogram<double>? duration = null;
        using var listener = new MeterListener { InstrumentPublished = (i, _) => duration = i is Histogram<double> { Name: "db.client.operation.duration" } found && i.Meter.Name == Telemetry.Name ? found : duration };
        using var shop = new Shop(new EngineOptions());
        listener.Start();
        Assert.That(duration!.Advice!.HistogramBucketBoundaries, Is.EqualTo(new[] { 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10 }));
    }

    [Test]
    public void A_pool_tells_how_its_connections_are_used()
    {
        using (var engine = Engine.Create("sqlite://", new EngineOptions { Name = "measured", Pool = new PoolOptions { Timeout = TimeSpan.Zero } }))
        {
            using (engine.Connect())
            {
                Assert.Throws<PoolTimeoutException>(() => engine.Connect());
                Assert.That(Gauges(), Is.EquivalentTo(new (string, object?, double)[] { ("count", "idle", 0), ("count", "used", 1), ("max", null, 1), ("pending_requests", null, 0) }));
            }

            Assert.That(Gauges(), Does.Contain(("count", (object?)"idle", 1d)).And.Contain(("count", (object?)"used", 0d)));
        }

        Assert.That(_measured.Where(m => m.Pool == "measured" && m.Unit is "s").Select(m => m.Name[21..]), Is.EqualTo(new[] { "create_time", "wait_time", "use_time" }));
        Assert.That(_measured.Where(m => m.Pool == "measured" && m.Name == "db.client.connection.timeouts").Sum(m => m.Value), Is.EqualTo(1));
        Assert.That(Gauges(), Is.Empty, "a disposed pool is not measured");
    }

    [Test]
    public void Who_waits_for_a_connection_is_pending()
    {
        using var engine = Engine.Create("sqlite://", new EngineOptions { Name = "waited for" });
        var connection = engine.Connect();
        var waiting = engine.ConnectAsync();
        Assert.That(Gauges("waited for"), Does.Contain(("pending_requests", (object?)null, 1d)));
        connection.Dispose();
        waiting.GetAwaiter().GetResult().Dispose();
        Assert.That(Gauges("waited for"), Does.Contain(("pending_requests", (object?)null, 0d)));
    }

    [Test]
    public void Compiled_and_prepared_statements_are_counted()
    {
        using var shop = new Shop(new EngineOptions());
        _measured.Clear();
        shop.Add("a");
        shop.Add("b");
        Assert.That(_measured.Where(m => m.Name.StartsWith("alchemy.", StringComparison.Ordinal)).Select(m => $"{m.Name} {m.Value}"), Is.EqualTo(new[]
        {
            "alchemy.compile_cache.misses 1", "alchemy.prepared_cache.misses 1", "alchemy.compile_cache.hits 1", "alchemy.prepared_cache.hits 1",
        }));
    }

    private List<(string, object?, double)> Gauges(string pool = "measured")
    {
        var before = _measured.Count;
        _listener.RecordObservableInstruments();
        return [.. _measured.Skip(before).Where(m => m.Pool == pool).Select(m => (m.Name[21..], m.Tag("db.client.connection.state"), m.Value))];
    }

    private void Keep<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) where T : struct
        => _measured.Add(new Measured(instrument.Name, instrument.Unit, Convert.ToDouble(value), tags.ToArray().ToDictionary(t => t.Key, t => t.Value)));

    private sealed record Measured(string Name, string? Unit, double Value, Dictionary<string, object?> Tags)
    {
        public string? Pool => (string?)Tag("db.client.connection.pool.name");

        public object? Tag(string name) => Tags.GetValueOrDefault(name);
    }
}
