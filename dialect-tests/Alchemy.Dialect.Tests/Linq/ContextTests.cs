using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>The context, its sets, and what goes with a query.</summary>
public sealed class ContextTests(Database database) : QueryFixture(database)
{
    [Test]
    public async Task Changes_are_saved_in_one_transaction()
    {
        var order = Db.Orders.Add(new Order { CustomerId = Customers[0].Id, Lines = { new Line { ProductId = Products[0].Id } } });
        Db.Customers.Find(Customers[1].Id)!.Country = "FI";
        Db.Orders.Remove(Db.Orders.Single(o => o.Id == 12));
        Assert.That(() => Db.SaveChanges(), Throws.TypeOf<ConstraintViolationException>(), "the order has lines that are not loaded");
        Assert.That((order.Id, Db.Session.InTransaction), Is.EqualTo((0, false)));

        var last = Db.Orders.Include(o => o.Lines).Single(o => o.Id == 12);
        Assert.That(await Db.SaveChangesAsync(), Is.EqualTo(4 + last.Lines.Count));
        Assert.That(order.Id, Is.GreaterThan(12));
        Assert.That(Db.SaveChanges(), Is.Zero);
        using var other = new ShopContext(Engine);
        Assert.That((other.Customers.Find(Customers[1].Id)!.Country, other.Orders.Find(12)), Is.EqualTo(("FI", (Order?)null)));
    }

    [Test]
    public void A_context_flushes_only_when_told()
    {
        Db.Customers.Find(1)!.Country = "XX";
        Assert.That(Db.Customers.Count(c => c.Country == "XX"), Is.Zero);
        Assert.That(Db.Session.PlanFlush().ToString(), Is.EqualTo("UPDATE Customer 1 SET Country"));
    }

    [Test]
    public void A_transaction_spans_several_saves()
    {
        var ann = Db.Customers.Find(1)!;
        using (Db.BeginTransaction())
        {
            ann.Country = "XX";
            Db.SaveChanges();
            Assert.That(Db.Customers.Count(c => c.Country == "XX"), Is.EqualTo(1));
        }

        Assert.That(ann.Country, Is.EqualTo("NO"));
        Assert.That(Db.Customers.Count(c => c.Country == "XX"), Is.Zero);
    }

    [Test]
    public void Queries_give_tracked_objects_unless_told()
    {
        var order = Db.Orders.First(o => o.Id == 3);
        Assert.That(Db.Orders.Single(o => o.Id == 3), Is.SameAs(order));
        Assert.That(Db.Orders.Select(o => new { o.Id, Order = o }).Single(x => x.Id == 3).Order, Is.SameAs(order));
        var copy = Db.Orders.AsNoTracking().Single(o => o.Id == 3);
        Assert.That(copy, Is.Not.SameAs(order));
        Assert.That(Db.Session.Find(copy), Is.Null);
        Statements();
        Assert.That(Db.Orders.Find(3), Is.SameAs(order));
        Assert.That(Statements(), Is.Empty);
    }

    [Test]
    public void Include_loads_what_it_names()
    {
        var orders = Db.Orders.Include(o => o.Customer).Include(o => o.Lines).ThenInclude(l => l.Product).Where(o => o.Id <= 9).OrderBy(o => o.Id).ToList();
        Assert.That(Statements(), Is.EqualTo(new[] { "SELECT", "SELECT", "SELECT", "SELECT" }));
        foreach (var (order, expected) in orders.Zip(Orders))
        {
            Assert.That(order.Customer.Name, Is.EqualTo(expected.Customer.Name));
            Assert.That(order.Lines.Select(l => (l.Id, l.Quantity, l.Product?.Name)), Is.EqualTo(expected.Lines.OrderBy(l => l.Id).Select(l => (l.Id, l.Quantity, l.Product?.Name))));
            Assert.That(order.Lines.All(l => ReferenceEquals(l.Order, order)), Is.True);
        }
    }

