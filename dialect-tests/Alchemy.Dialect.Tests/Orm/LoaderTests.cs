namespace Alchemy.Tests;

/// <summary>Navigations loaded with a query.</summary>
public sealed class LoaderTests(Database database) : ShopFixture(database)
{
    [Test]
    public void Select_in_loads_a_level_with_one_query()
    {
        var tea = new Product("tea", 3);
        for (var i = 1; i <= 3; i++)
        {
            Save(new Customer { Name = $"c{i}", Orders = { new Order { Lines = { new Line { Quantity = i }, new Line { Quantity = i * 10 } } } } });
        }

        Save(tea);
        using var session = NewSession();
        var c = Model.Entity<Customer>("c");
        var query = EntityQuery.Select(c).OrderBy(c.Col(x => x.Id)).Limit(2).Load(c.To(x => x.Orders).SelectIn().Then("Lines"));
        var customers = session.Execute<Customer>(query);
        Assert.That(Statements(), Is.EqualTo(new[] { "SELECT", "SELECT", "SELECT" }));
        Assert.That(customers.SelectMany(x => x.Orders).SelectMany(o => o.Lines).Select(l => l.Quantity), Is.EqualTo(new[] { 1, 10, 2, 20 }));
        Assert.That(customers[0].Orders[0].Customer, Is.SameAs(customers[0]), "the other end is set");
        Assert.That(session.PlanFlush().IsEmpty, Is.True, "loading is no change");
    }

    [Test]
    public void References_that_are_here_need_no_query()
    {
        Save(new Customer { Name = "ann", Orders = { new Order(), new Order() } });
        using var session = NewSession();
        var ann = session.Get<Customer>(1)!;
        var o = Model.Entity<Order>("o");
        Statements();
        var orders = session.Execute<Order>(EntityQuery.Select(o).Load(o.To(x => x.Customer).SelectIn()));
        Assert.That(Statements(), Is.EqualTo(new[] { "SELECT" }));
        Assert.That(orders.Select(x => x.Customer), Is.EqualTo(new[] { ann, ann }));
    }

    [Test]
    public void Loading_without_tracking_gives_a_graph_of_its_own()
    {
        Save(new Customer { Name = "ann", Orders = { new Order(), new Order() } });
        using var session = NewSession();
        var c = Model.Entity<Customer>("c");
        var ann = session.Execute<Customer>(EntityQuery.Select(c).AsNoTracking().Load(c.To(x => x.Orders).SelectIn())).Single();
        Assert.That(ann.Orders.Select(x => x.Customer), Is.EqualTo(new[] { ann, ann }));
        Assert.That(session.Find(ann), Is.Null);
    }

    [Test]
    public void Joins_follow_navigations()
    {
        Save(new Customer { Name = "ann", Country = "NO", Orders = { new Order { Note = "a" } } }, new Customer { Name = "bob", Orders = { new Order { Note = "b" } } });
        using var session = NewSession();
        var o = Model.Entity<Order>("o");
        var query = EntityQuery.Select(o).Join(o.To(x => x.Customer), out var c).Where(c.Col(x => x.Country) == "NO");
        Assert.That(session.Execute<Order>(query).Select(x => x.Note), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void Many_keys_are_loaded_in_several_queries()
    {
        Save([.. Enumerable.Range(1, 1100).Select(i => new Customer { Name = $"c{i}", Orders = { new Order { Note = $"{i}" } } })]);
        using var session = NewSession();
        var c = Model.Entity<Customer>("c");
        var customers = session.Execute<Customer>(EntityQuery.Select(c).Load(c.To(x => x.Orders).SelectIn()));
        Assert.That(Statements(), Has.Count.EqualTo(4), "500 keys each");
        Assert.That(customers.All(x => x.Orders.Single().Note == x.Name[1..]), Is.True);
    }

    [Test]
    public void An_engine_resolver_chooses_and_keeps_equal_keys_apart()
    {
        using var second = Engine.Create("sqlite://");
        second.CreateAll(Model.MetaData);
        Save(new Customer { Name = "here" });
        using (var there = new Session(second, Model))
        {
            there.Add(new Customer { Name = "there" });
            there.Commit();
        }

        var resolver = new Switch { Engine = Engine, Token = "here" };
        using var session = new Session(resolver, Model);
        var here = session.Get<Customer>(1)!;
        (resolver.Engine, resolver.Token) = (second, "there");
        var other = session.Get<Customer>(1)!;
        Assert.That((here.Name, other.Name), Is.EqualTo(("here", "there")));
        Assert.That(session.Find(other)!.IdentityToken, Is.EqualTo("there"));
        (here.Country, other.Country) = ("H", "T");
        resolver.ByToken = token => Equals(token, "here") ? Engine : second;
        session.Commit();
        Assert.That(Scalar<string>(m => m.Mapper<Customer>().Table.C("Country")), Is.EqualTo("H"), "each object is written where it came from");
        using var check = new Session(second, Model);
        Assert.That(check.Get<Customer>(1)!.Country, Is.EqualTo("T"));
    }

    private sealed class Switch : IEngineResolver
    {
        public required Engine Engine { get; set; }

        public object? Token { get; set; }

        public Func<object?, Engine>? ByToken { get; set; }

        public EngineTarget Resolve(EngineRequest request)
            => request.IdentityToken is { } token && ByToken is not null ? new EngineTarget(ByToken(token), token) : new EngineTarget(Engine, Token);
    }
}
