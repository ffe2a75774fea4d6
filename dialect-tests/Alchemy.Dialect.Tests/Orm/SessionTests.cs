namespace Alchemy.Tests;

/// <summary>Adding, changing, deleting and finding objects.</summary>
public sealed class SessionTests(Database database) : ShopFixture(database)
{
    [Test]
    public void A_graph_is_written_parents_first_and_gets_its_keys()
    {
        var tea = new Product("tea", 3.5m) { Secret = "leaves" };
        var ann = new Customer { Name = "ann", Country = "NO" };
        var order = new Order { Customer = ann, Total = 7m, Note = "first", Kind = OrderKind.Rush, Lines = { new Line { Product = tea, Quantity = 2, Price = 3.5m } } };
        using var session = NewSession();
        session.Add(order);
        Assert.That(session.PlanFlush().Actions.Select(a => a.ToString()), Is.EqualTo(new[] { "INSERT new Customer", "INSERT new Product", "INSERT new Order", "INSERT new Line" }).AsCollection);
        session.Commit();

        Assert.That(ann.Id, Is.GreaterThan(0));
        Assert.That((order.CustomerId, order.Lines[0].ProductId), Is.EqualTo((ann.Id, tea.Id)));
        Assert.That(order.Lines[0].Order, Is.SameAs(order), "the other end follows");
        Assert.That(ann.Orders, Is.EqualTo(new[] { order }));

        using var other = NewSession();
        var read = other.Get<Order>(order.Id)!;
        Assert.That((read.Total, read.Note, read.Kind, read.PlacedAt), Is.EqualTo((7m, "first", OrderKind.Rush, order.PlacedAt)));
        other.Load(read, o => o.Lines);
        other.Load(read.Lines[0], l => l.Product);
        Assert.That((read.Lines[0].Product!.Name, read.Lines[0].Product!.Secret, read.Lines[0].Quantity), Is.EqualTo(("tea", "leaves", 2)));
    }