    [Test]
    public void Include_is_right_through_Take_and_Where()
    {
        var customers = Db.Customers.OrderByDescending(c => c.Id).Take(4).Where(c => c.Country != "SE").OrderBy(c => c.Name).Take(2).Where(c => c.Id > 0).Include(c => c.Orders).ThenInclude(o => o.Lines).ToList();
        var expected = Customers.OrderByDescending(c => c.Id).Take(4).Where(c => c.Country != "SE").OrderBy(c => c.Name, StringComparer.Ordinal).Take(2).ToList();
        Assert.That(customers.Select(c => c.Id), Is.EquivalentTo(expected.Select(c => c.Id)));
        Assert.That(customers.OrderBy(c => c.Id).Select(c => c.Orders.Select(o => (o.Id, o.Lines.Count)).ToList()), Is.EqualTo(expected.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Select(o => (o.Id, o.Lines.Count)).ToList())));
        var text = Db.Customers.OrderBy(c => c.Id).Take(4).Where(c => c.Country != "SE").OrderBy(c => c.Name).Take(2).Where(c => c.Id > 0).ToSqlString();
        Assert.That(text.Split("FROM (SELECT").Length, Is.EqualTo(3), "two subqueries");
    }

    [Test]
    public async Task Terminals_work_asynchronously()
    {
        Assert.That(await Db.Orders.CountAsync(), Is.EqualTo(12));
        Assert.That(await Db.Orders.Where(o => o.Id > 3).LongCountAsync(), Is.EqualTo(9));
        Assert.That((await Db.Orders.OrderBy(o => o.Id).ToListAsync()).Select(o => o.Id), Is.EqualTo(Enumerable.Range(1, 12)));
        Assert.That((await Db.Orders.FirstAsync(o => o.Id == 2)).Id, Is.EqualTo(2));
        Assert.That(await Db.Orders.FirstOrDefaultAsync(o => o.Id == -2), Is.Null);
        Assert.That((await Db.Orders.SingleAsync(o => o.Id == 2)).Id, Is.EqualTo(2));
        Assert.That(await Db.Orders.SingleOrDefaultAsync(o => o.Id == -2), Is.Null);
        Assert.That(() => Db.Orders.SingleAsync(), Throws.InvalidOperationException);
        Assert.That(await Db.Orders.AnyAsync(o => o.Id == 2), Is.True);
        Assert.That(await Db.Orders.AllAsync(o => o.Id > 2), Is.False);
        Assert.That(await Db.Orders.SumAsync(o => o.Total), Is.EqualTo(Orders.Sum(o => o.Total)));
        Assert.That(await Db.Orders.MaxAsync(o => o.Total), Is.EqualTo(Orders.Max(o => o.Total)));
        Assert.That(await Db.Orders.Select(o => o.Id).MinAsync(), Is.EqualTo(1));
        Assert.That(await Db.Lines.Select(l => l.Quantity).AverageAsync(), Is.EqualTo(Lines.Average(l => l.Quantity)).Within(1e-9));
        Assert.That((await Db.Orders.ToDictionaryAsync(o => o.Id)).Count, Is.EqualTo(12));
        var seen = 0;
        await foreach (var customer in Db.Customers)
        {
            seen += customer.Id;
        }

        await foreach (var order in Db.Orders.Where(o => o.Id < 3).AsAsyncEnumerable())
        {
            seen += order.Id;
        }

        Assert.That(seen, Is.EqualTo(15 + 3));
        Assert.That(() => new List<int> { 1 }.AsQueryable().ToListAsync(), Throws.ArgumentException.With.Message.Contains("not an Alchemy query"));
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();
        Assert.That(() => Db.Orders.ToListAsync(canceled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await Db.Orders.CountAsync(), Is.EqualTo(12), "the context lives on");
    }

    [Test]
    public void Core_and_LINQ_reach_into_each_other()
    {
        var least = 20m;
        var select = Db.Orders.Where(o => o.Total > least).Select(o => new { o.CustomerId, o.Total }).ToSelect();
        var big = select.Subquery("big");
        IReadOnlyList<Row> sums;
        using (var connection = Engine.Connect())
        {
            sums = connection.Execute(Sql.Select(big.C<int>("CustomerId"), Func.Sum(big.C<decimal>("Total"))).GroupBy(big.C("CustomerId")).OrderBy(big.C("CustomerId"))).ToList();
        }

        Assert.That(sums.Select(r => ((int)r[0]!, (decimal)r[1]!)), Is.EqualTo(Orders.Where(o => o.Total > least).GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(o => o.Total)))));

        var orders = Db.Model.Mapper<Order>().Table;
        var core = Sql.Select(orders).Where(orders.C<decimal>("Total") > 20m);
        var names = Db.Session.Query<Order>(core).Where(o => o.Customer.Country == "NO" && o.Lines.Any()).OrderBy(o => o.Id).Select(o => o.Id).ToList();
        Assert.That(names, Is.EqualTo(Orders.Where(o => o.Total > 20 && o.Customer.Country == "NO" && o.Lines.Any()).Select(o => o.Id)));
        Assert.That(Db.Session.Query<Order>(core).First(), Is.SameAs(Db.Orders.Find(Orders.First(o => o.Total > 20).Id)), "the same identity map");
    }

    [Test]
    public async Task Rows_are_changed_and_deleted_without_reading_them()
    {
        var (order, least) = (Db.Orders.Find(3)!, 20m);
        var expected = Orders.Count(o => o.Total > least);
        Assert.That(Db.Orders.Where(o => o.Total > least).ExecuteUpdate(s => s.SetProperty(o => o.Note, o => o.Note + "!" + o.Lines.Count).SetProperty(o => o.Kind, OrderKind.Rush)), Is.EqualTo(expected));
        Assert.That(Db.Orders.Count(o => o.Total > least && o.Note!.Contains("!") && o.Kind == OrderKind.Rush), Is.EqualTo(expected));
        Assert.That(Db.Session.Find(order)!.IsStale, Is.True);
        Db.Orders.First(o => o.Id == 3);
        Assert.That(order.Note, Is.EqualTo(Orders[2].Total > least ? $"{Orders[2].Note}!{Orders[2].Lines.Count}" : Orders[2].Note));

        string? none = null;
        foreach (var note in new[] { "set", none, "again" })
        {
            Assert.That(Db.Orders.Where(o => o.Total > least).ExecuteUpdate(s => s.SetProperty(o => o.Note, note).SetProperty(o => o.PlacedAt, new DateTime(2027, 1, 2))), Is.EqualTo(expected));
            Assert.That(Db.Orders.Count(o => o.Total > least && o.Note == note && o.PlacedAt.Year == 2027), Is.EqualTo(expected));
        }

        Assert.That(Db.Orders.Where(o => o.Total > least).ExecuteUpdate(s => s.SetProperty(o => o.Total, o => o.Total + least)), Is.EqualTo(expected));
        Assert.That(await Db.Lines.Where(l => l.Order.Customer.Name == "bob").ExecuteDeleteAsync(), Is.EqualTo(Lines.Count(l => l.Order.Customer.Name == "bob")));
        Assert.That(await Db.Orders.Where(o => !o.Lines.Any()).OrderBy(o => o.Id).Take(2).ExecuteDeleteAsync(), Is.EqualTo(2));
        Assert.That(Db.Lines.ExecuteDelete() + Db.Lines.Count(), Is.GreaterThan(0));
        Assert.That(Db.Lines.Count(), Is.Zero);
        Assert.That(() => Db.Orders.ExecuteUpdate(s => s.SetProperty(o => o.Note, o => o.Customer.Name)), Throws.TypeOf<LinqTranslationException>());
    }

    [Test]
    public void Entries_show_what_will_happen()
    {
        var order = Db.Orders.Find(3)!;
        var entry = Db.Entry(order);
        Assert.That((entry.State, entry.IsLoaded(o => o.Lines)), Is.EqualTo((EntryState.Unchanged, false)));
        order.Note = "changed";
        Assert.That((entry.State, entry.OriginalValue(o => o.Note), entry.IsModified(o => o.Note), entry.IsModified(o => o.Total)), Is.EqualTo((EntryState.Modified, Orders[2].Note, true, false)));
        entry.Load(o => o.Lines);
        Assert.That(order.Lines.Select(l => l.Id), Is.EqualTo(Orders[2].Lines.Select(l => l.Id).Order()));
        Db.Orders.Remove(order);
        Assert.That((entry.State, Db.Orders.Local.Contains(order)), Is.EqualTo((EntryState.Deleted, false)));
        var fresh = Db.Orders.Add(new Order { CustomerId = 1 });
        Assert.That((Db.Entry(fresh).State, Db.Orders.Local.Contains(fresh)), Is.EqualTo((EntryState.Added, true)));
        entry.Detach();
        Assert.That((entry.State, Db.Entry(new Order()).State), Is.EqualTo((EntryState.Detached, EntryState.Detached)));
        var attached = Db.Customers.Attach(new Customer { Id = 2, Name = "bob" });
        attached.Country = "IS";
        Db.SaveChanges();
        using var other = new ShopContext(Engine);
        Assert.That((other.Customers.Find(2L)!.Country, other.Customers.Find(2)!.Name), Is.EqualTo(("IS", "bob")));
    }

    [Test]
    public void Savepoints_of_a_context_restore_objects()
    {
        var ann = Db.Customers.Find(1)!;
        using var transaction = Db.BeginTransaction();
        ann.Name = "anna";
        using (Db.BeginSavepoint())
        {
            ann.Name = "annika";
            Db.SaveChanges();
        }

        Assert.That(ann.Name, Is.EqualTo("anna"));
        transaction.Commit();
        using var other = new ShopContext(Engine);
        Assert.That(other.Customers.Find(1)!.Name, Is.EqualTo("anna"));
    }
}
