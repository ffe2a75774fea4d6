namespace Alchemy.Tests;

/// <summary>Transactions that are prepared before they are committed.</summary>
public sealed class TwoPhaseTests(Database database) : TransactionFixture(database)
{
    private const string Refused = "SQLite has no two-phase transactions.";
    private readonly string _id = $"alchemy-test:{Guid.NewGuid():N}";

    [TearDown]
    public void EndWhatIsLeft()
    {
        if (On is not Database.Sqlite)
        {
            Bank.Dispose();
            using var engine = Engine.Create(BankUrl);
            using var connection = engine.Connect();
            if (connection.PreparedTransactions().Contains(_id))
            {
                connection.RollbackPrepared(_id);
            }
        }
    }

    [Test]
    [Except(Database.Sqlite, Refused)]
    public async Task Prepared_and_committed()
    {
        await using var connection = await Bank.ConnectAsync();
        await using (var two = await connection.BeginTwoPhaseAsync())
        {
            Deposit(connection, 3);
            using (two.Transaction.Savepoint())
            {
                Deposit(connection, 4);
            }

            await two.PrepareAsync();
            Assert.That((two.State, Count(), two.Transaction.IsOpen), Is.EqualTo((TransactionState.Prepared, 2, false)));
            await two.CommitAsync();
            Assert.That(two.State, Is.EqualTo(TransactionState.Committed));
        }

        Assert.That((Count(connection), Count()), Is.EqualTo((3, 3)));
    }

    [TestCase(true)]
    [TestCase(false)]
    [Except(Database.Sqlite, Refused)]
    public void Without_a_commit_it_is_rolled_back_prepared_or_not(bool isPrepared)
    {
        using var connection = Bank.Connect();
        using (var two = connection.BeginTwoPhase(_id))
        {
            Deposit(connection, 3);
            if (isPrepared)
            {
                two.Prepare();
            }
        }

        Assert.That(Count(connection), Is.EqualTo(2));
        Assert.That(connection.PreparedTransactions(), Does.Not.Contain(_id));
        using (var one = connection.BeginTwoPhase(_id))
        {
            Deposit(connection, 3);
            one.Commit();
        }

        Assert.That(Count(), Is.EqualTo(3));
    }

    [TestCase(true)]
    [TestCase(false)]
    [Except(Database.Sqlite, Refused)]
    [Except(Database.MySql56, "Before 5.7.7 MySQL rolls a prepared transaction back when its connection ends.")]
    public void Another_connection_ends_what_one_left_prepared(bool commits)
    {
        using (var connection = Bank.Connect())
        {
            var two = connection.BeginTwoPhase(_id);
            Deposit(connection, 3);
            two.Prepare();
        }

        using (var other = Engine.Create(BankUrl))
        using (var connection = other.Connect())
        {
            Assert.That(connection.PreparedTransactions(), Does.Contain(_id));
            if (commits)
            {
                connection.CommitPrepared(_id);
            }
            else
            {
                connection.RollbackPrepared(_id);
            }

            Assert.That(connection.PreparedTransactions(), Does.Not.Contain(_id));
            Assert.Throws(Is.InstanceOf<DatabaseException>(), () => connection.CommitPrepared(_id));
        }

        Assert.That(Count(), Is.EqualTo(commits ? 3 : 2));
    }

    [Test]
    [Except(Database.Sqlite, Refused)]
    public void What_is_open_when_the_connection_goes_back_is_rolled_back()
    {
        using (var connection = Bank.Connect())
        {
            connection.BeginTwoPhase(_id);
            Deposit(connection, 3);
        }

        using var next = Bank.Connect();
        Assert.That((Count(next), next.Transaction), Is.EqualTo((2L, (Transaction?)null)));
        next.Begin().Commit();
    }

    [Test]
    [Except(Database.Sqlite, Refused)]
    public void A_name_cannot_end_its_quotes()
    {
        using var connection = Bank.Connect();
        foreach (var id in new[] { "", "a'b", "a\\", "ä", new string('x', 65) })
        {
            Assert.Throws<InvalidStatementException>(() => connection.BeginTwoPhase(id));
            Assert.Throws<InvalidStatementException>(() => connection.CommitPrepared(id));
        }
    }

    [Test]
    [Except(Database.PostgreSql, "PostgreSQL has two-phase transactions.")]
    [Except(Database.MariaDb, "MariaDB has two-phase transactions.")]
    public void Where_there_are_none_they_are_refused_by_name()
    {
        using var connection = Bank.Connect();
        Assert.That(Assert.Throws<CompileException>(() => connection.BeginTwoPhase())!.Message, Does.Contain("two-phase").And.Contain("sqlite"));
        Assert.Throws<CompileException>(() => connection.PreparedTransactions());
        Assert.Throws<CompileException>(() => connection.RollbackPrepared("x"));
    }
}
