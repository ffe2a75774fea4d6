namespace Alchemy.Tests;

/// <summary>What a handler makes of an error; the pool has one connection only, so that a lost one is seen at once.</summary>
public sealed class FailingTests : EngineFixture
{
    [Test]
    public void The_caller_and_all_that_listen_get_what_a_handler_puts_in_place_of_an_error()
    {
        Exception? told = null;
        Engine.Events.Failed += e => told = e.Error;
        Engine.Events.Failing += e => e.Error = e.Error is ConstraintViolationException { Columns: ["name"] } taken ? new NameTakenException(taken) : e.Error;
        using var connection = Engine.Connect();
        Add(connection, "x");
        var thrown = Assert.Throws<NameTakenException>(() => Add(connection, "x"));
        Assert.That(told, Is.SameAs(thrown));
        Assert.That(thrown!.InnerException, Is.TypeOf<ConstraintViolationException>());
        Assert.Throws<ConstraintViolationException>(() => Add(connection, "y", big: -11), "another error stays");
    }

    [Test]
    public void Errors_of_the_programs_own_and_of_reading_can_be_replaced_too()
    {
        Engine.Events.Failing += e => e.Error = new NameTakenException(e.Error);
        using var connection = Engine.Connect();
        Assert.That(Assert.Throws<NameTakenException>(() => connection.Execute(Sql.Insert(Things).Value(Things.Name, "y").Value(Things.Ratio, double.NaN)))!.InnerException, Is.TypeOf<InvalidStatementException>());
        Add(connection, "fine", big: 1);
        Add(connection, "overflows", big: long.MaxValue);
        using var result = connection.Execute(Sql.Select(Func.Call<long>("abs", -Things.Big - 1L)).OrderBy(Things.Id));
        result.Read();
        Assert.Throws<NameTakenException>(() => result.Read());
    }

    [Test]
    public void A_handler_may_tell_that_the_connection_is_lost()
    {
        var (closed, invalidated) = (0, 0);
        using var engine = Engine.Create("sqlite://");
        engine.Events.Closed += _ => closed++;
        engine.Events.Invalidated += _ => invalidated++;
        engine.Events.Failing += e => e.IsDisconnect = e.Error.Message.Contains("nowhere");
        using (var connection = engine.Connect())
        {
            connection.ExecuteText("CREATE TABLE kept (a INTEGER)");
            var transaction = connection.Begin();
            Assert.Throws<StatementException>(() => connection.ExecuteText("DELETE FROM nowhere"));
            Assert.That(Assert.Throws<ConnectionStateException>(() => connection.ExecuteText("DELETE FROM kept"))!.Message, Does.Contain("Rollback()"));
            transaction.Rollback();
        }

        Assert.That((closed, invalidated), Is.EqualTo((1, 1)));
        using var next = engine.Connect();
        Assert.That(Assert.Throws<StatementException>(() => next.ExecuteText("DELETE FROM kept"))!.Kind, Is.EqualTo(DatabaseErrorKind.MissingTable), "it is another database in memory");
    }

    [Test]
    public void A_handler_sees_the_error_as_it_came()
    {
        Exception? original = null;
        Engine.Events.Failing += e => original = e.Original;
        using var connection = Engine.Connect();
        Add(connection, "x");
        var thrown = Assert.Throws<ConstraintViolationException>(() => Add(connection, "x"));
        Assert.That(original, Is.TypeOf<Microsoft.Data.Sqlite.SqliteException>().And.SameAs(thrown!.Original).And.SameAs(thrown.InnerException));
    }

    [Test]
    public void A_handler_that_throws_replaces_the_error_and_the_connection_goes_on()
    {
        using var connection = Engine.Connect();
        Exception? told = null;
        Engine.Events.Failed += e => told = e.Error;
        void Veto(FailingEvent e) => throw new InvalidTimeZoneException();
        Add(connection, "x");
        Engine.Events.Failing += Veto;
        Assert.Throws<InvalidTimeZoneException>(() => Add(connection, "x"));
        Engine.Events.Failing -= Veto;
        Assert.That(told, Is.TypeOf<ConstraintViolationException>());
        Assert.Throws<ConstraintViolationException>(() => Add(connection, "x"));
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>(), Is.EqualTo(1));
    }

    [Test]
    public void Who_hears_that_a_connection_was_closed_and_throws_keeps_no_other_open()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{nameof(FailingTests)}-{Guid.NewGuid():N}.db");
        try
        {
            var engine = Engine.Create($"sqlite:///{path}");
            var open = new List<System.Data.Common.DbConnection>();
            engine.Events.Connected += e => open.Add(e.Connection.Ado);
            engine.Events.Closed += _ => throw new InvalidTimeZoneException();
            using (engine.Connect())
            {
                engine.Connect().Dispose();
            }

            Assert.Throws<InvalidTimeZoneException>(engine.Dispose);
            Assert.That(open.Select(o => o.State), Is.EqualTo(new[] { System.Data.ConnectionState.Closed, System.Data.ConnectionState.Closed }));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class NameTakenException(Exception inner) : Exception("The name is taken.", inner);
}
