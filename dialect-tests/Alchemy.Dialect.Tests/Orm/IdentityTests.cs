namespace Alchemy.Tests;

/// <summary>One row is one object, whichever way it is met; and its edits stay the program's.</summary>
public sealed class IdentityTests(Database database) : ShopFixture(database)
{
    [Test]
    public void Every_way_to_a_row_gives_the_same_object()
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line() } });
        using var session = NewSession();
        var (o, c, l) = (Model.Entity<Order>("o"), Model.Entity<Customer>("c"), Model.Entity<Line>("l"));
        var line = session.Get<Line>(1L)!;
        var order = session.Execute<Order>(EntityQuery.Select(o).Load(o.To(x => x.Lines).SelectIn(), o.To(x => x.Customer).SelectIn())).Single();
        var ann = session.Execute<Customer>(EntityQuery.Select(c).Load(c.To(x => x.Orders).SelectIn().Then("Lines"))).Single();
        session.Load(line, x => x.Order);
        Assert.That((order.Lines.Single(), line.Order, order.Customer, ann.Orders.Single()), Is.EqualTo((line, order, ann, order)));
        Assert.That((session.Get<Order>(1), session.Get<Customer>(1L), session.Get<Line>(1)), Is.EqualTo((order, ann, line)));
        Assert.That(session.Execute<Line>(EntityQuery.Select(l)).Single(), Is.SameAs(line));
        Assert.That(session.PlanFlush().IsEmpty, Is.True);
    }

    [Test]
    public void A_stale_object_is_refreshed_on_every_way_and_keeps_its_edits([Values] Way way)
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line { Price = 1 } } });
        using var session = NewSession(new SessionOptions { Autoflush = false });
        var order = session.Get<Order>(1)!;
        order.Note = "mine";
        using (var other = NewSession())
        {
            var same = other.Get<Order>(1)!;
            (same.Note, same.Total) = ("theirs", 5);
            other.Commit();
        }

        session.ExpireAll();
        Assert.That(order.Total, Is.Zero, "not before it is met");
        var (o, c, line) = (Model.Entity<Order>("o"), Model.Entity<Customer>("c"), session.Get<Line>(1L)!);
        switch (way)
        {
            case Way.Get:
                session.Get<Order>(1);
                break;
            case Way.Query:
                session.Execute<Order>(EntityQuery.Select(o));
                break;
            case Way.Collection:
                session.Execute<Customer>(EntityQuery.Select(c).Load(c.To(x => x.Orders).SelectIn()));
                break;
            case Way.Reference:
                session.Load(line, x => x.Order);
                break;
            case Way.Refresh:
                session.Refresh(order);
                break;
        }

        Assert.That((order.Note, order.Total, session.Find(order)!.IsStale), Is.EqualTo(("mine", 5m, false)));
        Assert.That(session.PlanFlush().ToString(), Is.EqualTo("UPDATE Order 1 SET Note"));
        session.Commit();
        Assert.That((Scalar<string>(m => m.Mapper<Order>().Table.C("Note")), Scalar<decimal>(m => m.Mapper<Order>().Table.C("Total"))), Is.EqualTo(("mine", 5m)));
    }

    [Test]
    public void A_rekeyed_object_is_found_by_its_rows_key_until_it_is_flushed()
    {
        Save(new Stock { ProductId = 1, Place = "a", Count = 1 });
        using var session = NewSession(new SessionOptions { Autoflush = false });
        var stock = session.Get<Stock>(1, "a")!;
        stock.Place = "b";
        var s = Model.Entity<Stock>("s");
        Assert.That(session.Execute<Stock>(EntityQuery.Select(s)).Single(), Is.SameAs(stock));
        Assert.That((session.Get<Stock>(1, "a"), session.Get<Stock>(1, "b"), stock.Place), Is.EqualTo((stock, (Stock?)null, "b")));
        session.Refresh(stock);
        Assert.That(stock.Place, Is.EqualTo("b"));
        using (var transaction = session.Begin())
        {
            session.Flush();
            Assert.That(session.Get<Stock>(1, "b"), Is.SameAs(stock));
        }

        Assert.That((session.Get<Stock>(1, "a"), session.Get<Stock>(1, "b"), stock.Place), Is.EqualTo((stock, (Stock?)null, "b")), "pending again, under its row's key");
        session.Commit();
        Assert.That((session.Get<Stock>(1, "a"), session.Get<Stock>(1, "b")), Is.EqualTo(((Stock?)null, stock)));
    }

    [Test]
    public void Children_of_a_parent_whose_key_was_edited_are_those_of_its_row()
    {
        Save(new Customer { Name = "ann", Orders = { new Order { Note = "ann's" } } }, new Customer { Name = "bob", Orders = { new Order { Note = "bob's" } } });
        using var session = NewSession(new SessionOptions { Autoflush = false });
        var ann = session.Get<Customer>(1)!;
        ann.Id = 2;
        session.Load(ann, c => c.Orders);
        Assert.That(ann.Orders.Select(o => o.Note), Is.EqualTo(new[] { "ann's" }));
    }

    [Test]
    public void A_moved_reference_is_not_kept_when_its_object_is_read_again()
    {
        Save(new Customer { Name = "ann", Orders = { new Order() } }, new Customer { Name = "bob" });
        using var session = NewSession();
        var order = session.Get<Order>(1)!;
        session.Load(order, o => o.Customer);
        using (var other = NewSession())
        {
            other.Get<Order>(1)!.CustomerId = 2;
            other.Commit();
        }

        session.Refresh(order);
        Assert.That((order.CustomerId, order.Customer), Is.EqualTo((2, (Customer?)null)));
        order.Note = "x";
        session.Commit();
        Assert.That(Scalar<int>(m => m.Mapper<Order>().Table.C("CustomerId")), Is.EqualTo(2));
        session.Load(order, o => o.Customer);
        Assert.That(order.Customer.Name, Is.EqualTo("bob"));
    }

    /// <summary>Ways to meet an object that is here already.</summary>
    public enum Way
    {
        Get,
        Query,
        Collection,
        Reference,
        Refresh,
    }
}
