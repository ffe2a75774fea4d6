using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Operators by key: the first item of each key in the order of the query.</summary>
public sealed class KeyedTests(Database database) : QueryFixture(database)
{
    [Test]
    public void DistinctBy()
    {
        var n = 3;
        Same(s => s.Orders.OrderBy(o => o.Id).DistinctBy(o => o.CustomerId));
        Same(s => s.Orders.OrderByDescending(o => o.Total).DistinctBy(o => o.Kind).Select(o => new { o.Id, o.Customer.Name }));
        Same(s => s.Orders.OrderByDescending(o => o.Id).DistinctBy(o => o.Note).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).DistinctBy(o => o.Customer.Country).Where(o => o.Total > 0));
        Same(s => s.Orders.OrderByDescending(o => o.Id).DistinctBy(o => o.Customer).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Total).DistinctBy(o => new { o.Kind, M = o.Id % n }).Skip(1).Take(3));
        Same(s => s.Lines.OrderByDescending(l => l.Price * l.Quantity).ThenBy(l => l.Id).DistinctBy(l => l.Price * 1.0m).Select(l => new { l.Id, l.Price }));
        Same(s => s.Orders.OrderBy(o => o.Id).Where(o => o.Total > 5).Take(7).DistinctBy(o => o.Kind));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Note, T = o.Total * 2, o.Customer }).DistinctBy(x => x.Note).Where(x => x.T != 1).Select(x => new { x.T, x.Customer.Name }));
        Same(s => s.Orders.OrderBy(o => o.Id).DistinctBy(o => 1));
        Same(s => s.Customers.Where(c => c.Orders.DistinctBy(o => o.Kind).Count() > 1).OrderBy(c => c.Id));
        Same(s => s.Customers.SelectMany(c => c.Orders).OrderByDescending(o => o.Total).DistinctBy(o => o.CustomerId).OrderBy(o => o.Id));
        SameValue(s => s.Orders.DistinctBy(o => o.CustomerId).Count());
        SameValue(s => s.Orders.OrderBy(o => o.Id).DistinctBy(o => o.Kind).Sum(o => o.Total));
        SameValue(s => s.Orders.OrderBy(o => o.Id).DistinctBy(o => o.Kind).First());
        Same(s => s.Orders.OrderBy(o => o.Id).DistinctBy(o => o.Kind).GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.OrderBy(o => o.Id).DistinctBy(o => o.Kind).Select(o => new { o.Id, Lines = o.Lines.OrderBy(l => l.Id).ToList() }));
    }

    [Test]
    public void Sets_by_key()
    {
        var notes = new string?[] { "note 1", null };
        var kinds = new[] { OrderKind.Rush };
        Same(s => s.Orders.OrderBy(o => o.Id).ExceptBy(notes, o => o.Note));
        Same(s => s.Orders.OrderBy(o => o.Id).IntersectBy(notes, o => o.Note));
        Same(s => s.Orders.OrderByDescending(o => o.Id).IntersectBy(kinds, o => o.Kind));
        Same(s => s.Customers.OrderBy(c => c.Id).ExceptBy(s.Orders.Where(o => o.Total > 60).Select(o => o.CustomerId), c => c.Id));
        Same(s => s.Customers.OrderBy(c => c.Id).IntersectBy(s.Orders.Where(o => o.Total > 60).Select(o => o.Customer.Country), c => c.Country));
        Same(s => s.Orders.OrderByDescending(o => o.Total).ExceptBy(s.Orders.Where(o => o.Id < 4).Select(o => new { o.Kind, o.CustomerId }), o => new { o.Kind, o.CustomerId }));
        Same(s => s.Orders.Where(o => o.Id > 4).OrderBy(o => o.Total).UnionBy(s.Orders.Where(o => o.Id < 8).OrderByDescending(o => o.Id), o => o.CustomerId), ordered: false);
        Same(s => s.Orders.Where(o => o.Id < 3).OrderBy(o => o.Id).UnionBy(s.Orders.OrderByDescending(o => o.Total), o => o.Note).Select(o => new { o.Id, o.Customer.Name }), ordered: false);
        Same(s => s.Customers.OrderByDescending(c => c.Id).UnionBy(s.Customers, c => c.Country).OrderBy(c => c.Id).Select(c => new { c.Name, N = c.Orders.Count }));
        SameValue(s => s.Orders.Where(o => o.Id < 3).UnionBy(s.Orders, o => o.CustomerId).Count());
        SameValue(s => s.Orders.OrderBy(o => o.Id).MaxBy(o => o.Total));
        SameValue(s => s.Orders.OrderByDescending(o => o.Id).MinBy(o => o.Kind));
        Same(s => s.Orders.CountBy(o => o.Kind).OrderBy(x => x.Key));
    }
}
