namespace Alchemy.Tests;

/// <summary>Sessions that are ended from outside, at each moment: nothing is half written, the error says that the connection was lost, and the pool mends itself.</summary>
public sealed class PoolFaultTests(Database database) : TransactionFixture(database)
{
    private const string InMemory = "An SQLite database has no sessions that another could end.";

    private ClauseElement OwnId => Sql.Select(Sql.Text<long>(On is Database.PostgreSql ? "pg_backend_pid()::bigint" : "CONNECTION_ID()"));

    [Test, Except(Database.Sqlite, InMemory)]
    public void A_free_connection_that_was_ended_takes_its_generation_with_it()
    {
        OpenThree();
        var all = EndAll();
        using (var connection = Bank.Connect())
        {
            Assert.Throws<DisconnectedException>(() => SetBalance(connection, 1, 7));
            Assert.That(Bank.Pool.Status().Open, Is.EqualTo(1), "the free ones are gone at once");
            Assert.Throws<ConnectionStateException>(() => SetBalance(connection, 1, 7));
        }

        Assert.That(Bank.Pool.Status().Open, Is.Zero);
        using var next = Bank.Connect();
        Assert.That(all, Does.Not.Contain(Id(next)));
        Assert.That(Balance(next, 1), Is.EqualTo(100));
    }

    [Test, Except(Database.Sqlite, InMemory)]
    public void A_ping_replaces_it_in_silence()
    {
        using var bank = Engine.Create(BankUrl, new EngineOptions { Pool = new PoolOptions { PrePing = true } });
        long before;
        using (var connection = bank.Connect())
        {
            before = Id(connection);
        }

        End(before);
        using var next = bank.Connect();
        Assert.That(Id(next), Is.Not.EqualTo(before));
    }

    [Test, Except(Database.Sqlite, InMemory)]
    public void Those_in_use_are_closed_when_they_come_back()
    {
        using var other = Bank.Connect();
        using (var connection = Bank.Connect())
        {
            End(Id(connection));
            Assert.Throws<DisconnectedException>(() => Balance(connection, 1));
        }

        Assert.That(Balance(other, 1), Is.EqualTo(100), "who has one goes on");
        other.Dispose();
        Assert.That(Bank.Pool.Status().Open, Is.Zero);
    }

    [Test, Except(Database.Sqlite, InMemory)]
    public void A_transaction_leaves_nothing_behind()
    {
        using (var connection = Bank.Connect())
        {
            var transaction = connection.Begin();
            SetBalance(connection, 1, 7);
            End(Id(connection));
            Assert.Throws<DisconnectedException>(() => SetBalance(connection, 2, 7));
            Assert.Throws<ConnectionStateException>(() => SetBalance(connection, 2, 7));
            Assert.Throws<ConnectionStateException>(transaction.Commit);
            transaction.Rollback();
        }

        using var next = Bank.Connect();
        Assert.That((Balance(next, 1), Balance(next, 2)), Is.EqualTo((100, 100)));
    }

    [Test, Except(Database.Sqlite, InMemory)]
    public async Task Rows_that_are_being_read_end_with_the_error([Values] bool asynchronous)
    {
        var many = Sql.Text(On is Database.PostgreSql ? "SELECT n, repeat('x', 1000) AS pad FROM generate_series(1, 200000) AS g(n)"
            : $"SELECT 1 AS n, repeat('x', 1000) AS pad FROM {(Lane is Database.MySql56 ? Millions : "seq_1_to_200000")}")
            .Columns(Sql.Column("n", SqlTypes.Integer), Sql.Column("pad", SqlTypes.Text));
        await using (var connection = await Bank.ConnectAsync())
        {
            var id = Id(connection);
            var result = connection.Execute(many);
            await using var rows = asynchronous ? result.GetAsyncEnumerator() : null;
            using var inStep = asynchronous ? null : result.GetEnumerator();
            Assert.That(rows is null ? inStep!.MoveNext() : await rows.MoveNextAsync(), Is.True);
            End(id);
            Assert.That(
                async () =>
                {
                    while (rows is null ? inStep!.MoveNext() : await rows.MoveNextAsync())
                    {
                    }
                },
                Throws.InstanceOf<DisconnectedException>());
        }

        using var next = Bank.Connect();
        Assert.That(Balance(next, 1), Is.EqualTo(100));
    }

