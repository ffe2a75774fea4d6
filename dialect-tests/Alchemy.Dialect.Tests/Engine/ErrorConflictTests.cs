namespace Alchemy.Tests;

/// <summary>Errors that need a second connection: conflicts of two writers, waiting too long, and losing the connection.</summary>
public sealed class ErrorConflictTests : DatabaseFixture
{
    private readonly Table _rows = new("conflicts_rows", new MetaData(), new Column("id", SqlTypes.Integer, primaryKey: true), new Column("n", SqlTypes.Integer));
    private string? _file;
    private Engine _engine = null!;

    public ErrorConflictTests(Database database)
        : base(database)
    {
    }

    [SetUp]
    public void CreateRows()
    {
        _file = Database is Database.Sqlite ? Path.Combine(TestContext.CurrentContext.WorkDirectory, $"conflicts-{Guid.NewGuid():N}.db") : null;
        _engine = Engine.Create(_file is null ? Url(Lane) : $"sqlite:///{_file}");
        using var connection = _engine.Connect();
        foreach (var text in _engine.Dialect.Ddl.DropAll(_rows.MetaData).Concat(_engine.Dialect.Ddl.CreateAll(_rows.MetaData)))
        {
            connection.ExecuteText(text);
        }

        connection.ExecuteMany(Sql.Insert(_rows), new[] { new { Id = 1, N = 0 }, new { Id = 2, N = 0 } });
    }

    [TearDown]
    public void RemoveRows()
    {
        _engine.Dispose();
        foreach (var left in _file is null ? [] : Directory.GetFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + "*"))
        {
            File.Delete(left);
        }
    }

    [Test]
    [Except(Database.Sqlite, "It has one writer at a time, so that no two wait for each other.")]
    public async Task Of_two_writers_in_a_circle_one_loses()
    {
        using var one = _engine.Connect();
        using var two = _engine.Connect();
        using var first = one.Begin();
        using var second = two.Begin();
        Update(one, 1);
        Update(two, 2);
        var both = await Task.WhenAll(Task.Run(() => Refusal(() => Update(one, 2))), Task.Run(() => Refusal(() => Update(two, 1))));
        var lost = both.OfType<DatabaseException>().Single();
        Assert.That((lost.Kind, lost.IsTransient, lost.Code), Is.EqualTo((DatabaseErrorKind.Deadlock, true, ErrorCodes.Transient)));
    }

    [Test]
    [Except(Database.MySql56, "The second writer takes the row as it is now: there is no innodb_snapshot_isolation.")]
    public void Who_changes_what_another_has_changed_since_is_told()
    {
        using var one = _engine.Connect();
        using var two = _engine.Connect();
        one.ExecuteText(Database switch { Database.Sqlite => "PRAGMA journal_mode = WAL", Database.PostgreSql => "BEGIN ISOLATION LEVEL REPEATABLE READ", _ => "SET SESSION innodb_snapshot_isolation = ON" });
        if (Database is not Database.PostgreSql)
        {
            one.ExecuteText("BEGIN");
        }

        one.Execute(Sql.Select(_rows)).ToList();
        Update(two, 1);
        var lost = Refusal(() => Update(one, 1))!;
        Assert.That((lost.Kind, lost.IsTransient), Is.EqualTo((DatabaseErrorKind.Serialization, true)), lost.Message);
        one.ExecuteText("ROLLBACK");
        if (Database is Database.MariaDb)
        {
            one.ExecuteText("SET SESSION innodb_snapshot_isolation = OFF");
        }
    }

    [Test]
    public void A_lock_that_is_not_given_in_time_is_told()
    {
        using var one = _engine.Connect();
        using var two = _engine.Connect();
        using var first = one.Begin();
        Update(one, 1);
        if (Database is Database.Sqlite)
        {
            two.ExecuteText("PRAGMA busy_timeout = 1");
        }
        else if (Lane is Database.MySql56)
        {
            two.ExecuteText("SET SESSION innodb_lock_wait_timeout = 1");
        }

        var late = Refusal(() => two.ExecuteText(Database is Database.Sqlite ? "UPDATE conflicts_rows SET n = 3" : "SELECT * FROM conflicts_rows WHERE id = 1 FOR UPDATE" + (Lane is Database.MySql56 ? "" : " NOWAIT")))!;
        Assert.That((late.Kind, late.IsTransient), Is.EqualTo((DatabaseErrorKind.LockTimeout, true)), late.Message);
    }

    [Test]
    [Except(Database.Sqlite, "It has no time limit of its own.")]
    [Except(Database.MySql56, "It has no time limit of its own.")]
    public void A_statement_that_takes_too_long_is_told()
    {
        using var connection = _engine.Connect();
        using var transaction = connection.Begin();
        if (Database is Database.PostgreSql)
        {
            connection.ExecuteText("SET LOCAL statement_timeout = 20");
        }

        var late = Refusal(() => connection.ExecuteText(Database is Database.PostgreSql ? "SELECT pg_sleep(60)" : "SET STATEMENT max_statement_time = 0.02 FOR SELECT SLEEP(60)"))!;
        Assert.That((late.Kind, late.IsTransient), Is.EqualTo((DatabaseErrorKind.Canceled, false)), late.Message);
    }

    [Test]
    [Except(Database.Sqlite, "It has no server that could end a connection.")]
    public void A_connection_that_was_ended_is_told_and_not_used_again()
    {
        var heard = new List<string>();
        using var killer = _engine.Connect();
        using (var lost = _engine.Connect())
        {
            var id = lost.Execute(Sql.Text(Database is Database.PostgreSql ? "SELECT pg_backend_pid() AS id" : "SELECT CONNECTION_ID() AS id").Columns(Sql.Column<long>("id"))).Scalar<long>();
            killer.ExecuteText(Database is Database.PostgreSql ? $"SELECT pg_terminate_backend({id})" : $"KILL {id}");
            _engine.Events.Closed += _ => heard.Add("closed");
            _engine.Events.Invalidated += e => heard.Add($"invalidated {(e.Error as DatabaseException)?.Kind}");
            var error = Refusal(() => Update(lost, 1))!;
            Assert.That((error.Kind, error.IsTransient, error.Code), Is.EqualTo((DatabaseErrorKind.Disconnected, true, ErrorCodes.Disconnected)), error.Message);
        }

        Assert.That(heard, Does.Contain("invalidated Disconnected").And.Contain("closed"));
        using var next = _engine.Connect();
        Update(next, 1);
    }

    private void Update(Connection connection, int id) => connection.Execute(Sql.Update(_rows).Set(_rows.C<int>("n"), 1).Where(_rows.C<int>("id") == id));

    private static DatabaseException? Refusal(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (DatabaseException error)
        {
            return error;
        }
    }
}
