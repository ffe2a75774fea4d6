namespace Alchemy.Tests;

public sealed class EventTests : EngineFixture
{
    private readonly List<string> _heard = [];

    [SetUp]
    public void Listen()
    {
        _heard.Clear();
        var events = Engine.Events;
        events.Connected += _ => _heard.Add("connected");
        events.CheckedOut += _ => _heard.Add("checked out");
        events.CheckedIn += _ => _heard.Add("checked in");
        events.Executing += e => _heard.Add($"executing {Verb(e.Text)}");
        events.Executed += e => _heard.Add($"executed {Verb(e.Text)} {e.RowsAffected}");
        events.Failed += e => _heard.Add($"failed {Verb(e.Text)} {e.Error.GetType().Name}");
        events.TransactionBegan += e => _heard.Add($"began {e.Savepoint}".TrimEnd());
        events.TransactionCommitted += e => _heard.Add($"committed {e.Savepoint}".TrimEnd());
        events.TransactionRolledBack += e => _heard.Add($"rolled back {e.Savepoint}".TrimEnd());
    }

    [Test]
    public void A_select_is_heard_between_check_out_and_check_in()
    {
        using (var connection = Engine.Connect())
        {
            connection.Execute(Sql.Select(Things.Id)).ToList();
        }

        AssertHeard("checked out", "executing SELECT", "executed SELECT -1", "checked in");
    }

    [Test]
    public void A_connection_is_heard_of_once_and_taken_again()
    {
        using var engine = Engine.Create("sqlite://");
        engine.Events.Connected += _ => _heard.Add("connected");
        engine.Events.CheckedOut += e => _heard.Add($"checked out {e.Connection.Ado.State}");
        engine.Connect().Dispose();
        engine.Connect().Dispose();
        AssertHeard("connected", "checked out Open", "checked out Open");
    }

    [Test]
    public void A_rollback_to_a_savepoint_is_heard_in_its_transaction()
    {
        using var connection = Engine.Connect();
        using (var transaction = connection.Begin())
        {
            using (transaction.Savepoint())
            {
                Add(connection, "undone");
            }

            using (var kept = transaction.Savepoint())
            {
                kept.Release();
            }

            transaction.Commit();
        }

        AssertHeard(
            "checked out", "executing BEGIN", "executed BEGIN 0", "began",
            "executing SAVEPOINT", "executed SAVEPOINT 0", "began alchemy_1",
            "executing INSERT", "executed INSERT 1",
            "executing ROLLBACK", "executed ROLLBACK 0", "rolled back alchemy_1",
            "executing SAVEPOINT", "executed SAVEPOINT 0", "began alchemy_2",
            "executing RELEASE", "executed RELEASE 0", "committed alchemy_2",
            "executing COMMIT", "executed COMMIT 0", "committed");
    }

    [Test]
    public void A_transaction_that_is_left_open_is_rolled_back_at_check_in()
    {
        using (var connection = Engine.Connect())
        {
            connection.Begin();
        }

        AssertHeard("checked out", "executing BEGIN", "executed BEGIN 0", "began", "rolled back", "checked in");
    }

    [Test]
    public void A_failing_statement_is_heard_with_what_the_caller_gets()
    {
        using var connection = Engine.Connect();
        Exception? told = null;
        Engine.Events.Failed += e => told = e.Error;
        Add(connection, "x");
        var thrown = Assert.Throws<ConstraintViolationException>(() => Add(connection, "x"));
        Assert.That(told, Is.SameAs(thrown));
        Assert.Throws<InvalidStatementException>(() => connection.Execute(Sql.Insert(Things).Value(Things.Name, "y").Value(Things.Ratio, double.NaN)));
        Assert.That(told, Is.InstanceOf<InvalidStatementException>());
        AssertHeard(
            "checked out", "executing INSERT", "executed INSERT 1", "executing INSERT", "failed INSERT ConstraintViolationException",
            "executing INSERT", "failed INSERT InvalidStatementException");
    }

    [Test]
    public void A_row_that_cannot_be_read_is_a_failure_after_the_execution()
    {
        using var connection = Engine.Connect();
        Add(connection, "fine", big: 1);
        Add(connection, "overflows", big: long.MaxValue);
        _heard.Clear();
        using var result = connection.Execute(Sql.Select(Func.Call<long>("abs", -Things.Big - 1L)).OrderBy(Things.Id));
        Assert.That(result.Read(), Is.Not.Null);
        Assert.That(Assert.Throws<DatabaseValueException>(() => result.Read())!.Kind, Is.EqualTo(DatabaseErrorKind.OutOfRange));
        AssertHeard("executing SELECT", "executed SELECT -1", "failed SELECT DatabaseValueException");
    }

    [Test]
    public void A_statement_is_told_with_its_compiled_form_and_without_values()
    {
        using var connection = Engine.Connect();
        var (executing, elapsed) = (new List<ExecutingEvent>(), TimeSpan.Zero);
        Engine.Events.Executing += executing.Add;
        Engine.Events.Executed += e => elapsed = e.Elapsed;
        var id = Add(connection, "secret-name");
        connection.ExecuteText("PRAGMA user_version = 1");
        Assert.That(id, Is.Positive);
        Assert.That(elapsed, Is.GreaterThan(TimeSpan.Zero).And.LessThan(TimeSpan.FromMinutes(1)));
        Assert.That(executing.Select(e => e.Connection), Is.All.SameAs(connection));
        Assert.That(executing.Select(e => e.Compiled?.Statement), Is.EqualTo(new object?[] { executing[0].Compiled!.Statement, null }));
        Assert.That(string.Concat(executing), Does.Contain("INSERT INTO things").And.Not.Contain("secret-name"));
    }

    [Test]
    public void Who_no_longer_listens_hears_nothing()
    {
        using var connection = Engine.Connect();
        var heard = 0;
        void Count(ExecutingEvent told) => heard++;
        Engine.Events.Executing += Count;
        Add(connection, "a");
        Engine.Events.Executing -= Count;
        Add(connection, "b");
        Assert.That(heard, Is.EqualTo(1));
    }

    [Test]
    public async Task Asynchronous_work_is_heard_in_the_same_order()
    {
        using (var connection = await Engine.ConnectAsync())
        {
            var transaction = await connection.BeginAsync();
            using var result = await connection.ExecuteAsync(Sql.Delete(Things));
            await transaction.RollbackAsync();
        }

        AssertHeard(
            "checked out", "executing BEGIN", "executed BEGIN 0", "began", "executing DELETE", "executed DELETE 0",
            "executing ROLLBACK", "executed ROLLBACK 0", "rolled back", "checked in");
    }

    private void AssertHeard(params string[] expected) => Assert.That(_heard, Is.EqualTo(expected));

    private static string Verb(string text) => text.Split(' ')[0];
}
