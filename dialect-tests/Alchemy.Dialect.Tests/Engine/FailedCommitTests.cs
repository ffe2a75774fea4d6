namespace Alchemy.Tests;

/// <summary>A COMMIT that fails: what is left, and what the objects say.</summary>
public sealed class FailedCommitTests(Database database) : TransactionFixture(database)
{
    private const string NotDeferred = "MariaDB checks every constraint at once.";

    private Table _parts = null!;

    [SetUp]
    public void CreateParts()
    {
        if (On is Database.MariaDb)
        {
            return;
        }

        var metadata = new MetaData();
        var accounts = new Accounts(metadata);
        _parts = new Table(
            "alchemy_bank_parts", metadata, new Column("id", SqlTypes.Integer, primaryKey: true, autoIncrement: false), new Column("account", SqlTypes.Integer, nullable: false),
            new ForeignKeyConstraint(["account"], accounts.Table.Name, ["id"]) { Deferrable = true, Initially = "DEFERRED" });
        using var connection = Bank.Connect();
        foreach (var text in Bank.Dialect.Ddl.DropAll(metadata).Concat(Bank.Dialect.Ddl.CreateAll(metadata)))
        {
            connection.ExecuteText(text);
        }

        Deposit(connection, 1);
        Deposit(connection, 2);
    }

    [TearDown]
    public void DropParts()
    {
        if (_parts is not null && On is Database.PostgreSql)
        {
            using var connection = Bank.Connect();
            connection.ExecuteText("DROP TABLE alchemy_bank_parts");
        }
    }

    [Test]
    [Except(Database.MariaDb, NotDeferred)]
    public void A_deferred_constraint_is_met_at_the_commit()
    {
        using var connection = Bank.Connect();
        using var transaction = connection.Begin();
        var savepoint = transaction.Savepoint();
        AddPart(connection, 77);
        Assert.That(Assert.Throws<ConstraintViolationException>(transaction.Commit)!.Kind, Is.EqualTo(DatabaseErrorKind.ForeignKeyViolation));
        if (On is Database.Sqlite)
        {
            Assert.That(transaction.State, Is.EqualTo(TransactionState.Active));
            Deposit(connection, 77);
            transaction.Commit();
            Assert.That(Count(), Is.EqualTo(3));
        }
        else
        {
            Assert.That((transaction.State, transaction.IsOpen), Is.EqualTo((TransactionState.Lost, true)));
            Assert.That(Assert.Throws<ConnectionStateException>(() => Count(connection))!.Message, Does.Contain("Rollback()"));
            Assert.Throws<ConnectionStateException>(savepoint.Rollback);
            transaction.Rollback();
            Assert.That((transaction.State, Count(connection)), Is.EqualTo((TransactionState.RolledBack, 2)));
        }
    }

    [Test]
    [Except(Database.MariaDb, NotDeferred)]
    public void Nothing_is_kept_of_a_begin_once_block_or_of_work_that_is_run_again()
    {
        using (var connection = Bank.Begin())
        {
            AddPart(connection, 77);
            Assert.Throws<ConstraintViolationException>(connection.Commit);
        }

        Assert.Throws<ConstraintViolationException>(() => Bank.RunInTransaction(connection => AddPart(connection, 77)));
        using var next = Bank.Connect();
        Assert.That(next.Execute(Sql.Select(Func.Count()).SelectFrom(_parts)).Scalar<long>(), Is.Zero);
        next.Begin().Commit();
    }

    [Test]
    [Except(Database.Sqlite, "SQLite has no connection that could be lost.")]
    public async Task A_connection_that_is_lost_at_the_commit_leaves_doubt()
    {
        var connection = await Bank.ConnectAsync();
        var transaction = await connection.BeginAsync();
        Deposit(connection, 3);
        Kill(connection);
        Assert.CatchAsync<DatabaseException>(() => transaction.CommitAsync());
        Assert.That(transaction.State, Is.EqualTo(TransactionState.InDoubt));
        Assert.That(Assert.Throws<ConnectionStateException>(() => Count(connection))!.Message, Does.Contain("nobody knows"));
        await transaction.RollbackAsync();
        Assert.That(transaction.State, Is.EqualTo(TransactionState.InDoubt));
        await connection.DisposeAsync();
        Assert.That(Count(), Is.EqualTo(2));
    }

    [Test]
    [Except(Database.Sqlite, "SQLite has no connection that could be lost.")]
    public async Task A_connection_that_is_lost_before_loses_its_transaction()
    {
        var connection = await Bank.ConnectAsync();
        var transaction = await connection.BeginAsync(new() { IsReadOnly = true });
        Kill(connection);
        Assert.Catch<DatabaseException>(() => Count(connection));
        Assert.That(transaction.State, Is.EqualTo(TransactionState.Lost));
        await connection.DisposeAsync();
        Assert.That((transaction.State, Count()), Is.EqualTo((TransactionState.RolledBack, 2)));
    }

    private void AddPart(Connection connection, int account) => connection.Execute(Sql.Insert(_parts).Values(("id", 1), ("account", account)));

    private void Kill(Connection connection)
    {
        var (own, kill) = On is Database.PostgreSql ? ("SELECT pg_backend_pid()", "SELECT pg_terminate_backend({0})") : ("SELECT CONNECTION_ID()", "KILL {0}");
        var id = connection.Execute(Sql.Text(own).Columns(Sql.Column("id", SqlTypes.Integer))).Scalar<int>();
        using var killer = Bank.Connect();
        killer.ExecuteText(string.Format(System.Globalization.CultureInfo.InvariantCulture, kill, id));
    }
}
