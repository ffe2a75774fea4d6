namespace Alchemy.Tests;

/// <summary>What isolation levels mean, measured with two connections.</summary>
public sealed class IsolationTests(Database database) : TransactionFixture(database)
{
    [Test]
    public void Each_level_sees_what_docs_say()
    {
        var measured = Enum.GetValues<IsolationLevel>().ToDictionary(l => l, Measured);
        Assert.That(measured, Is.EqualTo(On switch
        {
            Database.PostgreSql => Table("refused", readUncommitted: "changed phantom", readCommitted: "changed phantom", repeatableRead: "", serializable: ""),
            Database.MariaDb => Table("refused", readUncommitted: "dirty changed phantom", readCommitted: "changed phantom", repeatableRead: "", serializable: "locks"),
            _ => Table("refused", readUncommitted: "", readCommitted: "refused", repeatableRead: "refused", serializable: ""),
        }));
    }

    [Test]
    public void What_the_database_does_not_have_is_refused_by_name()
    {
        using var connection = Bank.Connect();
        string Refusal(TransactionOptions options) => Assert.Throws<CompileException>(() => connection.Begin(options))!.Message;
        Assert.That(Refusal(new() { Isolation = IsolationLevel.Snapshot }), Does.Contain("SNAPSHOT").And.Contain(Bank.Dialect.Name));
        Assert.That(Refusal(new() { IsDeferrable = true }), Does.Contain("deferrable").And.Contain(Bank.Dialect.Name));
        Assert.That(Refusal(new() { IsReadOnly = true, WriteLock = WriteLock.AtBegin }), Does.Contain("writes nothing"));
        if (On is not Database.Sqlite)
        {
            Assert.That(Refusal(new() { WriteLock = WriteLock.Exclusive }), Does.Contain("SQLite"));
        }

        Assert.That(connection.Transaction, Is.Null);
        connection.Begin().Commit();
    }

    [Test]
    public void The_level_can_be_read_and_is_for_one_transaction()
    {
        using var connection = Bank.Connect();
        var own = connection.GetDefaultIsolation();
        Assert.That(own, Is.EqualTo(On switch { Database.PostgreSql => IsolationLevel.ReadCommitted, Database.MariaDb => IsolationLevel.RepeatableRead, _ => IsolationLevel.Serializable }));
        var other = On is Database.Sqlite ? IsolationLevel.ReadUncommitted : IsolationLevel.Serializable;
        using (connection.Begin(new() { Isolation = other }))
        {
            Assert.That((connection.GetIsolation(), connection.GetDefaultIsolation()), Is.EqualTo((other, own)));
            Assert.That(Count(connection), Is.EqualTo(2));
        }

        Assert.That(connection.GetIsolation(), Is.EqualTo(own));
        using (connection.Begin())
        {
            Assert.That(connection.GetIsolation(), Is.EqualTo(own));
        }
    }

    [TestCase("commit")]
    [TestCase("rollback")]
    [TestCase("give back")]
    [TestCase("lose")]
    public void A_read_only_transaction_refuses_writes_and_the_next_one_does_not(string end)
    {
        var connection = Bank.Connect();
        var transaction = connection.Begin(new() { IsReadOnly = true });
        Assert.That(Count(connection), Is.EqualTo(2));
        if (end != "commit")
        {
            var refused = Assert.Throws<DatabasePermissionException>(() => Deposit(connection, 3))!;
            Assert.That(refused.Kind, Is.EqualTo(DatabaseErrorKind.ReadOnly));
        }

        switch (end)
        {
            case "commit":
                transaction.Commit();
                break;
            case "rollback":
                transaction.Rollback();
                break;
            case "give back":
                connection.Dispose();
                connection = Bank.Connect();
                break;
            default:
                transaction.Dispose();
                break;
        }

        Deposit(connection, 4);
        connection.Dispose();
        Assert.That(Count(), Is.EqualTo(3));
    }

