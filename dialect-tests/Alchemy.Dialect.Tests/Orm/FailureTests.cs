namespace Alchemy.Tests;

/// <summary>A flush or a commit that fails half way: nothing in memory is half changed, the edits are pending, the pool has its connection.</summary>
public sealed class FailureTests(Database database) : ShopFixture(database)
{
    private protected override EngineOptions EngineOptions => base.EngineOptions with { Pool = new PoolOptions { Size = 1, Timeout = TimeSpan.FromSeconds(2) } };

    [Test]
    public void A_flush_that_fails_in_the_middle([Values("unique", "not null", "foreign key", "stale")] string reason, [Values] bool inTransaction)
    {
        Save(new Customer { Name = "ann", Orders = { new Order { Note = "old", Lines = { new Line() } } } }, new Customer { Name = "bob" });
        using var session = NewSession();
        var (ann, bob, order) = (session.Get<Customer>(1)!, session.Get<Customer>(2)!, session.Get<Order>(1)!);
        session.Load(ann, c => c.Orders);
        session.Load(order, o => o.Lines);
        var removed = order.Lines[0];
        var (added, cid) = (new Order { Note = "added", Lines = { new Line() } }, new Customer { Name = "cid" });
        if (inTransaction)
        {
            session.Begin();
            ann.Country = "SE";
            session.Flush();
        }

        ann.Orders.Add(added);
        session.Add(cid);
        order.Customer = bob;
        order.Lines.RemoveAt(0);
        ann.Country = "NO";
        var (spoil, mend) = Spoiler(reason, session, bob, cid);
        spoil();
        Assert.That(() => session.Commit(), Throws.InstanceOf<AlchemyException>());

        Assert.That((added.Id, added.CustomerId, added.Customer, added.Lines[0].Id, cid.Id), Is.EqualTo((0, 0, (Customer?)null, 0L, 0)));
        Assert.That((order.CustomerId, order.Customer, bob.Orders.Count, removed.Order), Is.EqualTo((1, bob, 0, order)));
        Assert.That((session.Find(added)!.Status, session.Find(removed)!.Status, session.Find(order)!.Status), Is.EqualTo((EntityState.Pending, EntityState.Persistent, EntityState.Persistent)));
        Assert.That(session.InTransaction, Is.EqualTo(inTransaction));
        if (!inTransaction)
        {
            Assert.That((Count<Order>(), Count<Line>()), Is.EqualTo((1, 1)), "nothing is written, and there is a connection");
        }

        mend();
        session.Commit();
        Assert.That((Count<Order>(), Count<Line>(), added.CustomerId, order.CustomerId), Is.EqualTo((2, 1, 1, 2)));
        using var check = NewSession();
        Assert.That((check.Get<Customer>(1)!.Country, check.Get<Order>(1)!.CustomerId), Is.EqualTo(("NO", 2)));
    }

    [Test]
    public async Task A_canceled_flush_can_be_repeated([Values] bool inTransaction, [Values(1, 2, 3, 4)] int statement)
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = (await session.GetAsync<Customer>([1]))!;
        if (inTransaction)
        {
            session.Begin();
            ann.Photo = [1];
            await session.FlushAsync();
        }

        var order = new Order { Customer = ann, Lines = { new Line(), new Line() } };
        session.Add(order);
        ann.Country = "NO";
        using var source = new CancellationTokenSource();
        var count = 0;
        Action<ExecutingEvent> cancel = e =>
        {
            if (e.Text.StartsWith("INSERT", StringComparison.Ordinal) && ++count == statement || e.Text.StartsWith("RELEASE", StringComparison.Ordinal) && statement == 4)
            {
                source.Cancel();
            }
        };
        Engine.Events.Executing += cancel;
        var failed = false;
        try
        {
            await session.FlushAsync(source.Token);
        }
        catch (OperationCanceledException)
        {
            failed = true;
        }

