using System.ComponentModel.DataAnnotations.Schema;

namespace Alchemy.Tests;

/// <summary>Objects that came from elsewhere, and members and classes that are not plain.</summary>
public sealed class ObjectTests(Database database) : ShopFixture(database)
{
    [Test]
    public void An_attached_graph_is_attached_as_a_whole()
    {
        var order = new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line { Quantity = 1 }, new Line { Quantity = 2 } } };
        Save(order);
        using var session = NewSession();
        session.Attach(order);
        Assert.That(session.PlanFlush().ToString(), Is.Empty);
        order.Lines[0].Quantity = 10;
        order.Lines.RemoveAt(1);
        order.Lines.Add(new Line { Quantity = 3 });
        order.Customer.Country = "NO";
        session.Commit();
        using var other = NewSession();
        var read = other.Get<Order>(1)!;
        other.Load(read, o => o.Lines);
        other.Load(read, o => o.Customer);
        Assert.That((read.Lines.Select(l => l.Quantity), read.Customer.Country), Is.EqualTo((new[] { 10, 3 }, "NO")));
        session.Delete(order);
        session.Commit();
        Assert.That(Count<Line>(), Is.Zero);
    }

    [Test]
    public void Untracked_copies_do_not_meet_tracked_objects()
    {
        Save(new Order { Customer = new Customer { Name = "ann" }, Lines = { new Line() } });
        using var session = NewSession();
        var o = Model.Entity<Order>("o");
        var free = session.Execute<Order>(EntityQuery.Select(o).AsNoTracking().Load(o.To(x => x.Lines).SelectIn(), o.To(x => x.Customer).SelectIn())).Single();
        var kept = session.Execute<Order>(EntityQuery.Select(o).Load(o.To(x => x.Lines).SelectIn())).Single();
        free.Note = "free";
        free.Lines.Clear();
        kept.Note = "kept";
        session.Commit();
        Assert.That((Count<Line>(), Scalar<string>(m => m.Mapper<Order>().Table.C("Note"))), Is.EqualTo((1, "kept")));
    }

    [Test]
    public void Bytes_changed_in_place_are_written_and_rolled_back()
    {
        Save(new Customer { Name = "ann", Photo = [1, 2, 3] });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        ann.Photo![0] = 9;
        session.Flush();
        ann.Photo[1] = 8;
        session.Rollback();
        Assert.That(ann.Photo, Is.EqualTo(new byte[] { 1, 2, 3 }));
        ann.Photo[2] = 7;
        session.Commit();
        using var other = NewSession();
        Assert.That(other.Get<Customer>(1)!.Photo, Is.EqualTo(new byte[] { 1, 2, 7 }));
    }

    [Test]
    public void Members_without_public_setters_are_read_written_and_restored()
    {
        var id = Guid.NewGuid();
        Save(new Product("tea", 1) { Secret = "s" }, new Ticket { Id = id, Subject = "help" });
        using var session = NewSession();
        var tea = session.Get<Product>(1)!;
        tea.Price = 2;
        session.Flush();
        session.Rollback();
        Assert.That((tea.Id, tea.Price, tea.Secret), Is.EqualTo((1, 1m, "s")));
        var ticket = session.Get<Ticket>(id)!;
        var copy = ticket with { Subject = "other" };
        session.Evict(ticket);
        session.Attach(ticket);
        Assert.That(() => session.Attach(copy), Throws.TypeOf<SessionStateException>());
        tea.Price = 3;
        session.Commit();
        Assert.That(Scalar<decimal>(m => m.Mapper<Product>().Table.C("Price")), Is.EqualTo(3m));
    }

    [Test]
    public void Objects_with_an_equality_of_their_own_are_told_by_reference()
    {
        var model = new ModelBuilder().Entity<Box>().Build();
        using (var connection = Engine.Connect())
        {
            Engine.Dialect.Ddl.DropAll(model.MetaData).ToList().ForEach(t => connection.ExecuteText(t));
        }

        Engine.CreateAll(model.MetaData);
        using var session = new Session(Engine, model);
        var (a, b) = (new Box { Items = { new Item { Name = "same" } } }, new Box());
        session.Add(a);
        session.Add(b);
        session.Commit();
        var item = a.Items.Single();
        item.Name = "renamed";
        item.Box = b;
        session.Commit();
        Assert.That((a.Items.Count, b.Items.Count), Is.EqualTo((0, 1)));
        var (first, second) = (new Item { Name = "twin", Box = a }, new Item { Name = "twin", Box = a });
        session.Add(first);
        session.Commit();
        (a.List, first.Box) = ([], b);
        session.Commit();
        Assert.That((a.Items.Count, b.Items.Count), Is.EqualTo((0, 2)));
        Assert.That(second.Id, Is.Zero);
    }

    [Table("flush_boxes")]
    private sealed class Box
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public ISet<Item> Items { get; set; } = new HashSet<Item>();

        [NotMapped]
        public List<Item> List { get; set; } = [];
    }

    [Table("flush_items")]
    private sealed record Item
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public Box? Box { get; set; }

        public override string ToString() => Name;
    }
}
