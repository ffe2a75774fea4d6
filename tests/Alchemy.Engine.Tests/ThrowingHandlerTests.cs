namespace Alchemy.Tests;

/// <summary>A handler's exception reaches the caller; the pool has one connection only, so that a lost one is seen at once.</summary>
public sealed class ThrowingHandlerTests : EngineFixture
{
    [Test]
    public void An_executing_handler_stops_the_statement_and_the_connection_goes_on()
    {
        using var connection = Engine.Connect();
        Exception? told = null;
        Engine.Events.Failed += e => told = e.Error;
        void Veto(ExecutingEvent statement) => throw new VetoException();
        Engine.Events.Executing += Veto;
        var thrown = Assert.Throws<VetoException>(() => Add(connection, "stopped"));
        Assert.That(told, Is.SameAs(thrown));
        Assert.Throws<VetoException>(() => connection.Execute(Sql.Select(Things.Id)));
        Assert.Throws<VetoException>(() => connection.ExecuteText("DELETE FROM things"));
        Engine.Events.Executing -= Veto;
        Assert.That(Count(connection), Is.Zero);
    }

    [Test]
    public void An_executed_handler_comes_too_late_and_leaves_no_result_open()
    {
        using var connection = Engine.Connect();
        void Veto(ExecutedEvent statement) => throw new VetoException();
        Engine.Events.Executed += Veto;
        Assert.Throws<VetoException>(() => Add(connection, "done"));
        Assert.Throws<VetoException>(() => connection.Execute(Sql.Insert(Things).Value(Things.Name, "returned").Returning(Things.Id)));
        Engine.Events.Executed -= Veto;
        Assert.That(Count(connection), Is.EqualTo(2));
        using var transaction = connection.Begin();
        transaction.Commit();
    }

    [Test]
    public void A_failed_handler_replaces_the_error_and_the_connection_goes_on()
    {
        using var connection = Engine.Connect();
        Add(connection, "x");
        Engine.Events.Failed += _ => throw new VetoException();
        Assert.Throws<VetoException>(() => Add(connection, "x"));
        Assert.That(Count(connection), Is.EqualTo(1));
    }

    [TestCase("BEGIN")]
    [TestCase("began")]
    public void Nobody_is_left_in_a_transaction_without_knowing_it(string when)
    {
        using var connection = Engine.Connect();
        var stops = 1;
        Engine.Events.Executed += e => Veto(when == e.Text && stops-- > 0);
        Engine.Events.TransactionBegan += _ => Veto(when == "began" && stops-- > 0);
        Assert.Throws<VetoException>(() => connection.Begin());
        Assert.That(connection.Transaction, Is.Null);
        connection.Begin().Commit();
    }

    [TestCase("COMMIT")]
    [TestCase("committed")]
    public void A_commit_that_was_done_has_ended_the_transaction(string when)
    {
        using var connection = Engine.Connect();
        using (var transaction = connection.Begin())
        {
            Add(connection, "kept");
            Engine.Events.Executed += e => Veto(when == e.Text);
            Engine.Events.TransactionCommitted += _ => Veto(when == "committed");
            Assert.Throws<VetoException>(transaction.Commit);
            Assert.That(transaction.IsOpen, Is.False);
        }

        Assert.That(Count(connection), Is.EqualTo(1));
    }

    [Test]
    public void A_savepoint_whose_rollback_was_stopped_is_rolled_back_by_its_end()
    {
        using var connection = Engine.Connect();
        using var transaction = connection.Begin();
        using (var savepoint = transaction.Savepoint())
        {
            Add(connection, "undone");
            var stops = 1;
            Engine.Events.Executing += e => Veto(e.Text.StartsWith("ROLLBACK TO") && stops-- > 0);
            Assert.Throws<VetoException>(savepoint.Rollback);
        }

        transaction.Commit();
        Assert.That(Count(connection), Is.Zero);
    }

    [Test]
    public void A_check_out_that_is_refused_keeps_the_connection()
    {
        var stops = 1;
        Engine.Events.CheckedOut += _ => Veto(stops-- > 0);
        Assert.Throws<VetoException>(() => Engine.Connect());
        using var connection = Engine.Connect();
        Assert.That(Count(connection), Is.Zero, "the one connection with its tables is still there");
    }

    [Test]
    public void A_check_in_that_throws_keeps_the_connection()
    {
        var stops = 1;
        Engine.Events.CheckedIn += _ => Veto(stops-- > 0);
        Assert.Throws<VetoException>(Engine.Connect().Dispose);
        using var connection = Engine.Connect();
        Assert.That(Count(connection), Is.Zero);
    }

    [Test]
    public void A_rollback_at_check_in_that_throws_keeps_the_connection()
    {
        Engine.Events.TransactionRolledBack += _ => throw new VetoException();
        var first = Engine.Connect();
        first.Begin();
        Add(first, "lost");
        Assert.Throws<VetoException>(first.Dispose);
        using var connection = Engine.Connect();
        Assert.That(Count(connection), Is.Zero);
    }

    [Test]
    public void A_connection_that_is_refused_when_new_is_closed_and_its_place_is_free()
    {
        using var engine = Engine.Create("sqlite://", new EngineOptions { Pool = new PoolOptions { Timeout = TimeSpan.FromMilliseconds(50) } });
        var opened = new List<System.Data.Common.DbConnection>();
        engine.Events.Connected += e =>
        {
            opened.Add(e.Connection.Ado);
            Veto(opened.Count == 1);
        };
        Assert.Throws<VetoException>(() => engine.Connect());
        engine.Connect().Dispose();
        Assert.That(opened.Select(o => o.State), Is.EqualTo(new[] { System.Data.ConnectionState.Closed, System.Data.ConnectionState.Open }));
    }

    private static void Veto(bool when)
    {
        if (when)
        {
            throw new VetoException();
        }
    }

    private long Count(Connection connection) => connection.Execute(Sql.Select(Func.Count()).SelectFrom(Things)).Scalar<long>();

    private sealed class VetoException : Exception;
}
