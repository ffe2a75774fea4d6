namespace Alchemy.Tests;

/// <summary>Timeouts and canceled tokens: afterwards the connection works, or the pool gives another; nothing is half written.</summary>
public sealed class CancellationTests(Database database) : TransactionFixture(database)
{
    private static readonly TimeSpan soon = TimeSpan.FromMilliseconds(150);

    /// <summary>A minute or more.</summary>
    private ClauseElement Slow => On switch
    {
        Database.PostgreSql => Sql.Text("SELECT pg_sleep(60)").Columns(Sql.Column("n", SqlTypes.Text)),
        // MySQL's SLEEP ends well when it is interrupted.
        Database.MariaDb => Sql.Text(Lane is Database.MySql56 ? $"SELECT COUNT(*) AS n FROM {Millions}, information_schema.collations AS d" : "SELECT SLEEP(60)").Columns(Sql.Column("n", SqlTypes.Integer)),
        _ => Numbers("SELECT count(*) FROM numbers"),
    };

    private ClauseElement Many => On is Database.MariaDb ? Sql.Text(Lane is Database.MySql56 ? $"SELECT 1 AS n FROM {Millions} LIMIT 1000000" : "SELECT seq AS n FROM seq_1_to_1000000").Columns(Sql.Column("n", SqlTypes.Integer)) : Numbers("SELECT n FROM numbers LIMIT 1000000");

    [Test]
    public async Task A_token_that_was_canceled_before_sends_nothing()
    {
        await using var connection = await Bank.ConnectAsync();
        var canceled = new CancellationToken(canceled: true);
        var told = 0;
        Bank.Events.Executing += _ => told++;
        foreach (var start in new Func<Task>[]
        {
            () => connection.BeginAsync(cancellationToken: canceled), () => DepositAsync(connection, 3, canceled), () => connection.ExecuteAsync(Many, null, canceled), () => connection.ExecuteTextAsync("SELECT 1", canceled),
        })
        {
            Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => start());
        }

        Assert.That(told, Is.Zero);
        await using var transaction = await connection.BeginAsync();
        Deposit(connection, 3);
        Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => DepositAsync(connection, 4, canceled));
        Assert.ThrowsAsync(Is.InstanceOf<OperationCanceledException>(), () => transaction.CommitAsync(canceled));
        Assert.That(transaction.State, Is.EqualTo(TransactionState.Active));
        await transaction.CommitAsync();
        Assert.That(Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_token_ends_a_statement_that_runs()
    {
        await using var connection = await Bank.ConnectAsync();
        using var source = new CancellationTokenSource(soon);
        var thrown = Assert.CatchAsync<OperationCanceledException>(() => connection.ExecuteAsync(Slow, null, source.Token))!;
        Assert.That(thrown.CancellationToken.IsCancellationRequested, Is.True);
        await using (var transaction = await connection.BeginAsync())
        {
            Deposit(connection, 3);
            using var again = new CancellationTokenSource(soon);
            Assert.CatchAsync<OperationCanceledException>(() => connection.ExecuteAsync(Slow, null, again.Token));
            Assert.That(transaction.State, Is.EqualTo(On is Database.PostgreSql ? TransactionState.Failed : TransactionState.Active));
            await transaction.RollbackAsync();
        }

        Assert.That((Count(connection), Count()), Is.EqualTo((2, 2)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_timeout_ends_a_statement_that_runs(bool isAsynchronous)
    {
        using var connection = Bank.Connect();
        var options = new ExecutionOptions { Timeout = soon };
        var late = isAsynchronous
            ? Assert.CatchAsync<DatabaseException>(() => connection.ExecuteAsync(Slow, options))!
            : Assert.Catch<DatabaseException>(() => connection.Execute(Slow, options).ToList())!;
        Assert.That((late.Kind, late.IsTransient), Is.EqualTo((DatabaseErrorKind.Canceled, false)));
        Assert.That(connection.Options.Timeout, Is.Null);
        if (connection.Transaction is null)
        {
            Assert.That(Count(connection), Is.EqualTo(2));
        }

        connection.Options = options;
        Assert.That(Count(connection), Is.EqualTo(2), "what is in time is not touched");
        await Assert.ThatAsync(() => connection.ExecuteTextAsync("SELECT 1"), Throws.Nothing);
    }

    [Test]
    public async Task A_token_ends_the_reading_of_rows()
    {
        await using var connection = await Bank.ConnectAsync();
        using var source = new CancellationTokenSource();
        var read = 0;
        Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await using var result = await connection.ExecuteAsync(Many, null, source.Token);
            await foreach (var row in result.AsAsyncEnumerable(source.Token))
            {
                if (++read == 10)
                {
                    await source.CancelAsync();
                }
            }
        });
        Assert.That(read, Is.InRange(10, 999_999));
        Assert.That((Count(connection), Count()), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task A_token_canceled_at_any_step_leaves_all_or_nothing()
    {
        await using var connection = await Bank.ConnectAsync();
        for (var stop = 1; ; stop++)
        {
            using var source = new CancellationTokenSource();
            var step = 0;
            void Step()
            {
                if (++step == stop)
                {
                    source.Cancel();
                }
            }

            void Before(ExecutingEvent e) => Step();
            void After(ExecutedEvent e) => Step();
            Bank.Events.Executing += Before;
            Bank.Events.Executed += After;
            var isDone = await WorkCore(connection, source.Token);
            Bank.Events.Executing -= Before;
            Bank.Events.Executed -= After;
            CheckAndClean(connection, isDone);
            if (step < stop)
            {
                Assert.That(isDone, Is.True);
                break;
            }
        }
    }

    [Test]
    [Except(Database.MySql56, "A KILL QUERY that comes when its statement is over may end the next one of that connection.")]
    public async Task A_token_canceled_at_any_time_leaves_all_or_nothing()
    {
        var random = new Random(17);
        for (var i = 0; i < 60; i++)
        {
            var connection = await Bank.ConnectAsync();
            using var source = new CancellationTokenSource();
            using var timer = new Timer(_ => source.Cancel(), null, TimeSpan.FromMicroseconds(random.Next(6000)), Timeout.InfiniteTimeSpan);
            var isDone = await WorkCore(connection, source.Token);
            await timer.DisposeAsync();
            if (random.Next(2) == 0)
            {
                await connection.DisposeAsync();
                connection = await Bank.ConnectAsync();
            }

            CheckAndClean(connection, isDone);
            await connection.DisposeAsync();
        }
    }

    private static TextSelect Numbers(string select) => Sql.Text("WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2000000000) " + select).Columns(Sql.Column("n", SqlTypes.BigInteger));

    // True when the commit was reported.
    private async Task<bool> WorkCore(Connection connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await connection.BeginAsync(new() { Isolation = IsolationLevel.Serializable }, cancellationToken);
            await DepositAsync(connection, 3, cancellationToken);
            await using (var savepoint = await transaction.SavepointAsync(null, cancellationToken))
            {
                await DepositAsync(connection, 4, cancellationToken);
                await savepoint.ReleaseAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void CheckAndClean(Connection connection, bool isDone)
    {
        Assert.That(connection.Transaction, Is.Null);
        var count = Count();
        Assert.That(count, isDone ? Is.EqualTo(4) : Is.EqualTo(2).Or.EqualTo(4));
        Assert.That(Count(connection), Is.EqualTo(count));
        connection.Execute(Sql.Delete(Accounts).Where(Accounts.Id > 2));
        Assert.That(Count(), Is.EqualTo(2), "the statement has committed by itself");
    }
}
