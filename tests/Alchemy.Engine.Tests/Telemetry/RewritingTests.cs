namespace Alchemy.Tests;

public sealed class RewritingTests : EngineFixture
{
    [Test]
    public void A_text_is_sent_and_told_as_it_was_rewritten()
    {
        var told = new List<string>();
        Engine.Events.Executing += e => told.Add(e.Text);
        Engine.Events.Rewriting += e => e.Text = $"/* tenant 7 */ {e.Text}";
        using var connection = Engine.Connect();
        Add(connection, "x");
        Assert.That(connection.Execute(Sql.Select(Things.Name).Where(Things.Name == "x")).Scalar<string>(), Is.EqualTo("x"));
        connection.Begin().Rollback();
        var failed = Assert.Throws<ConstraintViolationException>(() => Add(connection, "x"));
        Assert.That(told, Has.Count.EqualTo(5).And.All.StartWith("/* tenant 7 */ "));
        Assert.That(failed!.Statement, Does.StartWith("/* tenant 7 */ INSERT"));
        Assert.That(Echo.ToString(), Does.Contain("/* tenant 7 */ INSERT"));
    }

    [Test]
    public void Handlers_see_what_those_before_them_made_and_can_be_removed()
    {
        var told = new List<string>();
        Engine.Events.Executing += e => told.Add(e.Text);
        void First(RewritingEvent e) => e.Text = "/* 1 */ " + e.Text;
        void Second(RewritingEvent e) => e.Text = "/* 2 */ " + e.Text;
        Engine.Events.Rewriting += First;
        Engine.Events.Rewriting += Second;
        using var connection = Engine.Connect();
        connection.ExecuteText("PRAGMA user_version = 1");
        Engine.Events.Rewriting -= First;
        connection.ExecuteText("PRAGMA user_version = 1");
        Engine.Events.Rewriting -= Second;
        connection.ExecuteText("PRAGMA user_version = 1");
        Assert.That(told, Is.EqualTo(new[] { "/* 2 */ /* 1 */ PRAGMA user_version = 1", "/* 2 */ PRAGMA user_version = 1", "PRAGMA user_version = 1" }));
    }

    [Test]
    public void Each_text_keeps_a_prepared_statement_of_its_own_and_its_values()
    {
        var tenant = 0;
        Engine.Events.Rewriting += e => e.Text = $"/* tenant {tenant} */ {e.Text}";
        using var connection = Engine.Connect();
        for (var i = 0; i < 20; i++)
        {
            tenant = i % 2;
            Add(connection, $"thing {i}", big: i);
        }

        var names = connection.Execute(Sql.Select(Things.Name, Things.Big).OrderBy(Things.Id)).As<(string, long)>().ToList();
        Assert.That(names, Is.EqualTo(Enumerable.Range(0, 20).Select(i => ($"thing {i}", (long)i))));
    }

    [Test]
    public void Texts_without_end_are_not_kept_without_end()
    {
        var sent = 0;
        Engine.Events.Rewriting += e => e.Text = $"/* {sent++} */ {e.Text}";
        using var connection = Engine.Connect();
        var select = Sql.Select(Sql.Value(1L));
        for (var i = 0; i < 3000; i++)
        {
            Assert.That(connection.Execute(select).Scalar<long>(), Is.EqualTo(1));
        }
    }

    [TestCase("SELECT 1")]
    [TestCase("SELECT ?, ?")]
    public void A_text_with_other_parameters_is_refused(string text)
    {
        using var connection = Engine.Connect();
        void Replace(RewritingEvent e) => e.Text = text;
        Engine.Events.Rewriting += Replace;
        var refused = Assert.Throws<InvalidStatementException>(() => connection.Execute(Sql.Select(Sql.Value(1L))));
        Assert.That(refused!.Message, Does.Contain("parameters").And.Contain(text));
        Engine.Events.Rewriting -= Replace;
        Assert.That(connection.Execute(Sql.Select(Sql.Value(1L))).Scalar<long>(), Is.EqualTo(1), "the connection goes on");
    }

    [Test]
    public void A_handler_that_throws_stops_the_statement_before_it_begins()
    {
        using var connection = Engine.Connect();
        var told = 0;
        Engine.Events.Executing += _ => told++;
        Engine.Events.Failed += _ => told++;
        void Veto(RewritingEvent e) => throw new InvalidTimeZoneException();
        Engine.Events.Rewriting += Veto;
        Assert.Throws<InvalidTimeZoneException>(() => Add(connection, "x"));
        Assert.Throws<InvalidTimeZoneException>(() => connection.Begin());
        Engine.Events.Rewriting -= Veto;
        Assert.That(told, Is.Zero);
        Add(connection, "y");
        Assert.That(connection.Execute(Sql.Select(Things.Name)).Scalar<string>(), Is.EqualTo("y"));
    }

    [Test]
    public void A_pass_changes_the_statement_and_then_a_handler_its_text()
    {
        using var engine = Engine.Create("sqlite://", new EngineOptions { Passes = [e => e is Select select ? select.Limit(1) : e] });
        var told = "";
        engine.Events.Rewriting += e => e.Text += " /* after */";
        engine.Events.Executing += e => told = e.Text;
        using var connection = engine.Connect();
        connection.Execute(Sql.Select(Sql.Value(1L))).ToList();
        Assert.That(told, Does.Contain("LIMIT").And.EndWith(" /* after */"));
    }
}
