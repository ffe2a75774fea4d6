namespace Alchemy.Tests;

/// <summary>Who begins and who ends a transaction: each statement, the program, or the first statement.</summary>
public sealed class AutobeginTests(Database database) : TransactionFixture(database)
{
    [Test]
    public void Without_a_transaction_each_statement_commits()
    {
        using var connection = Bank.Connect();
        Deposit(connection, 3);
        Assert.That(Count(), Is.EqualTo(3));
        Assert.That(Assert.Throws<ConnectionStateException>(connection.Commit)!.Message, Does.Contain("committed by itself"));
        Assert.Throws<ConnectionStateException>(connection.Rollback);
        connection.Begin();
        Deposit(connection, 4);
        connection.Commit();
        Assert.That((connection.Transaction, Count()), Is.EqualTo(((Transaction?)null, 4)));
    }

    [Test]
    public async Task Commit_as_you_go()
    {
        await using (var connection = await Bank.ConnectAsync())
        {
            connection.Options = new() { Autobegin = true };
            await connection.CommitAsync();
            await DepositAsync(connection, 3, default);
            Assert.That((connection.Transaction!.State, Count()), Is.EqualTo((TransactionState.Active, 2)));
            Assert.That(Assert.Throws<ConnectionStateException>(() => connection.Begin())!.Message, Does.Contain("Autobegin"));
            await connection.CommitAsync();
            Assert.That((connection.Transaction, Count()), Is.EqualTo(((Transaction?)null, 3)));
            Deposit(connection, 4);
            await connection.RollbackAsync();
            connection.ExecuteMany(Sql.Insert(Accounts), new[] { new { Id = 5, Balance = 1 }, new { Id = 6, Balance = 1 } }).Dispose();
            Assert.That((Count(connection), Count()), Is.EqualTo((5, 3)));
            connection.ExecuteBatch(Sql.Delete(Accounts).Where(Accounts.Id == 5));
            Assert.That(connection.Transaction, Is.Not.Null);
        }

        Assert.That(Count(), Is.EqualTo(3), "closing the connection rolls back");
    }

    [Test]
    public void An_engine_of_that_kind_creates_its_tables_all_the_same()
    {
        using var engine = Engine.Create(BankUrl, new EngineOptions { Execution = new() { Autobegin = true } });
        var metadata = new MetaData();
        _ = new Table("alchemy_autobegun", metadata, new Column("id", SqlTypes.Integer, primaryKey: true));
        using (var connection = Bank.Connect())
        {
            foreach (var text in Bank.Dialect.Ddl.DropAll(metadata))
            {
                connection.ExecuteText(text);
            }
        }

        engine.CreateAll(metadata);
        using var other = Bank.Connect();
        Assert.That(other.Execute(Sql.Select(Func.Count()).SelectFrom(metadata.Tables.Single())).Scalar<long>(), Is.Zero);
    }

    [Test]
    public async Task Begin_once_has_one_transaction()
    {
        await using (var connection = await Bank.BeginAsync(new() { Isolation = On is Database.Sqlite ? null : IsolationLevel.Serializable }))
        {
            Deposit(connection, 3);
            Assert.Throws<ConnectionStateException>(() => connection.Begin());
            connection.Commit();
            Assert.That(Assert.Throws<ConnectionStateException>(() => Deposit(connection, 4))!.Message, Does.Contain("engine.Begin()"));
            Assert.Throws<ConnectionStateException>(connection.Commit);
        }

        using (var connection = Bank.Begin())
        {
            Deposit(connection, 5);
        }

        Assert.That(Count(), Is.EqualTo(3));
    }

    [Test]
    public void Savepoints_have_names_and_an_order()
    {
        using var connection = Bank.Connect();
        using var transaction = connection.Begin();
        var outer = transaction.Savepoint("Odd \"name`");
        Deposit(connection, 3);
        var inner = transaction.Savepoint("select");
        Deposit(connection, 4);
        Assert.That(Assert.Throws<ConnectionStateException>(outer.Release)!.Message, Does.Contain("'select'").And.Contain("Odd"));
        Assert.That(Assert.Throws<ConnectionStateException>(() => transaction.Savepoint("SELECT"))!.Message, Does.Contain("'SELECT'"));
        inner.Rollback();
        Assert.That(Count(connection), Is.EqualTo(3));
        var third = transaction.Savepoint();
        Deposit(connection, 5);
        third.Release();
        var fourth = transaction.Savepoint("select");
        outer.Rollback();
        Assert.That(Assert.Throws<ConnectionStateException>(fourth.Release)!.Message, Does.Contain("'select'"));
        fourth.Dispose();
        Assert.That(Count(connection), Is.EqualTo(2));
        transaction.Commit();
        Assert.That((Count(), transaction.State), Is.EqualTo((2, TransactionState.Committed)));
    }
}
