namespace Alchemy.Tests;

/// <summary>The three rules: a failed flush, a rolled back transaction or savepoint, an expired object.</summary>
public sealed class RollbackTests(Database database) : ShopFixture(database)
{
    [Test]
    public void A_failed_flush_undoes_its_own_effects_and_keeps_the_edits()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        var order = new Order { Customer = ann };
        var twin = new Customer { Name = "ann" };
        session.Add(order);
        session.Add(twin);
        ann.Country = "NO";
        Assert.That(() => session.Flush(), Throws.TypeOf<ConstraintViolationException>());
        Assert.That((order.Id, order.CustomerId, twin.Id), Is.EqualTo((0, 0, 0)), "generated keys return");
        Assert.That((session.Find(order)!.Status, session.Find(twin)!.Status), Is.EqualTo((EntityState.Pending, EntityState.Pending)));
        Assert.That((ann.Country, ann.Orders.Count), Is.EqualTo(("NO", 0)));
        Assert.That(Count<Order>(), Is.Zero);

        twin.Name = "ann 2";
        session.Commit();
        Assert.That((Count<Order>(), Count<Customer>(), order.CustomerId), Is.EqualTo((1, 2, 1)));
    }

    [Test]
    public void A_failed_flush_inside_a_transaction_leaves_what_was_flushed_before()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        session.Begin();
        session.Add(new Customer { Name = "bob" });
        session.Flush();
        var twin = new Customer { Name = "ann" };
        session.Add(twin);
        Assert.That(() => session.Flush(), Throws.TypeOf<ConstraintViolationException>());
        session.Delete(twin);
        session.Commit();
        Assert.That(Count<Customer>(), Is.EqualTo(2));
    }

    [Test]
    public void A_rolled_back_transaction_restores_objects()
    {
        var order = new Order { Customer = new Customer { Name = "ann" }, Note = "old", Lines = { new Line { Quantity = 1 }, new Line { Quantity = 2 } } };
        Save(order);
        using var session = NewSession();
        var read = session.Get<Order>(1)!;
        session.Load(read, o => o.Lines);
        var lines = read.Lines.ToList();
        var added = new Line { Quantity = 3 };
        read.Note = "new";
        read.Lines.RemoveAt(0);
        read.Lines.Add(added);
        session.Flush();
        read.Note = "newer";
        session.Rollback();
        Assert.That(read.Note, Is.EqualTo("old"), "an edit after the flush goes too");
        Assert.That(read.Lines, Is.EqualTo(lines), "in order");
        Assert.That(session.Find(lines[0])!.Status, Is.EqualTo(EntityState.Persistent));
        Assert.That((session.Find(added), added.Id), Is.EqualTo(((StateEntry?)null, 0L)), "transient again, with its former key");
        Assert.That(session.PlanFlush().IsEmpty, Is.True);
        Assert.That(Count<Line>(), Is.EqualTo(2));
    }

    [Test]
    public void What_was_pending_at_Begin_is_pending_again()
    {
        Save(new Customer { Name = "ann" }, new Customer { Name = "bob" });
        using var session = NewSession();
        var (ann, bob) = (session.Get<Customer>(1)!, session.Get<Customer>(2)!);
        var cid = new Customer { Name = "cid" };
        ann.Country = "NO";
        session.Delete(bob);
        session.Add(cid);
        using (var transaction = session.Begin())
        {
            ann.Country = "SE";
            session.Flush();
            Assert.That(session.Find(bob), Is.Null);
            transaction.Rollback();
        }

        Assert.That(ann.Country, Is.EqualTo("NO"));
        Assert.That((session.Find(bob)!.IsMarkedDeleted, session.Find(cid)!.Status, cid.Id), Is.EqualTo((true, EntityState.Pending, 0)));
        session.Commit();
        Assert.That(Count<Customer>(), Is.EqualTo(2));
        using var other = NewSession();
        Assert.That(other.Get<Customer>(1)!.Country, Is.EqualTo("NO"));
    }

    [Test]
    public void Edits_can_be_kept()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        ann.Name = "flushed";
        session.Flush();
        ann.Country = "NO";
        session.Rollback(keepEdits: true);
        Assert.That((ann.Name, ann.Country), Is.EqualTo(("ann", "NO")));
        Assert.That(session.PlanFlush().ToString(), Is.EqualTo("UPDATE Customer 1 SET Country"));
    }

    [Test]
    public void A_savepoint_is_a_rollback_of_its_own()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        ann.Country = "NO";
        using (var savepoint = session.Savepoint())
        {
            ann.Country = "SE";
            session.Add(new Customer { Name = "bob" });
            session.Flush();
            savepoint.Rollback();
        }

        Assert.That(ann.Country, Is.EqualTo("NO"));
        using (var savepoint = session.Savepoint())
        {
            ann.Name = "anna";
            savepoint.Commit();
        }

        Assert.That(session.InTransaction, Is.True);
        session.Rollback();
        Assert.That((ann.Name, ann.Country), Is.EqualTo(("ann", (string?)null)), "the transaction's own start counts");
        Assert.That(Count<Customer>(), Is.EqualTo(1));
    }

    [Test]
    public void Objects_loaded_inside_are_stale_and_rekeyed_ones_return()
    {
        Save(new Stock { ProductId = 1, Place = "north" }, new Customer { Name = "ann" });
        using var session = NewSession();
        var stock = session.Get<Stock>(1, "north")!;
        stock.Place = "south";
        session.Flush();
        var ann = session.Get<Customer>(1)!;
        session.Rollback();
        Assert.That((stock.Place, session.Get<Stock>(1, "north")), Is.EqualTo(("north", stock)));
        Assert.That(session.Find(ann)!.IsStale, Is.True);
        Assert.That(session.Get<Customer>(1), Is.SameAs(ann));
        Assert.That(session.Find(ann)!.IsStale, Is.False, "read again");
    }

    [Test]
    public void A_deleted_object_returns()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        session.Delete(ann);
        session.Flush();
        Assert.That(session.Get<Customer>(1), Is.Null);
        session.Rollback();
        Assert.That(session.Get<Customer>(1), Is.SameAs(ann));
        ann.Country = "NO";
        session.Commit();
        Assert.That(Scalar<string>(m => m.Mapper<Customer>().Table.C("Country")), Is.EqualTo("NO"));
    }

    [Test]
    public void A_rollback_without_a_transaction_discards_edits()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        var bob = new Customer { Name = "bob" };
        ann.Name = "x";
        session.Add(bob);
        session.Rollback();
        Assert.That((ann.Name, session.Find(bob)), Is.EqualTo(("ann", (StateEntry?)null)));
    }

    [Test]
    public void A_disposed_transaction_is_rolled_back_and_frames_end_in_order()
    {
        using var session = NewSession();
        var ann = new Customer { Name = "ann" };
        using (session.Begin())
        {
            session.Add(ann);
            session.Flush();
            Assert.That(() => session.Begin(), Throws.TypeOf<SessionStateException>());
        }

        Assert.That((Count<Customer>(), ann.Id, session.InTransaction), Is.EqualTo((0, 0, false)));
        var outer = session.Savepoint();
        var inner = session.Savepoint();
        Assert.That(() => outer.Commit(), Throws.TypeOf<SessionStateException>().With.Message.Contains("later one is still open"));
        inner.Commit();
        outer.Commit();
        Assert.That(() => outer.Rollback(), Throws.TypeOf<SessionStateException>().With.Message.Contains("has ended"));
    }
}