    [Test]
    public void One_row_is_one_object()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var c = Model.Entity<Customer>("c");
        var ann = session.Execute<Customer>(EntityQuery.Select(c))[0];
        Assert.That(session.Execute<Customer>(EntityQuery.Select(c).Where(c.Col(x => x.Name) == "ann"))[0], Is.SameAs(ann));
        Statements();
        Assert.That(session.Get<Customer>(ann.Id), Is.SameAs(ann));
        Assert.That(Statements(), Is.Empty, "found without a query");
        Assert.That(session.Execute<Customer>(EntityQuery.Select(c).AsNoTracking())[0], Is.Not.SameAs(ann));
    }

    [Test]
    public void Only_changed_columns_are_written()
    {
        Save(new Customer { Name = "ann", Photo = [1, 2] });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        session.Flush();
        Assert.That(session.PlanFlush().IsEmpty, Is.True);
        ann.Country = "NO";
        ann.Photo![1] = 9;
        Assert.That(session.PlanFlush().ToString(), Is.EqualTo("UPDATE Customer 1 SET Country, Photo"));
        session.Commit();
        Assert.That(session.PlanFlush().IsEmpty, Is.True, "the copy of the bytes is taken anew");
        using var other = NewSession();
        Assert.That(other.Get<Customer>(1)!.Photo, Is.EqualTo(new byte[] { 1, 9 }));
        Assert.That(other.Get<Customer>(1)!.Country, Is.EqualTo("NO"));
    }

    [Test]
    public void Deleted_objects_go_children_first()
    {
        var order = new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line(), new Line() } };
        Save(order);
        using var session = NewSession();
        var read = session.Get<Order>(order.Id)!;
        session.Load(read, o => o.Lines);
        session.Delete(read);
        Assert.That(session.PlanFlush().Actions.Select(a => a.ToString()), Is.EqualTo(new[] { "DELETE Line 1", "DELETE Line 2", "DELETE Order 1" }));
        session.Commit();
        Assert.That((Count<Line>(), Count<Order>(), Count<Customer>()), Is.EqualTo((0, 0, 1)));
        Assert.That(session.Find(read), Is.Null);
    }

    [Test]
    public void An_orphan_is_deleted_emptied_or_refused()
    {
        var tea = new Product("tea", 1);
        var order = new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line { Product = tea }, new Line { Product = tea } } };
        Save(order);
        using (var session = NewSession())
        {
            var read = session.Get<Order>(1)!;
            session.Load(read, o => o.Lines);
            read.Lines.RemoveAt(0);
            session.Commit();
            Assert.That(Count<Line>(), Is.EqualTo(1), "mapped with DeleteOrphans");
        }

        using (var session = NewSession())
        {
            var product = session.Get<Product>(1)!;
            session.Load(product, p => p.Lines);
            var line = product.Lines.Single();
            product.Lines.Clear();
            session.Commit();
            Assert.That((Count<Line>(), line.ProductId, line.Product), Is.EqualTo((1, (int?)null, (Product?)null)), "the foreign key may be NULL");
        }

        using (var session = NewSession())
        {
            var ann = session.Get<Customer>(1)!;
            session.Load(ann, c => c.Orders);
            ann.Orders.Clear();
            Assert.That(() => session.Commit(), Throws.TypeOf<OrphanException>().With.Message.Contains("Order 1 has lost its Customer").And.Message.Contains("ALQ4006"));
            Assert.That(session.Find(ann)!.Status, Is.EqualTo(EntityState.Persistent));
        }
    }

    [Test]
    public void A_child_moves_with_its_reference_its_collection_or_its_key()
    {
        Save(new Customer { Name = "ann", Orders = { new Order() } }, new Customer { Name = "bob" });
        foreach (var move in new Action<Order, Customer, Customer>[]
        {
            (o, from, to) => o.Customer = to,
            (o, from, to) => { from.Orders.Remove(o); to.Orders.Add(o); },
            (o, from, to) => to.Orders.Add(o),
            (o, from, to) => o.CustomerId = to.Id,
        })
        {
            using var session = NewSession();
            var order = session.Get<Order>(1)!;
            var from = session.Get<Customer>(order.CustomerId)!;
            var to = session.Get<Customer>(3 - from.Id)!;
            session.Load(from, c => c.Orders);
            session.Load(to, c => c.Orders);
            move(order, from, to);
            session.Commit();
            Assert.That((order.CustomerId, order.Customer), Is.EqualTo((to.Id, to)));
            Assert.That((from.Orders.Count, to.Orders.Count), Is.EqualTo((0, 1)));
            Assert.That(session.PlanFlush().ToString(), Is.Empty);
            using var other = NewSession();
            Assert.That(other.Get<Order>(1)!.CustomerId, Is.EqualTo(to.Id));
        }
    }

    [Test]
    public void Rows_that_need_each_other_are_written_in_two_steps()
    {
        var (a, b) = (new Employee { Name = "a" }, new Employee { Name = "b" });
        (a.Boss, b.Boss) = (b, a);
        using var session = NewSession();
        session.Add(a);
        session.Commit();
        Assert.That((a.BossId, b.BossId), Is.EqualTo(((int?)b.Id, (int?)a.Id)));
        using var other = NewSession();
        Assert.That((other.Get<Employee>(a.Id)!.BossId, other.Get<Employee>(b.Id)!.BossId), Is.EqualTo(((int?)b.Id, (int?)a.Id)));
    }

    [Test]
    public void A_table_that_refers_to_itself_is_written_and_deleted_in_order()
    {
        var boss = new Employee { Name = "boss" };
        var middle = new Employee { Name = "middle", Boss = boss };
        var last = new Employee { Name = "last", Boss = middle };
        using var session = NewSession();
        session.Add(last);
        session.Commit();
        Assert.That((boss.Id, middle.Id, last.Id), Is.EqualTo((1, 2, 3)));
        Assert.That(boss.Reports, Is.EqualTo(new[] { middle }));
        foreach (var employee in new[] { boss, middle, last })
        {
            session.Delete(employee);
        }

        Assert.That(session.PlanFlush().Actions.Select(x => x.ToString()), Is.EqualTo(new[] { "DELETE Employee 3", "DELETE Employee 2", "DELETE Employee 1" }));
        session.Commit();
        Assert.That(Count<Employee>(), Is.Zero);
    }

    [Test]
    public void Keys_of_two_members_and_keys_of_the_program()
    {
        var ticket = new Ticket { Subject = "help" };
        using var session = NewSession();
        session.Add(new Stock { ProductId = 1, Place = "north", Count = 5 });
        session.Add(new Stock { ProductId = 1, Place = "south", Count = 6 });
        session.Add(ticket);
        session.Commit();
        Assert.That(ticket.Id, Is.Not.EqualTo(Guid.Empty));
        using var other = NewSession();
        Assert.That(other.Get<Stock>(1, "south")!.Count, Is.EqualTo(6));
        Assert.That(other.Get<Stock>(1, "west"), Is.Null);
        Assert.That(other.Get<Ticket>(ticket.Id), Is.EqualTo(ticket), "records compare by value");
        Assert.That(() => other.Get<Stock>(1), Throws.TypeOf<SessionStateException>().With.Message.Contains("2 members (ProductId, Place)"));
    }

    [Test]
    public void A_new_object_that_was_deleted_is_not_added_again_without_a_word()
    {
        var order = new Order();
        var ann = new Customer { Name = "ann", Orders = { order } };
        using var session = NewSession();
        session.Add(ann);
        session.Delete(order);
        Assert.That(() => session.Commit(), Throws.TypeOf<SessionStateException>().With.Message.Contains("A new Order was deleted before it was written"));
        ann.Orders.Clear();
        session.Commit();
        Assert.That((Count<Order>(), Count<Customer>()), Is.EqualTo((0, 1)));
    }

    [Test]
    public void A_changed_key_moves_the_object()
    {
        Save(new Stock { ProductId = 1, Place = "north", Count = 5 });
        using var session = NewSession();
        var stock = session.Get<Stock>(1, "north")!;
        stock.Place = "south";
        session.Commit();
        Assert.That(session.Get<Stock>(1, "south"), Is.SameAs(stock));
        Assert.That(session.Get<Stock>(1, "north"), Is.Null);
        Assert.That(Scalar<string>(m => m.Mapper<Stock>().Table.C("Place")), Is.EqualTo("south"));
    }

    [Test]
    public void A_new_object_can_take_the_key_of_a_deleted_one()
    {
        Save(new Stock { ProductId = 1, Place = "north", Count = 5 });
        using var session = NewSession();
        session.Delete(session.Get<Stock>(1, "north")!);
        var fresh = new Stock { ProductId = 1, Place = "north", Count = 8 };
        session.Add(fresh);
        session.Commit();
        Assert.That(session.Get<Stock>(1, "north"), Is.SameAs(fresh));
        Assert.That(Scalar<int>(m => m.Mapper<Stock>().Table.C("Count")), Is.EqualTo(8));
    }

    [Test]
    public void A_row_that_is_gone_is_an_error_and_nothing_is_written()
    {
        Save(new Customer { Name = "ann" }, new Customer { Name = "bob" });
        using var session = NewSession();
        var (ann, bob) = (session.Get<Customer>(1)!, session.Get<Customer>(2)!);
        using (var other = NewSession())
        {
            other.Delete(other.Get<Customer>(2)!);
            other.Commit();
        }

        (ann.Country, bob.Country) = ("NO", "SE");
        Assert.That(() => session.Commit(), Throws.TypeOf<StaleDataException>().With.Message.Contains("UPDATE of Customer 2 matched 0 rows"));
        Assert.That(Scalar<string>(m => m.Mapper<Customer>().Table.C("Country")), Is.Null);
        Assert.That(ann.Country, Is.EqualTo("NO"), "the edit is still pending");
        session.Evict(bob);
        session.Commit();
        Assert.That(Scalar<string>(m => m.Mapper<Customer>().Table.C("Country")), Is.EqualTo("NO"));
    }

    [Test]
    public void Queries_see_pending_changes()
    {
        Save(new Customer { Name = "ann" });
        using var session = NewSession();
        var c = Model.Entity<Customer>("c");
        var ann = session.Get<Customer>(1)!;
        ann.Country = "NO";
        Assert.That(session.Execute<Customer>(EntityQuery.Select(c).Where(c.Col(x => x.Country) == "NO")), Is.EqualTo(new[] { ann }));
        session.Execute<Stock>(EntityQuery.Select(Model.Entity<Stock>()));
        ann.Country = "SE";
        Statements();
        session.Execute<Stock>(EntityQuery.Select(Model.Entity<Stock>()));
        Assert.That(Statements(), Is.EqualTo(new[] { "SELECT" }), "the query does not read the changed table");
        session.Add(new Customer { Name = "ann" });
        Assert.That(() => session.Execute<Customer>(EntityQuery.Select(c)), Throws.TypeOf<AutoflushException>().With.InnerException.TypeOf<ConstraintViolationException>());
    }

    [Test]
    public void A_stale_object_takes_the_row_but_keeps_the_programs_edits()
    {
        Save(new Customer { Name = "ann", Country = "NO" });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        using (var other = NewSession())
        {
            var same = other.Get<Customer>(1)!;
            (same.Name, same.Country) = ("anna", "SE");
            other.Commit();
        }

        ann.Country = "DK";
        session.Expire(ann);
        Assert.That(ann.Name, Is.EqualTo("ann"), "a plain member is not emptied");
        session.Refresh(ann);
        Assert.That((ann.Name, ann.Country), Is.EqualTo(("anna", "DK")));
        Assert.That(session.PlanFlush().ToString(), Is.EqualTo("UPDATE Customer 1 SET Country"));
    }

    [Test]
    public void Unloaded_collections_never_count_as_emptied()
    {
        Save(new Customer { Name = "ann", Orders = { new Order(), new Order() } });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        Assert.That(session.IsLoaded(ann, c => c.Orders), Is.False);
        ann.Orders.Add(new Order { Note = "new" });
        session.Commit();
        Assert.That(Count<Order>(), Is.EqualTo(3));
        Assert.That(session.IsLoaded(ann, c => c.Orders), Is.False);
        session.Load(ann, c => c.Orders);
        Assert.That(ann.Orders.Select(o => o.Id), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(session.PlanFlush().IsEmpty, Is.True);
    }

    [Test]
    public void What_the_session_does_not_know_is_said()
    {
        using var session = NewSession();
        Assert.That(() => session.Delete(new Customer()), Throws.TypeOf<SessionStateException>().With.Message.Contains("does not know this Customer"));
        Assert.That(() => session.Add("text"), Throws.TypeOf<UnmappedTypeException>());
        session.Dispose();
        Assert.That(() => session.Get<Customer>(1), Throws.TypeOf<SessionStateException>().With.Message.Contains("disposed"));
    }

    [Test]
    public async Task The_same_works_asynchronously()
    {
        await using var scope = new AsyncSession(NewSession());
        var session = scope.Session;
        session.Add(new Customer { Name = "ann", Orders = { new Order() } });
        await session.CommitAsync();
        session.Clear();
        var ann = (await session.GetAsync<Customer>([1]))!;
        await session.LoadAsync(ann, c => c.Orders);
        Assert.That(ann.Orders, Has.Count.EqualTo(1));
        ann.Name = "anna";
        await session.FlushAsync();
        await session.RollbackAsync();
        Assert.That(ann.Name, Is.EqualTo("ann"));
    }

    private sealed class AsyncSession(Session session) : IAsyncDisposable
    {
        public Session Session => session;

        public ValueTask DisposeAsync()
        {
            session.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
