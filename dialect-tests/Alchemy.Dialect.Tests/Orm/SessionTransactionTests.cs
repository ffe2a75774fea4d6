namespace Alchemy.Tests;

/// <summary>How a session's transactions begin, fail and end.</summary>
public sealed class SessionTransactionTests(Database database) : ShopFixture(database)
{
    [Test]
    public async Task A_session_and_a_context_pass_options_on_and_end_asynchronously()
    {
        await using (var session = NewSession())
        {
            await using (session.Begin(new TransactionOptions { IsReadOnly = true }))
            {
                session.Add(new Customer { Name = "ann" });
                Assert.That(Assert.ThrowsAsync<DatabasePermissionException>(() => session.FlushAsync())!.Kind, Is.EqualTo(DatabaseErrorKind.ReadOnly));
            }

            Assert.That(session.InTransaction, Is.False);
        }

        await using (var context = new ShopContext(Engine))
        {
            await using (context.BeginTransaction(new TransactionOptions { WriteLock = WriteLock.AtBegin }))
            {
                context.Session.Add(new Customer { Name = "bo" });
                await context.SaveChangesAsync();
            }

            Assert.That(Customers(), Is.Empty);
            await using var transaction = context.BeginTransaction(TransactionOptions.Default);
            context.Session.Add(new Customer { Name = "cy" });
            await transaction.CommitAsync();
        }

        Assert.That(Customers(), Is.EqualTo(new[] { "cy" }));
        var left = NewSession();
        left.Begin();
        left.Add(new Customer { Name = "dee" });
        left.Flush();
        await left.DisposeAsync();
        Assert.Throws<SessionStateException>(() => left.Flush());
        Assert.That(Customers(), Is.EqualTo(new[] { "cy" }), "what was open is rolled back");
    }

    [Test]
    public void An_engine_that_begins_by_itself_serves_sessions_too()
    {
        if (Engine.HasOneConnection)
        {
            Assert.Ignore("Excluded: another engine on SQLite's memory would be another database.");
        }

        using var engine = Engine.Create(Url(Lane), new EngineOptions { Execution = new() { Autobegin = true } });
        using (var session = new Session(engine, Model))
        {
            session.Add(new Customer { Name = "ann" });
            session.Commit();
            session.Add(new Customer { Name = "bo" });
            session.Flush();
        }

        Assert.That(Customers(), Is.EqualTo(new[] { "ann" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    [Except(Database.MariaDb, "MariaDB checks every constraint at once.")]
    [Except(Database.Sqlite, "SQLite checks UNIQUE at once.")]
    public void A_commit_that_fails_leaves_changes_pending_or_a_transaction_to_roll_back(bool begins)
    {
        var customers = Model.Mapper<Customer>().Table.Name;
        using (var connection = Engine.Connect())
        {
            connection.ExecuteText($"ALTER TABLE {customers} ADD CONSTRAINT once UNIQUE (\"Country\") DEFERRABLE INITIALLY DEFERRED");
        }

        using var session = NewSession();
        var transaction = begins ? session.Begin() : null;
        var (ann, other) = (new Customer { Name = "ann", Country = "NO" }, new Customer { Name = "bo", Country = "NO" });
        session.Add(ann);
        session.Add(other);
        Assert.That(Assert.Throws<ConstraintViolationException>(session.Commit)!.Constraint, Is.EqualTo("once"));
        Assert.That((session.InTransaction, Customers().Count), Is.EqualTo((begins, 0)));
        if (begins)
        {
            Assert.That(Assert.Throws<ConnectionStateException>(() => session.Get<Customer>(99))!.Message, Does.Contain("Rollback()"));
            transaction!.Dispose();
            Assert.That(session.Find(ann), Is.Null, "the transaction's objects are not the session's any more");
            session.Add(ann);
        }
        else
        {
            Assert.That((ann.Id, session.Find(other)!.Status), Is.EqualTo((0, EntityState.Pending)));
            session.Delete(other);
        }

        session.Commit();
        Assert.That(Customers(), Is.EqualTo(new[] { "ann" }));
    }

    private IReadOnlyList<string> Customers()
    {
        using var connection = Engine.Connect();
        var name = Model.Mapper<Customer>().Table.C("Name");
        return [.. connection.Execute(Sql.Select(name).OrderBy(name)).Scalars<string>().ToList().OfType<string>()];
    }
}
