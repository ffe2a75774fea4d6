using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Groups with their items: as results, in projections, and as sequences to query further.</summary>
public sealed class GroupResultTests(Database database) : QueryFixture(database)
{
    [Test]
    public void Groups_are_results()
    {
        var (least, n) = (20m, 2);
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.CustomerId), ordered: false);
        Same(s => s.Orders.OrderByDescending(o => o.Id).GroupBy(o => o.CustomerId).OrderBy(g => g.Key));
        Same(s => from o in s.Orders where o.Total > least orderby o.Id group o by o.Customer.Country into g orderby g.Key select g);
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.Note == null ? "none" : o.Note, o => o.Total).OrderBy(g => g.Key));
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.Note).OrderBy(g => g.Key));
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => new { o.Kind, Odd = o.Id % n }).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Odd));
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.Customer).OrderBy(g => g.Key.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => 1));
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.CustomerId).Where(g => g.Sum(o => o.Total) > 100).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Skip(1).Take(2));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(7).GroupBy(o => o.CustomerId).OrderBy(g => g.Key));
        Same(s => s.Orders.Where(o => o.Id < 0).GroupBy(o => o.CustomerId));
        Same(s => s.Lines.OrderBy(l => l.Id).GroupBy(l => l.Price * 2, l => new { l.Id, l.Order.Customer.Name }).OrderBy(g => g.Key));
        Same(s => s.Orders.Join(s.Customers, o => o.CustomerId, c => c.Id, (o, c) => new { o, c.Name }).OrderBy(x => x.o.Id).GroupBy(x => x.Name, x => x.o.Id).OrderBy(g => g.Key));
        SameValue(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.CustomerId).OrderBy(g => g.Key).First());
        SameValue(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.CustomerId).Single(g => g.Key == 2).Count());
        SameValue(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.CustomerId).ToDictionary(g => g.Key, g => g.Sum(o => o.Total)).OrderBy(x => x.Key).ToList());
        var group = Db.Orders.GroupBy(o => o.CustomerId).First();
        Assert.That(group, Is.EqualTo(group.Select(o => Db.Orders.Find(o.Id))), "tracked");
    }

    [Test]
    public void Groups_stand_in_projections()
    {
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => new { g.Key, N = g.Count(), Items = g.ToList() }));
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => new { g.Key, Group = g, Sum = g.Sum(o => o.Total) }));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => new { g.Key, Items = g.OrderByDescending(o => o.Total).Select(o => o.Id).ToList() }));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => new { g.Key, Top = g.OrderByDescending(o => o.Total).Take(2).ToList(), Big = g.Where(o => o.Total > 50).OrderBy(o => o.Id).Select(o => new { o.Id, o.Customer.Name }).ToArray() }));
        Same(s => s.Orders.GroupBy(o => o.Id % 3).OrderBy(g => g.Key).Select(g => new { g.Key, N = g.Count(), Top = g.OrderByDescending(o => o.Total).Skip(1).Take(2).Select(o => o.Id).ToList() }));
        Same(s => s.Orders.GroupBy(o => o.Note).OrderBy(g => g.Key).Select(g => new { g.Key, Ids = g.OrderBy(o => o.Id).Select(o => o.Id) }));
        Same(s => s.Orders.GroupBy(o => o.CustomerId, o => o.Total).OrderBy(g => g.Key).Select(g => new { g.Key, Totals = g.OrderBy(t => t).ToList(), M = g.Max() }));
        Same(s => s.Orders.GroupBy(o => o.CustomerId, o => o.Total, (k, g) => new { k, Totals = g.OrderBy(t => t).ToList() }).OrderBy(x => x.k));
        Same(s => s.Orders.GroupBy(o => o.CustomerId, (k, g) => new { k, Kinds = g.Select(o => o.Kind).Distinct().OrderBy(x => x).ToList(), N = g.Count(o => o.Note == null) }).OrderBy(x => x.k));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => string.Join(",", g.OrderBy(o => o.Id).Select(o => o.Note ?? "-"))));
    }

    [Test]
    public void Groups_are_sequences()
    {
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => g.OrderByDescending(o => o.Total).First()));
        Same(s => s.Orders.OrderBy(o => o.Id).GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => g.First()));
        Same(s => s.Orders.GroupBy(o => o.Id % 3).OrderBy(g => g.Key).Select(g => new { g.Key, Last = g.OrderBy(o => o.Id).Last().Note, N = g.Count() }));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => new { g.Key, S = g.OrderBy(o => o.Id).Take(2).Sum(o => o.Total), F = g.OrderBy(o => o.Id).Select(o => o.Note).FirstOrDefault() }));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Where(g => g.OrderBy(o => o.Id).First().Total > 0).OrderBy(g => g.Key).Select(g => g.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).SelectMany(g => g).OrderBy(o => o.Id));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Where(g => g.Count() > 2).SelectMany(g => g.OrderByDescending(o => o.Total).Take(1), (g, o) => new { g.Key, o.Id }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Take(3).Select(g => new { g.Key, N = g.Count(), M = g.Max(o => o.Total) }));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => g.SelectMany(o => o.Lines).Count()));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => g.GroupBy(o => o.Kind).Count()));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => g.OrderBy(o => o.Id).Select(o => o.Id).FirstOrDefault()).FirstOrDefault()));
    }

    [Test]
    public void Sub_queries_reach_computed_keys()
    {
        Same(s => s.Orders.GroupBy(o => o.Id % 3 + 1).Select(g => new { g.Key, N = g.Count(), Name = s.Customers.Where(c => c.Id == g.Key).Select(c => c.Name).FirstOrDefault() }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.Note ?? "none").Select(g => new { g.Key, N = s.Orders.Count(o => o.Note == g.Key), S = g.Sum(o => o.Total) }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => new { Y = o.PlacedAt.Year, M = o.PlacedAt.Month }).Where(g => s.Orders.Any(o => o.PlacedAt.Month == g.Key.M + 1)).OrderBy(g => g.Key.M).Select(g => new { g.Key.M, N = g.Count() }));
        Assert.That(Db.Orders.GroupBy(o => o.Id % 3).Select(g => new { g.Key, N = g.Count() }).ToSqlString(), Does.Not.Contain("(SELECT"), "a plain group needs no subquery");
    }
}