    [Test, Except(Database.Sqlite, InMemory)]
    public void Cycles_leave_no_session_behind()
    {
        const int Cycles = 10_000;
        const int Lifetime = 10;
        using var bank = Engine.Create(BankUrl, new EngineOptions { Pool = new PoolOptions { Size = 2 } });
        var (opened, closed, seen) = (0, 0, new HashSet<long>());
        bank.Events.Connected += _ => opened++;
        bank.Events.Closed += _ => closed++;
        var threads = 0;
        for (var i = 0; i < Cycles; i++)
        {
            using var connection = bank.Connect();
            if (i % Lifetime == 0)
            {
                seen.Add(Id(connection));
                connection.Invalidate();
            }
            else if (i % 3 == 1)
            {
                Assert.Catch<DatabaseException>(() => connection.ExecuteText("SELECT nothing FROM nowhere"));
            }

            threads = i == Cycles / 2 ? Threads() : threads;
        }

        bank.Dispose();
        Assert.That((opened, closed), Is.EqualTo((Cycles / Lifetime + 1, Cycles / Lifetime + 1)));
        Assert.That(() => Sessions().Count(seen.Contains), Is.Zero.After(5000, 20));
        Assert.That(Threads(), Is.LessThan(threads + 20), "the pool of threads comes and goes by a few");
    }

    private static int Threads()
    {
        using var own = System.Diagnostics.Process.GetCurrentProcess();
        return own.Threads.Count;
    }

    [Test]
    public void A_full_reset_makes_the_session_as_new()
    {
        using var bank = Engine.Create(BankUrl, new EngineOptions { Pool = new PoolOptions { Size = 1, Reset = PoolReset.Full } });
        for (var i = 0; i < 3; i++)
        {
            using var connection = bank.Connect();
            if (On is Database.PostgreSql)
            {
                connection.ExecuteText("CREATE TEMPORARY TABLE session_rows (x integer)");
            }

            Assert.That(Balance(connection, 1), Is.EqualTo(100), "a kept statement works after the reset");
        }
    }

    private void OpenThree()
    {
        using var first = Bank.Connect();
        using var second = Bank.Connect();
        using var third = Bank.Connect();
        _ = (Id(first), Id(second), Id(third));
    }

    private List<long> EndAll()
    {
        var all = new List<long>();
        using var first = Bank.Connect();
        using var second = Bank.Connect();
        using var third = Bank.Connect();
        all.AddRange([Id(first), Id(second), Id(third)]);
        all.ForEach(End);
        return all;
    }

    private long Id(Connection connection) => connection.Execute(OwnId).Scalar<long>();

    private IReadOnlyList<long> Sessions()
    {
        using var connection = Engine.Connect();
        var text = On is Database.PostgreSql ? "SELECT pid::bigint AS id FROM pg_stat_activity WHERE pid IS NOT NULL" : "SELECT id FROM information_schema.processlist";
        return connection.Execute(Sql.Text(text).Columns(Sql.Column("id", SqlTypes.BigInteger))).Scalars<long>().ToList();
    }

    // From a pool of its own, and gone when it returns.
    private void End(long id)
    {
        using (var connection = Engine.Connect())
        {
            connection.ExecuteText(On is Database.PostgreSql ? $"SELECT pg_terminate_backend({id}, 5000)" : $"KILL CONNECTION {id}");
        }

        Assert.That(Sessions, Does.Not.Contain(id).After(5000, 10));
    }
}
