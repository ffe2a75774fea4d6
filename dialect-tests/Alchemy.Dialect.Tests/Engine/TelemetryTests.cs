using System.Diagnostics;

namespace Alchemy.Tests;

/// <summary>What the engine tells of statements on each database, and texts that the program rewrites.</summary>
public sealed class TelemetryTests(Database database) : DatabaseFixture(database)
{
    private const string OwnName = "Alchemy.Tests.Matrix";
    private static readonly ActivitySource Own = new(OwnName);
    private readonly StringWriter _echo = new() { NewLine = "\n" };

    private protected override EngineOptions EngineOptions => new() { Echo = _echo, ShowsValues = true };

    [Test]
    public void A_span_names_the_database_and_its_error()
    {
        var spans = new List<Activity>();
        using var connection = Engine.Connect();
        using (var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is Telemetry.Name or OwnName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        })
        {
            ActivitySource.AddActivityListener(listener);
            using var parent = Own.StartActivity("test")!;
            listener.ActivityStopped = a => spans.AddRange(a.ParentSpanId == parent.SpanId ? [a] : []);
            Insert(connection, "ann");
            Assert.Throws<ConstraintViolationException>(() => Insert(connection, "ann"));
        }

        var (system, code) = Database switch { Database.Sqlite => ("sqlite", "2067"), Database.PostgreSql => ("postgresql", "23505"), _ => (Lane is Database.MySql56 ? "mysql" : "mariadb", "1062") };
        Assert.That(spans.Select(s => (s.DisplayName, s.GetTagItem("db.system.name"), s.GetTagItem("error.type"))), Is.EqualTo(new (string, object?, object?)[] { ("INSERT alchemy_things", system, null), ("INSERT alchemy_things", system, code) }));
        var url = EngineUrl.Parse(Url(Lane));
        Assert.That((spans[0].GetTagItem("server.address"), spans[0].GetTagItem("server.port"), spans[0].GetTagItem("db.namespace")), Is.EqualTo(((object?)url.Host, (object?)url.Port, (object?)(url.Database ?? ":memory:"))));
    }

    [Test]
    public void Rewritten_texts_keep_the_places_of_their_values()
    {
        var tenant = 0;
        Engine.Events.Rewriting += e => e.Text = $"/* tenant {tenant} */ {e.Text}";
        using var connection = Engine.Connect();
        for (var i = 0; i < 8; i++)
        {
            tenant = i % 2;
            connection.Execute(Sql.Insert(Things).Value(Things.Big, (long)i).Value(Things.Name, $"thing {i}").Value(Things.Ratio, i / 2d));
        }

        connection.ExecuteMany(Sql.Insert(Things), Enumerable.Range(8, 30).Select(i => new { Name = $"thing {i}", Big = (long)i, Ratio = i / 2d }));
        var wanted = Sql.Select(Things.Name, Things.Big, Things.Ratio).Where(Things.Big.In(1L, 2L, 20L) & Things.Name != "thing 2" | Things.Big == 7L).OrderBy(Things.Big);
        Assert.That(connection.Execute(wanted).As<(string, long, double)>().ToList(), Is.EqualTo(new[] { ("thing 1", 1L, 0.5), ("thing 7", 7L, 3.5), ("thing 20", 20L, 10d) }));
    }

    [Test]
    public void Parameters_are_shown_in_the_order_of_their_markers()
    {
        using var connection = Engine.Connect();
        Insert(connection, "ann");
        Assert.That(_echo.ToString(), Does.Contain("[name = 'ann']"));
        connection.Execute(Sql.Select(Things.Id).Where(Things.Big.In(1L, 2L) & Things.Name == "bo")).ToList();
        Assert.That(_echo.ToString(), Does.Contain("= 1").And.Contain("= 2").And.Contain("name_1 = 'bo'"));
        var refused = Assert.Throws<ConstraintViolationException>(() => Insert(connection, "ann"));
        Assert.That(refused!.Parameters, Is.EqualTo(new[] { new StatementParameter("name", "ann", true) }));
        Assert.That(refused.Message, Does.Contain("Parameters: name = 'ann'"));
    }

    private void Insert(Connection connection, string name) => connection.Execute(Sql.Insert(Things).Value(Things.Name, name));
}
