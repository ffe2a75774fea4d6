using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Collections in projections, with pages, DISTINCT and further collections inside of them; and pages of joined sub-queries.</summary>
public sealed class NestedTests(Database database) : QueryFixture(database)
{
    [Test]
    public void Pages_inside()
    {
        var n = 2;
        for (; n > 0; n--)
        {
            Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Name, Top = c.Orders.OrderByDescending(o => o.Total).Take(n).ToList() }));
            Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Where(o => o.Total > 5).OrderBy(o => o.Note).ThenBy(o => o.Id).Skip(1).Take(n).Select(o => new { o.Id, o.Customer.Name }).ToList()));
            Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, Rest = c.Orders.OrderBy(o => o.Id).Skip(n).Select(o => o.Total).ToArray() }));
        }

        Same(s => s.Customers.Where(c => c.Orders.Any()).OrderBy(c => c.Id).Select(c => c.Orders.SelectMany(o => o.Lines).OrderByDescending(l => l.Id).Take(2).Select(l => l.Id).ToList()));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, Others = o.Customer.Orders.OrderBy(p => p.Id).Take(1).Select(p => p.Note).ToList() }));
        SameValue(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, Ids = c.Orders.OrderBy(o => o.Id).Take(2).Select(o => o.Id).ToList() }).First());
    }

    [Test]
    public void Distinct_inside()
    {
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Name, Kinds = c.Orders.Select(o => o.Kind).Distinct().OrderBy(k => k).ToList() }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Name, Notes = c.Orders.Select(o => o.Note).Distinct().OrderByDescending(x => x).ToList(), N = c.Orders.Select(o => o.Kind).Distinct().Count() }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.SelectMany(o => o.Lines).Select(l => l.Price).Distinct().OrderBy(p => p).ToList()));
        Same(s => s.Orders.Select(o => o.Kind).Distinct().OrderByDescending(k => k));
        Same(s => s.Orders.Select(o => new { o.Kind, o.Note }).Distinct().OrderBy(x => x.Note).ThenBy(x => x.Kind).Skip(1).Take(4));
        Assert.That(Db.Orders.Select(o => o.Note).Distinct().OrderBy(x => x).ToSqlString(), Does.Not.Contain("FROM (SELECT"));
    }

    [Test]
    public void Collections_inside()
    {
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Name, Orders = c.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, Lines = o.Lines.OrderBy(l => l.Id).Select(l => l.Quantity).ToList() }).ToList() }));
        Same(s => s.Customers.OrderBy(c => c.Id).Take(3).Select(c => new { c.Name, Orders = c.Orders.OrderByDescending(o => o.Id).Take(2).Select(o => new { o.Id, Lines = o.Lines.OrderByDescending(l => l.Id).Take(1).Select(l => new { l.Id, l.Price }).ToList() }).ToList() }));
        Same(s => s.Products.OrderBy(p => p.Id).Select(p => p.Lines.OrderBy(l => l.Id).Select(l => new { l.Id, Of = l.Order.Customer.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, Lines = o.Lines.OrderBy(m => m.Id).Select(m => m.Id).ToList() }).ToList() }).ToList()));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => new { g.Key, Items = g.OrderBy(o => o.Id).Select(o => new { o.Id, Lines = o.Lines.OrderBy(l => l.Id).Select(l => l.Id).ToList() }).ToList() }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, Groups = c.Orders.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => new { g.Key, N = g.Count() }).ToList() }));
    }

    [Test]
    public void Joined_sub_queries()
    {
        Same(s => s.Customers.SelectMany(c => c.Orders.OrderBy(o => o.Id).Take(1)).OrderBy(o => o.Id));
        Same(s => s.Customers.SelectMany(c => c.Orders.OrderByDescending(o => o.Total).Skip(1).Take(1), (c, o) => new { c.Name, o.Id, o.Customer.Country }).OrderBy(x => x.Id));
        Same(s => s.Customers.SelectMany(c => c.Orders.OrderBy(o => o.Id).Take(1).DefaultIfEmpty(), (c, o) => new { c.Name, Id = o == null ? 0 : o.Id }).OrderBy(x => x.Name));
        Same(s => s.Customers.SelectMany(c => c.Orders.Select(o => new { o.Id, N = o.Note ?? "none" }).DefaultIfEmpty(), (c, o) => new { c.Id, N = o == null ? "missing" : o.N }).OrderBy(x => x.Id).ThenBy(x => x.N));
        Same(s => s.Customers.SelectMany(c => c.Orders.Where(o => o.Total > c.Id * 10).Select(o => new { o.Id, N = o.Note ?? "none" }).DefaultIfEmpty(), (c, o) => new { c.Id, N = o == null ? "missing" : o.N }).OrderBy(x => x.Id).ThenBy(x => x.N));
        Same(s => s.Customers.SelectMany(c => c.Orders.Select(o => o.Kind).Distinct(), (c, k) => new { c.Id, k }).OrderBy(x => x.Id).ThenBy(x => x.k));
        Same(s => s.Customers.SelectMany(c => c.Orders.GroupBy(o => o.Kind).Select(g => new { g.Key, N = g.Count() }), (c, g) => new { c.Id, g.Key, g.N }).OrderBy(x => x.Id).ThenBy(x => x.Key));
        Same(s => from c in s.Customers from o in s.Orders.Where(o => o.CustomerId == c.Id).OrderByDescending(o => o.Id).Take(2) where o.Total > 20 orderby o.Id select new { c.Name, o.Id });
    }

    [Test]
    public void What_only_LATERAL_can_do()
    {
        OnLateral(s => s.Customers.SelectMany(c => c.Orders.Where(o => o.Total > c.Id * 10).OrderBy(o => o.Id).Take(1)).OrderBy(o => o.Id));
        OnLateral(s => s.Customers.SelectMany(c => c.Orders.OrderBy(o => o.Id).Take(2).Where(o => o.Total > 20)).OrderBy(o => o.Id), isByKeys: true);
        OnLateral(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Take(2).Where(o => o.Total > 20).ToList()), isByKeys: true);
        OnLateral(s => s.Customers.OrderByDescending(c => c.Id).Take(3).Select(c => new { c.Id, Last = c.Orders.OrderBy(o => o.Id).TakeLast(2).Select(o => o.Id).ToList() }), isByKeys: true);
        OnLateral(s => s.Customers.SelectMany(c => c.Orders.Select(o => o.Total + c.Id).DefaultIfEmpty(), (c, t) => new { c.Id, t }).OrderBy(x => x.Id).ThenBy(x => x.t));
    }

    // Without LATERAL it is refused in the provider's words, before anything is sent. Where no subquery in FROM reaches the rows around it, those tied by keys are written another way.
    private void OnLateral<T>(Func<IShop, IQueryable<T>> query, bool isByKeys = false)
    {
        if (Engine.Dialect.Features.Lateral is not Lateral.None || isByKeys && Engine.Dialect.Features.OuterInFrom is Support.No)
        {
            Same(query);
            return;
        }

        Assert.That(() => Same(query), Throws.TypeOf<LinqTranslationException>().With.Message.Contains("LATERAL").And.Message.Contains("select aggregates"));
    }
}
