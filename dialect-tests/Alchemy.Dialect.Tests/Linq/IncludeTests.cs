using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Include with parts of collections.</summary>
public sealed class IncludeTests(Database database) : QueryFixture(database)
{
    [Test]
    public void A_collection_is_filtered_ordered_and_cut()
    {
        for (var n = 1; n < 4; n++)
        {
            using var db = new ShopContext(Engine);
            var least = n * 10m;
            var customers = db.Customers.Include(c => c.Orders.Where(o => o.Total > least && o.Customer.Country != "XX").OrderByDescending(o => o.Total).Skip(n - 1).Take(n)).ThenInclude(o => o.Lines.OrderByDescending(l => l.Id)).ThenInclude(l => l.Product).OrderBy(c => c.Id).ToList();
            Assert.That(customers.Select(c => c.Orders.Select(o => o.Id)), Is.EqualTo(Customers.OrderBy(c => c.Id).Select(c => c.Orders.Where(o => o.Total > least).OrderByDescending(o => o.Total).Skip(n - 1).Take(n).Select(o => o.Id))));
            foreach (var order in customers.SelectMany(c => c.Orders))
            {
                var expected = Orders.Single(o => o.Id == order.Id);
                Assert.That(order.Lines.Select(l => (l.Id, l.Product?.Name)), Is.EqualTo(expected.Lines.OrderByDescending(l => l.Id).Select(l => (l.Id, l.Product?.Name))));
                Assert.That(order.Customer.Orders, Does.Contain(order));
            }
        }
    }

    [Test]
    public void Filters_take_the_values_of_each_execution()
    {
        List<List<int>> Ask(decimal least, int most) => Db.Customers.AsNoTracking().Include(c => c.Orders.Where(o => o.Total > least).OrderBy(o => o.Id).Take(most)).OrderBy(c => c.Id).AsEnumerable().Select(c => c.Orders.Select(o => o.Id).ToList()).ToList();
        foreach (var (least, most) in new[] { (0m, 1), (20m, 2), (50m, 9), (0m, 0) })
        {
            Assert.That(Ask(least, most), Is.EqualTo(Customers.OrderBy(c => c.Id).Select(c => c.Orders.Where(o => o.Total > least).OrderBy(o => o.Id).Take(most).Select(o => o.Id).ToList())));
        }

        var names = new List<string?> { "note 1", null };
        var orders = Db.Orders.AsNoTracking().Include(o => o.Customer.Orders.Where(p => names.Contains(p.Note)).OrderBy(p => p.Id)).OrderBy(o => o.Id).ToList();
        Assert.That(orders.Select(o => o.Customer.Orders.Select(p => p.Id)), Is.EqualTo(Orders.OrderBy(o => o.Id).Select(o => o.Customer.Orders.Where(p => names.Contains(p.Note)).OrderBy(p => p.Id).Select(p => p.Id))));
        var skipped = Db.Customers.AsNoTracking().Include(c => c.Orders.OrderBy(o => o.Id).Skip(1)).OrderBy(c => c.Id).ToList();
        Assert.That(skipped.Select(c => c.Orders.Select(o => o.Id)), Is.EqualTo(Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Skip(1).Select(o => o.Id))));
    }

    [Test]
    public void A_part_is_not_the_whole()
    {
        var ann = Db.Customers.Include(c => c.Orders.OrderBy(o => o.Id).Take(1)).Single(c => c.Name == "ann");
        Assert.That((ann.Orders.Count, Db.Entry(ann).IsLoaded(c => c.Orders), Db.SaveChanges()), Is.EqualTo((1, false, 0)));
        ann.Orders.Single().Note = "kept";
        Db.Customers.Include(c => c.Orders).Single(c => c.Name == "ann");
        Assert.That((ann.Orders.Count, Db.Entry(ann).IsLoaded(c => c.Orders)), Is.EqualTo((3, true)));
        Db.Customers.Include(c => c.Orders.Where(o => o.Id < 0)).Single(c => c.Name == "ann");
        Assert.That(ann.Orders, Has.Count.EqualTo(3), "what is loaded stays");
        Assert.That(Db.SaveChanges(), Is.EqualTo(1));
        using var other = new ShopContext(Engine);
        Assert.That(other.Orders.Count(o => o.CustomerId == ann.Id), Is.EqualTo(3), "no row was lost");
    }

    [Test]
    public void What_no_part_can_be_made_of_is_refused()
    {
        Refused(() => Db.Customers.Include(c => c.Orders.Take(2).Where(o => o.Total > 1)).ToList());
        Refused(() => Db.Customers.Include(c => c.Orders.Take(2).Skip(1)).ToList());
        Refused(() => Db.Customers.Include(c => c.Orders.Select(o => o.Id)).ToList());
        Refused(() => Db.Customers.Include(c => c.Orders.Distinct()).ToList());
        Refused(() => Db.Customers.Include(c => c.Orders.Where(o => o.Total > 1)).Include(c => c.Orders.Where(o => o.Total > 2)).ToList());
        Refused(() => Db.Customers.Include(c => c.Orders.Where(o => o.Total > c.Id)).ToList());
        var both = Db.Customers.AsNoTracking().Include(c => c.Orders.Where(o => o.Total > 20)).ThenInclude(o => o.Lines).Include(c => c.Orders).ThenInclude(o => o.Customer).OrderBy(c => c.Id).ToList();
        Assert.That(both.Select(c => c.Orders.Count), Is.EqualTo(Customers.OrderBy(c => c.Id).Select(c => c.Orders.Count(o => o.Total > 20))));
    }

    private static void Refused(Action query) => Assert.That(query, Throws.TypeOf<LinqTranslationException>());
}