        Engine.Events.Executing -= cancel;
        var wasDone = order.Id > 0;
        Assert.That(session.Find(order)!.Status, Is.EqualTo(failed ? EntityState.Pending : EntityState.Persistent));
        Assert.That((wasDone, order.Lines[0].Id > 0, order.CustomerId > 0), Is.EqualTo((!failed, !failed, !failed)));
        await session.CommitAsync();
        Assert.That((Count<Order>(), Count<Line>(), Scalar<string>(m => m.Mapper<Customer>().Table.C("Country"))), Is.EqualTo((1, 2, "NO")));
    }

    [Test]
    public void A_commit_that_fails_leaves_the_edits_pending()
    {
        Save(new Customer { Name = "ann" }, new Customer { Name = "bob" });
        DeferOrders();
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        var order = new Order { CustomerId = 99 };
        session.Add(order);
        ann.Country = "NO";
        Assert.That(() => session.Commit(), Throws.InstanceOf<DatabaseException>());
        Assert.That((order.Id, session.Find(order)!.Status, ann.Country, session.InTransaction), Is.EqualTo((0, EntityState.Pending, "NO", false)));
        Assert.That(Count<Order>(), Is.Zero);
        order.CustomerId = 2;
        session.Commit();
        Assert.That((Count<Order>(), Scalar<int>(m => m.Mapper<Order>().Table.C("CustomerId"))), Is.EqualTo((1, 2)));
        using var check = NewSession();
        Assert.That(check.Get<Customer>(1)!.Country, Is.EqualTo("NO"));
    }

    [Test]
    public void A_commit_of_an_open_transaction_that_fails_is_rolled_back()
    {
        Save(new Customer { Name = "ann" });
        DeferOrders();
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        ann.Country = "pending";
        var transaction = session.Begin();
        var order = new Order { CustomerId = 99 };
        session.Add(order);
        session.Flush();
        Assert.That(() => transaction.Commit(), Throws.InstanceOf<DatabaseException>());
        transaction.Rollback();
        Assert.That((order.Id, session.Find(order), ann.Country), Is.EqualTo((0, (StateEntry?)null, "pending")));
        session.Commit();
        Assert.That((Count<Order>(), Scalar<string>(m => m.Mapper<Customer>().Table.C("Country"))), Is.EqualTo((0, "pending")));
    }

    [Test]
    public void A_handler_that_throws_after_the_database_has_done_it_changes_nothing([Values] bool inTransaction)
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        if (inTransaction)
        {
            session.Begin();
            session.Get<Customer>(1)!.Country = "NO";
        }

        session.Add(new Customer { Name = "bob" });
        Action<TransactionEvent> handler = _ => throw new InvalidOperationException("late");
        Engine.Events.TransactionCommitted += handler;
        Assert.That(() => session.Commit(), Throws.TypeOf<InvalidOperationException>());
        Engine.Events.TransactionCommitted -= handler;
        session.Commit();
        Assert.That((Count<Customer>(), session.InTransaction), Is.EqualTo((2, false)));
    }

    [Test]
    public void A_lost_connection([Values("flush", "savepoint", "commit", "rollback", "dispose")] string during, [Values] bool async)
    {
        if (Database is not Database.PostgreSql)
        {
            Assert.Ignore("Excluded: There is no connection to lose.");
        }

        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        var bob = new Customer { Name = "bob" };
        var transaction = session.Begin();
        session.Add(bob);
        session.Flush();
        var savepoint = session.Savepoint();
        ann.Country = "NO";
        session.Flush();
        Terminate();
        var order = new Order { Customer = ann };
        session.Add(order);
        switch (during)
        {
            case "flush":
                Assert.That(async () => await Run(async, session.Flush, () => session.FlushAsync()), Throws.InstanceOf<DatabaseException>());
                Assert.That((order.Id, session.Find(order)!.Status, ann.Country), Is.EqualTo((0, EntityState.Pending, "NO")));
                Assert.That(() => session.Commit(), Throws.InstanceOf<AlchemyException>().With.Message.Contains("Rollback"));
                savepoint.Dispose();
                Assert.That(ann.Country, Is.Null);
                break;
            case "savepoint":
                Assert.That(async () => await Run(async, () => savepoint.Rollback(), () => savepoint.RollbackAsync()), Throws.InstanceOf<DatabaseException>());
                break;
            case "commit":
                Assert.That(async () => await Run(async, () => session.Commit(), () => session.CommitAsync()), Throws.InstanceOf<AlchemyException>());
                break;
            case "dispose":
                session.Dispose();
                break;
        }

        if (during != "dispose")
        {
            try
            {
                session.Rollback();
            }
            catch (DatabaseException) when (during is "rollback")
            {
                Assert.That(session.InTransaction, Is.False);
            }

            Assert.That((ann.Country, bob.Id, session.Find(bob), session.Find(order), session.InTransaction), Is.EqualTo(((string?)null, 0, (StateEntry?)null, (StateEntry?)null, false)));
            transaction.Dispose();
            ann.Country = "SE";
            session.Add(bob);
            session.Commit();
            Assert.That(Count<Customer>(), Is.EqualTo(2));
        }

        using var connection = Engine.Connect();
        Assert.That(connection.Execute(Sql.Select(Func.Count()).SelectFrom(Model.Mapper<Order>().Table)).Scalar<long>(), Is.Zero, "the pool has its connection");
    }

    [Test]
    public void A_connection_lost_between_transactions_loses_no_edit()
    {
        if (Database is not Database.PostgreSql)
        {
            Assert.Ignore("Excluded: There is no connection to lose.");
        }

        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        ann.Country = "NO";
        Terminate();
        Assert.That(() => session.Commit(), Throws.InstanceOf<DatabaseException>());
        Assert.That((ann.Country, session.InTransaction), Is.EqualTo(("NO", false)));
        session.Commit();
        Assert.That(Scalar<string>(m => m.Mapper<Customer>().Table.C("Country")), Is.EqualTo("NO"));
    }

    private (Action Spoil, Action Mend) Spoiler(string reason, Session session, Customer bob, Customer cid)
    {
        var bad = new Employee { Name = "bad", BossId = 77 };
        return reason switch
        {
            "unique" => (() => cid.Name = "ann", () => cid.Name = "cid"),
            "not null" => (() => cid.Name = null!, () => cid.Name = "cid"),
            "foreign key" => (() => session.Add(bad), () => bad.BossId = null),
            _ => Stale(session, () => bob.Country = "Y"),
        };
    }

    // A row that is not there: an object attached by a key that no row has.
    private static (Action Spoil, Action Mend) Stale(Session session, Action mend)
    {
        var ghost = new Stock { ProductId = 9, Place = "nowhere" };
        return (() => { session.Attach(ghost); ghost.Count = 1; }, () => { session.Evict(ghost); mend(); });
    }

    private void DeferOrders()
    {
        if (Database is not Database.PostgreSql)
        {
            Assert.Ignore("Excluded: Its constraints cannot be changed.");
        }

        using var connection = Engine.Connect();
        connection.ExecuteText("ALTER TABLE shop_orders ALTER CONSTRAINT \"shop_orders_CustomerId_fkey\" DEFERRABLE INITIALLY DEFERRED");
    }

    // Ends every connection to the database but that of the one who asks.
    private void Terminate()
    {
        using var second = Engine.Create(Url(Lane), new EngineOptions());
        using var connection = second.Connect();
        connection.ExecuteText("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()");
        Thread.Sleep(100);
    }

    private static Task Run(bool async, Action sync, Func<Task> task)
    {
        if (async)
        {
            return task();
        }

        sync();
        return Task.CompletedTask;
    }
}
