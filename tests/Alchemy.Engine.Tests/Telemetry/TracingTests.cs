using System.Diagnostics;

namespace Alchemy.Tests;

/// <summary>Spans of one's own engine: they are told by the parent that the test starts, as other tests may run at the same time.</summary>
public sealed class TracingTests
{
    private const string OwnName = "Alchemy.Tests.Tracing";
    private static readonly ActivitySource Own = new(OwnName);
    private readonly List<Activity> _spans = [];
    private ActivityListener _listener = null!;
    private Activity _parent = null!;

    [SetUp]
    public void Listen()
    {
        _spans.Clear();
        _listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is Telemetry.Name or OwnName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
            {
                if (a.ParentSpanId == _parent.SpanId)
                {
                    _spans.Add(a);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
        _parent = Own.StartActivity("test")!;
    }

    [TearDown]
    public void Stop()
    {
        _parent.Dispose();
        _listener.Dispose();
    }

    [Test]
    public void A_statement_is_a_span_below_the_current_one()
    {
        using var shop = new Shop(new EngineOptions());
        _spans.Clear();
        shop.Add("secret-name");
        var span = _spans.Single();
        Assert.That((span.DisplayName, span.Kind, span.Status), Is.EqualTo(("INSERT things", ActivityKind.Client, ActivityStatusCode.Unset)));
        Assert.That(span.TagObjects.ToDictionary(t => t.Key, t => t.Value), Is.EqualTo(new Dictionary<string, object?>
        {
            ["db.system.name"] = "sqlite", ["db.namespace"] = ":memory:", ["db.operation.name"] = "INSERT", ["db.collection.name"] = "things",
            ["db.query.summary"] = "INSERT things", ["db.query.text"] = "INSERT INTO things (name) VALUES (?)",
        }));
        Assert.That(Activity.Current, Is.SameAs(_parent), "it has ended");
    }

    [Test]
    public void A_failure_is_an_error_with_the_databases_code()
    {
        using var shop = new Shop(new EngineOptions());
        shop.Add("secret-name");
        Assert.Throws<ConstraintViolationException>(() => shop.Add("secret-name"));
        var span = _spans[^1];
        Assert.That(span.Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(span.StatusDescription, Does.Contain("UniqueViolation").And.Not.Contain("secret-name"));
        Assert.That((span.GetTagItem("db.response.status_code"), span.GetTagItem("error.type")), Is.EqualTo(("2067", "2067")));
    }

    [Test]
    public void An_error_of_the_programs_own_is_told_by_its_type()
    {
        using var shop = new Shop(new EngineOptions());
        using var connection = shop.Engine.Connect();
        Assert.Throws<InvalidStatementException>(() => connection.Execute(Sql.Insert(shop.Things).Value(shop.Things.Name, "y").Value(shop.Things.Ratio, double.NaN)));
        Assert.That((_spans[^1].GetTagItem("db.response.status_code"), _spans[^1].GetTagItem("error.type")), Is.EqualTo(((object?)null, "Alchemy.InvalidStatementException")));
    }

    [Test]
    public void Summaries_name_operations_and_tables_and_no_values()
    {
        using var shop = new Shop(new EngineOptions());
        var (things, parts) = (shop.Things, shop.Parts);
        using var connection = shop.Engine.Connect();
        _spans.Clear();
        connection.Execute(Sql.Select(things.Name, parts.Id).SelectFrom(things.Table.Join(parts, things.Id == parts.ThingId))).ToList();
        connection.Execute(Sql.Insert(things).FromSelect([things.Name], Sql.Select(things.Name).Where(things.Id == -1)));
        connection.Execute(Sql.Update(things).Set(things.Big, 1L));
        connection.Execute(Sql.Delete(things));
        connection.ExecuteText("/* why */ -- not\n pragma user_version = 2");
        connection.ExecuteText("PRAGMA user_version = 1");
        using (var transaction = connection.Begin())
        {
            transaction.Commit();
        }

        Assert.That(_spans.Select(s => s.DisplayName), Is.EqualTo(new[] { "SELECT things parts", "INSERT things SELECT things", "UPDATE things", "DELETE things", "PRAGMA", "PRAGMA", "BEGIN", "COMMIT" }));
        Assert.That(_spans[0].GetTagItem("db.collection.name"), Is.Null, "there are two");
    }

    [Test]
    public void The_opening_of_a_connection_is_a_span()
    {
        using var engine = Engine.Create("sqlite://");
        engine.Connect().Dispose();
        Assert.That(_spans.Select(s => s.DisplayName), Is.EqualTo(new[] { "CONNECT" }));
        Assert.That(_spans[0].GetTagItem("db.system.name"), Is.EqualTo("sqlite"));
        _spans.Clear();
        using var nowhere = Engine.Create("sqlite:////nowhere/at/all/x.db");
        Assert.Throws<DisconnectedException>(() => nowhere.Connect());
        Assert.That((_spans.Single().Status, _spans[0].GetTagItem("error.type")), Is.EqualTo((ActivityStatusCode.Error, "14")));
    }

    [Test]
    public async Task Asynchronous_statements_have_the_same_parent()
    {
        using var shop = new Shop(new EngineOptions());
        await using var connection = await shop.Engine.ConnectAsync();
        _spans.Clear();
        foreach (var i in Enumerable.Range(0, 2))
        {
            using var result = await connection.ExecuteAsync(Sql.Select(shop.Things.Id).Where(shop.Things.Id == i));
            await result.ToListAsync();
        }

        Assert.That(_spans.Select(s => s.ParentSpanId), Is.EqualTo(new[] { _parent.SpanId, _parent.SpanId }));
        Assert.That(Activity.Current, Is.SameAs(_parent));
    }
}
