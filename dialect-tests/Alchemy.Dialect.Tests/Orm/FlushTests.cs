using System.ComponentModel.DataAnnotations.Schema;

namespace Alchemy.Tests;

/// <summary>What a flush must never lose: objects that move, return, or are held by more than one collection.</summary>
public sealed class FlushTests(Database database) : ShopFixture(database)
{
    [Test]
    public void A_deleted_object_that_an_unloaded_collection_holds_does_not_come_back()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        var order = new Order();
        ann.Orders.Add(order);
        session.Commit();
        session.Delete(order);
        session.Commit();
        ann.Country = "NO";
        session.Commit();
        Assert.That((Count<Order>(), ann.Orders.Count, session.Find(order)), Is.EqualTo((0, 0, (StateEntry?)null)));
    }

    [Test]
    public void An_evicted_object_that_a_collection_holds_is_not_inserted_again()
    {
        Save(new Customer { Name = "ann", Orders = { new Order() } });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        session.Load(ann, c => c.Orders);
        session.Evict(ann.Orders[0]);
        ann.Country = "NO";
        session.Commit();
        Assert.That(Count<Order>(), Is.EqualTo(1));
    }

    [Test]
    public void A_child_that_moved_away_is_no_orphan_of_its_former_parent()
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line() } }, new Order { Customer = new Customer { Name = "bob" } });
        using var session = NewSession();
        var (from, to, line) = (session.Get<Order>(1)!, session.Get<Order>(2)!, session.Get<Line>(1L)!);
        line.Order = to;
        session.Load(from, o => o.Lines);
        session.Commit();
        Assert.That(from.Lines, Is.Empty, "also when the child did not know its former parent");
        from.Lines.Remove(line);
        from.Note = "x";
        session.Commit();
        Assert.That((Count<Line>(), line.Order), Is.EqualTo((1, to)));
    }

    [Test]
    public void A_collection_that_does_not_know_of_a_move_orphans_nobody()
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line() } }, new Order { Customer = new Customer { Name = "bob" } });
        using var session = NewSession();
        var from = session.Get<Order>(1)!;
        session.Load(from, o => o.Lines);
        var line = from.Lines[0];
        using (var connection = Engine.Connect())
        {
            var table = Model.Mapper<Line>().Table;
            connection.Execute(Sql.Update(table).Set(table.Column("OrderId"), Sql.Literal(2)));
        }

        session.Refresh(line);
        from.Lines.Remove(line);
        session.Commit();
        Assert.That(Count<Line>(), Is.EqualTo(1), "the row belongs to another order by now");
    }

    [Test]
    public void Children_move_between_parents_without_a_reference_of_their_own()
    {
        var model = new ModelBuilder().Entity<Shelf>(e => e.Navigation(s => s.Books).ForeignKey("ShelfId")).Build();
        using (var connection = Engine.Connect())
        {
            Engine.Dialect.Ddl.DropAll(model.MetaData).ToList().ForEach(t => connection.ExecuteText(t));
        }

        Engine.CreateAll(model.MetaData);
        using var session = new Session(Engine, model);
        var (a, b, book) = (new Shelf(), new Shelf(), new Book());
        a.Books.Add(book);
        session.Add(a);
        session.Add(b);
        session.Commit();
        b.Books.Add(book);
        session.Commit();
        Assert.That((a.Books.Count, b.Books.Count, book.ShelfId), Is.EqualTo((0, 1, (int?)b.Id)));
        a.Books.Remove(book);
        session.Commit();
        Assert.That(book.ShelfId, Is.EqualTo(b.Id));
        b.Books.Remove(book);
        session.Commit();
        Assert.That(book.ShelfId, Is.Null);
    }

    [Test]
    public void A_removal_from_a_stale_collection_is_kept()
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line(), new Line() } });
        using var session = NewSession(new SessionOptions { Autoflush = false });
        var order = session.Get<Order>(1)!;
        session.Load(order, o => o.Lines);
        order.Lines.RemoveAt(0);
        session.Refresh(order);
        session.Commit();
        Assert.That(Count<Line>(), Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_collection_is_replaced_or_emptied_as_a_whole(bool byNull)
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line { Quantity = 1 }, new Line { Quantity = 2 } } });
        using var session = NewSession();
        var order = session.Get<Order>(1)!;
        session.Load(order, o => o.Lines);
        var kept = order.Lines[1];
        order.Lines = byNull ? null! : [kept, new Line { Quantity = 3 }];
        session.Commit();
        using var other = NewSession();
        var read = other.Get<Order>(1)!;
        other.Load(read, o => o.Lines);
        Assert.That(read.Lines.Select(l => l.Quantity), Is.EqualTo(byNull ? Array.Empty<int>() : [2, 3]));
    }

    [Test]
    public void An_array_can_stand_for_a_collection()
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line { Quantity = 1 } } }, new Order { Customer = new Customer { Name = "bob" } });
        using var session = NewSession();
        var (order, other) = (session.Get<Order>(1)!, session.Get<Order>(2)!);
        session.Load(order, o => o.Lines);
        var line = order.Lines[0];
        order.Lines = new[] { line };
        line.Order = other;
        session.Commit();
        Assert.That((order.Lines.Count, Count<Line>()), Is.EqualTo((0, 1)));
        other.Lines = new[] { line, new Line() };
        session.Flush();
        session.Rollback();
        Assert.That(other.Lines.Count, Is.Zero, "as it was: not loaded");
    }

    [Test]
    public void A_parent_goes_and_its_children_stay_elsewhere([Values] Move move, [Values] bool loadTarget, [Values] bool deleteFirst)
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line(), new Line() } }, new Order { Customer = new Customer { Name = "bob" } });
        using var session = NewSession();
        var (from, to) = (session.Get<Order>(1)!, session.Get<Order>(2)!);
        session.Load(from, o => o.Lines);
        if (loadTarget)
        {
            session.Load(to, o => o.Lines);
        }

        var line = from.Lines[0];
        if (deleteFirst)
        {
            session.Delete(from);
        }

        MoveLine(move, line, from, to);
        if (!deleteFirst)
        {
            session.Delete(from);
        }

        session.Commit();
        Assert.That((Count<Order>(), Count<Line>(), line.Order), Is.EqualTo((1, 1, to)), "the moved line stays, the other one goes");
        Assert.That(session.PlanFlush().ToString(), Is.Empty);
        using var check = NewSession();
        var read = check.Get<Order>(2)!;
        check.Load(read, o => o.Lines);
        Assert.That(read.Lines.Select(l => l.Id), Is.EqualTo(new[] { line.Id }));
    }

    [Test]
    public void A_child_moves_to_a_new_parent_while_the_old_one_goes([Values] Move move)
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line() } });
        using var session = NewSession();
        var from = session.Get<Order>(1)!;
        session.Load(from, o => o.Lines);
        session.Load(from, o => o.Customer);
        var line = from.Lines[0];
        var to = new Order { Customer = from.Customer };
        session.Add(to);
        MoveLine(move, line, from, to);
        session.Delete(from);
        session.Commit();
        Assert.That((Count<Order>(), Count<Line>(), line.Order, to.Lines.Single()), Is.EqualTo((1, 1, to, line)));
    }

    [Test]
    public void A_tree_is_hung_upside_down()
    {
        var root = new Employee { Name = "root", Reports = { new Employee { Name = "middle", Reports = { new Employee { Name = "leaf" } } } } };
        using var session = NewSession();
        session.Add(root);
        session.Commit();
        var middle = root.Reports.Single();
        var leaf = middle.Reports.Single();
        (leaf.Boss, middle.Boss, root.Boss) = (null, leaf, middle);
        session.Commit();
        Assert.That((leaf.BossId, middle.BossId, root.BossId), Is.EqualTo(((int?)null, (int?)leaf.Id, (int?)middle.Id)));
        Assert.That((leaf.Reports.Single(), middle.Reports.Single(), root.Reports.Count), Is.EqualTo((middle, root, 0)));
        session.Delete(middle);
        session.Commit();
        Assert.That((Count<Employee>(), root.BossId, root.Boss, leaf.Reports.Count), Is.EqualTo((2, (int?)null, (Employee?)null, 0)));
    }

    [Test]
    public void One_that_is_its_own_boss()
    {
        var own = new Employee { Name = "own" };
        own.Boss = own;
        using var session = NewSession();
        session.Add(own);
        session.Commit();
        Assert.That(own.BossId, Is.EqualTo(own.Id));
        Assert.That(Scalar<int>(m => m.Mapper<Employee>().Table.C("BossId")), Is.EqualTo(own.Id));
        session.Delete(own);
        session.Commit();
        Assert.That(Count<Employee>(), Is.Zero);
    }

    [Test]
    public void Rows_that_need_each_other_can_go_together()
    {
        var (a, b) = (new Employee { Name = "a" }, new Employee { Name = "b" });
        (a.Boss, b.Boss) = (b, a);
        Save(a);
        using var session = NewSession();
        session.Delete(session.Get<Employee>(1)!);
        session.Delete(session.Get<Employee>(2)!);
        session.Commit();
        Assert.That(Count<Employee>(), Is.Zero);
    }

    [Test]
    public void A_child_in_two_collections_has_one_parent_afterwards()
    {
        Save(new Customer { Name = "ann" }, new Customer { Name = "bob" });
        using var session = NewSession();
        var (ann, bob) = (session.Get<Customer>(1)!, session.Get<Customer>(2)!);
        session.Load(ann, c => c.Orders);
        session.Load(bob, c => c.Orders);
        var order = new Order();
        ann.Orders.Add(order);
        bob.Orders.Add(order);
        session.Commit();
        Assert.That(ann.Orders.Count + bob.Orders.Count, Is.EqualTo(1));
        Assert.That(order.Customer.Orders.Single(), Is.SameAs(order));
        Assert.That(Scalar<int>(m => m.Mapper<Order>().Table.C("CustomerId")), Is.EqualTo(order.Customer.Id));
        Assert.That(session.PlanFlush().ToString(), Is.Empty);
    }

    [Test]
    public void A_new_child_with_a_foreign_key_joins_its_parents_collection()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        session.Load(ann, c => c.Orders);
        var order = new Order { CustomerId = 1 };
        session.Add(order);
        session.Commit();
        Assert.That((order.Customer, ann.Orders.SingleOrDefault()), Is.EqualTo((ann, order)));
    }

    [Test]
    public void A_chain_of_keys_moves_up_and_a_freed_key_is_taken()
    {
        Save(new Stock { ProductId = 1, Place = "a", Count = 1 }, new Stock { ProductId = 1, Place = "b", Count = 2 }, new Stock { ProductId = 1, Place = "c", Count = 3 });
        using var session = NewSession();
        var (a, b, c) = (session.Get<Stock>(1, "a")!, session.Get<Stock>(1, "b")!, session.Get<Stock>(1, "c")!);
        session.Delete(c);
        (a.Place, b.Place) = ("b", "c");
        session.Commit();
        Assert.That((session.Get<Stock>(1, "a"), session.Get<Stock>(1, "b"), session.Get<Stock>(1, "c")), Is.EqualTo(((Stock?)null, a, b)));
        using var other = NewSession();
        Assert.That((other.Get<Stock>(1, "b")!.Count, other.Get<Stock>(1, "c")!.Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public void A_refused_exchange_of_keys_leaves_everything_as_it_was()
    {
        Save(new Stock { ProductId = 1, Place = "a", Count = 1 }, new Stock { ProductId = 1, Place = "b", Count = 2 });
        using var session = NewSession();
        var (a, b) = (session.Get<Stock>(1, "a")!, session.Get<Stock>(1, "b")!);
        (a.Place, b.Place) = ("b", "a");
        Assert.That(() => session.Commit(), Throws.InstanceOf<AlchemyException>());
        Assert.That((session.Get<Stock>(1, "a"), session.Get<Stock>(1, "b")), Is.EqualTo((a, b)), "under the keys of the rows");
        session.Rollback();
        Assert.That((a.Place, b.Place), Is.EqualTo(("a", "b")));
    }

    private static void MoveLine(Move move, Line line, Order from, Order to)
    {
        switch (move)
        {
            case Move.Reference:
                line.Order = to;
                break;
            case Move.RemoveAndAdd:
                from.Lines.Remove(line);
                to.Lines.Add(line);
                break;
            case Move.Add:
                to.Lines.Add(line);
                break;
            case Move.Everything:
                from.Lines.Remove(line);
                to.Lines.Add(line);
                line.Order = to;
                break;
        }
    }

    /// <summary>Ways to give a line another order.</summary>
    public enum Move
    {
        Reference,
        RemoveAndAdd,
        Add,
        Everything,
    }

    [Table("flush_shelves")]
    private sealed class Shelf
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public List<Book> Books { get; set; } = [];
    }

    [Table("flush_books")]
    private sealed class Book
    {
        public int Id { get; set; }

        public int? ShelfId { get; set; }
    }
}