    [Test]
    [Except(Database.Sqlite, "SQLite's connections see no rows of others that are not committed.")]
    [Except(Database.PostgreSql, "PostgreSQL says all of it in one statement, and has no dirty reads.")]
    public async Task A_level_whose_transaction_was_stopped_at_its_begin_is_gone()
    {
        await using var connection = await Bank.ConnectAsync();
        foreach (var stop in new[] { "SET TRANSACTION", "BEGIN" })
        {
            using var source = new CancellationTokenSource();
            void Cancel(ExecutingEvent e)
            {
                if (e.Text.StartsWith(stop, StringComparison.Ordinal))
                {
                    source.Cancel();
                }
            }

            Bank.Events.Executing += Cancel;
            Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => connection.BeginAsync(new() { Isolation = IsolationLevel.ReadUncommitted }, source.Token));
            Bank.Events.Executing -= Cancel;
            Assert.That(SeesDirt(connection, null), Is.False);
        }
    }

    [Test]
    public void Defaults_are_those_of_the_statement_the_connection_and_the_engine()
    {
        using var engine = Engine.Create(BankUrl, new EngineOptions { Execution = new() { Transaction = new() { IsReadOnly = true } } });
        using var connection = engine.Connect();
        using (connection.Begin())
        {
            Assert.Throws<DatabasePermissionException>(() => Deposit(connection, 3));
        }

        using (var transaction = connection.Begin(TransactionOptions.Default))
        {
            Deposit(connection, 3);
            transaction.Commit();
        }

        connection.Options = connection.Options with { Transaction = null };
        using (var transaction = connection.Begin())
        {
            Deposit(connection, 4);
            transaction.Commit();
        }

        Assert.That(Count(), Is.EqualTo(4));
    }

    [Test]
    [Except(Database.MariaDb, "MariaDB's SERIALIZABLE locks what it reads: its conflicts are deadlocks, which RetryTests has.")]
    public void Who_read_what_another_has_changed_cannot_write()
    {
        var serializable = new TransactionOptions { Isolation = IsolationLevel.Serializable };
        using var one = Bank.Connect();
        using var two = Bank.Connect();
        using var first = one.Begin(serializable);
        using var second = two.Begin(serializable);
        var sum = Balance(one, 1) + Balance(one, 2);
        Assert.That(Balance(two, 1) + Balance(two, 2), Is.EqualTo(sum));
        SetBalance(one, 1, sum);
        first.Commit();
        var lost = Assert.Throws<TransientDatabaseException>(() =>
        {
            SetBalance(two, 2, sum);
            second.Commit();
        })!;
        Assert.That((lost.Kind, lost.IsTransient), Is.EqualTo((DatabaseErrorKind.Serialization, true)));
    }

    [Test]
    [Except(Database.MariaDb, "MariaDB locks rows: there is no lock of the one writer.")]
    [Except(Database.PostgreSql, "PostgreSQL locks rows: there is no lock of the one writer.")]
    public void The_write_lock_is_taken_at_the_begin()
    {
        using var one = Bank.Connect();
        using var two = Bank.Connect();
        two.ExecuteText("PRAGMA busy_timeout = 0");
        using (one.Begin(new() { WriteLock = WriteLock.AtBegin }))
        {
            Assert.That(Count(two), Is.EqualTo(2), "readers do not wait");
            Assert.That(Assert.Throws<TransientDatabaseException>(() => two.Begin(new() { WriteLock = WriteLock.AtBegin }))!.Kind, Is.EqualTo(DatabaseErrorKind.LockTimeout));
            Assert.That(two.Transaction, Is.Null);
        }

        using var now = two.Begin(new() { WriteLock = WriteLock.Exclusive });
        Deposit(two, 3);
        now.Commit();
    }

    [Test]
    [Except(Database.Sqlite, "SQLite sets the connection, and sets it back.")]
    public void It_costs_the_fewest_statements()
    {
        using var connection = Bank.Connect();
        var texts = new List<string>();
        Bank.Events.Executing += e => texts.Add(e.Text);
        connection.Begin(new() { Isolation = IsolationLevel.Serializable, IsReadOnly = true, IsDeferrable = On is Database.PostgreSql }).Commit();
        Assert.That(texts, Is.EqualTo(On is Database.PostgreSql
            ? new[] { "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY DEFERRABLE", "COMMIT" }
            : ["SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", "START TRANSACTION READ ONLY", "COMMIT"]));
    }

    private static Dictionary<IsolationLevel, string> Table(string snapshot, string readUncommitted, string readCommitted, string repeatableRead, string serializable) => new()
    {
        [IsolationLevel.ReadUncommitted] = readUncommitted, [IsolationLevel.ReadCommitted] = readCommitted, [IsolationLevel.RepeatableRead] = repeatableRead,
        [IsolationLevel.Snapshot] = snapshot, [IsolationLevel.Serializable] = serializable,
    };

    private string Measured(IsolationLevel level)
    {
        using var reader = Bank.Connect();
        using var writer = Bank.Connect();
        try
        {
            if (On is Database.MariaDb && level is IsolationLevel.Serializable)
            {
                return Locks(reader, writer) ? "locks" : "";
            }

            return string.Join(' ', new[]
            {
                SeesDirt(reader, new() { Isolation = level }) ? "dirty" : "",
                Differs(reader, level, () => Balance(reader, 1), () => SetBalance(writer, 1, Balance(writer, 1) + 1)) ? "changed" : "",
                Differs(reader, level, () => Count(reader), () => Deposit(writer, 10 + (int)level)) ? "phantom" : "",
            }.Where(w => w.Length > 0));
        }
        catch (CompileException)
        {
            return "refused";
        }
    }

    private bool SeesDirt(Connection reader, TransactionOptions? options)
    {
        using var writer = Bank.Connect();
        using var writing = writer.Begin();
        SetBalance(writer, 1, -5);
        using var reading = reader.Begin(options);
        return Balance(reader, 1) == -5;
    }

    private static bool Differs<T>(Connection reader, IsolationLevel level, Func<T> read, Action write)
    {
        using var reading = reader.Begin(new() { Isolation = level });
        var before = read();
        write();
        return !Equals(before, read());
    }

    private bool Locks(Connection reader, Connection writer)
    {
        writer.ExecuteText("SET SESSION innodb_lock_wait_timeout = 1");
        using var reading = reader.Begin(new() { Isolation = IsolationLevel.Serializable });
        _ = Balance(reader, 1);
        return Assert.Throws<TransientDatabaseException>(() => SetBalance(writer, 1, 7))!.Kind is DatabaseErrorKind.LockTimeout;
    }
}
