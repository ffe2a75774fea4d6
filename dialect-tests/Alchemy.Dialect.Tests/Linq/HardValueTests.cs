namespace Alchemy.Tests;

/// <summary>Values that go wrong easily: decimals, enums, captured values that change, and mixtures of everything.</summary>
public sealed class HardValueTests(Database database) : QueryFixture(database)
{
    [Test]
    public void Every_letter_has_a_small_and_a_large_form()
    {
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { Upper = (c.Name + "köhler ñé Σωκράτης").ToUpper(), Lower = (c.Name + "KÖHLER ÑÉ Ж").ToLower() }));
        Same(s => s.Customers.Where(c => (c.Name + "É").ToLowerInvariant() == "anné").Select(c => c.Id));
    }

    [Test]
    public void Values_1()
    {
        var dn = 2.0;
        OrderKind? kn = null;
        var kind = OrderKind.Rush;
        var d = 11.50m;
        var n = 1;
        Same(s => s.Orders.Where(o => o.Total == d).OrderBy(o => o.Id));
        Same(s => s.Products.Where(p => p.Price == 1.00m).OrderBy(o => o.Id));
        Same(s => s.Products.Where(p => new[] { 1.00m, 3.5m, 10.50m }.Contains(p.Price)).OrderBy(o => o.Id));
        Same(s => s.Lines.Where(l => l.Price * l.Quantity == 7).OrderBy(l => l.Id));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => new { A = l.Price * 2 + 1, B = l.Price - 0.25m, C = l.Quantity / 2m, D = l.Price / 4, E = -l.Price }));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Total % 3));
        Same(s => s.Orders.OrderBy(o => o.Total * -1).Select(o => o.Id));
        Same(s => s.Orders.Where(o => o.Total / 2 > 10.25m).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Total > 9).OrderBy(o => o.Total).Select(o => o.Total));
        Same(s => s.Lines.GroupBy(l => l.Price).Select(g => new { g.Key, S = g.Sum(l => l.Price * l.Quantity), M = g.Max(l => l.Price * l.Quantity), A = g.Average(l => l.Price) }).OrderBy(x => x.Key));
        SameValue(s => s.Lines.Max(l => l.Price * l.Quantity));
        SameValue(s => s.Lines.Min(l => l.Price * l.Quantity));
        SameValue(s => s.Lines.Sum(l => l.Price * l.Quantity));
        SameValue(s => s.Lines.Average(l => (double)l.Quantity));
        SameValue(s => s.Lines.Average(l => l.ProductId));
        SameValue(s => s.Lines.Sum(l => l.ProductId));
        SameValue(s => s.Lines.Where(l => l.Id < 0).Sum(l => l.ProductId));
        SameValue(s => s.Lines.Where(l => l.Id < 0).Average(l => l.ProductId));
        SameValue(s => s.Lines.Where(l => l.Id < 0).Average(l => l.Quantity));
        SameValue(s => s.Lines.Where(l => l.Id < 0).Min(l => l.ProductId));
        SameValue(s => s.Lines.Sum(l => l.Id));
        SameValue(s => s.Lines.Average(l => l.Id));
        SameValue(s => s.Lines.Sum(l => (double)l.Price));
        SameValue(s => s.Customers.Max(c => c.Country));
        SameValue(s => s.Orders.Max(o => o.Kind));
        SameValue(s => s.Orders.Min(o => o.PlacedAt));
        SameValue(s => s.Orders.Where(o => o.Id < 0).Min(o => (DateTime?)o.PlacedAt));
        SameValue(s => s.Orders.Select(o => o.Total).Distinct().Count());
        SameValue(s => s.Lines.Select(l => l.Price).Distinct().Sum());
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { A = (o.Id - 6) / 4, B = (o.Id - 6) % 4, C = (o.Id - 6) / -4, D = (o.Id - 6) % -4 }));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { A = o.Id / 2.0, B = o.Id * 1.5, C = o.Id / dn, D = (double)o.Id / n, F = (float)o.Id / 2 }));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { A = (int)o.Total, B = (long)o.Total, C = (double)o.Total, D = (decimal)o.Id / 4 }));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => (int)(o.Id * 0.75)));
        Same(s => s.Orders.Where(o => (int)(o.Id * 0.75) == 2).OrderBy(o => o.Id).Select(o => o.Id));
        Same(s => s.Orders.Where(o => o.Kind == kind).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Kind != kind).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Kind > OrderKind.Normal).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Kind <= kind).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => (int)o.Kind == n).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => (int)o.Kind));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => (int)o.Kind + n));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => (int)o.Kind * 10 + o.Id));
        Same(s => s.Orders.GroupBy(o => (int)o.Kind).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        SameValue(s => s.Orders.Sum(o => (int)o.Kind));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => (OrderKind)(o.Id % 2)));
        Same(s => s.Orders.Where(o => o.Kind == (OrderKind)(o.Id % 2)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Kind == kn).OrderBy(o => o.Id));
        kn = OrderKind.Normal;
    }

    [Test]
    public void Values_2()
    {
        OrderKind? kn = null;
        var kind = OrderKind.Rush;
        var n = 1;
        Same(s => s.Orders.Where(o => o.Kind == kn).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => new List<OrderKind> { kind }.Contains(o.Kind)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => new OrderKind?[] { kn, null }.Contains(o.Kind)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => new[] { 1 }.Contains((int)o.Kind)).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Id > 3 ? OrderKind.Rush : o.Kind));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Kind.ToString()));
        Same(s => s.Orders.Where(o => new List<long> { 1, 3 }.Contains(o.Id)).OrderBy(o => o.Id));
        Same(s => s.Lines.Where(l => new HashSet<long> { 1, 3 }.Contains(l.Id)).OrderBy(o => o.Id));
        Same(s => s.Lines.Where(l => new[] { 1, 3 }.Contains((int)l.Id)).OrderBy(o => o.Id));
        Same(s => s.Lines.Where(l => l.ProductId != null && new[] { 1, 3 }.Contains(l.ProductId.Value)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => new[] { new DateTime(2026, 1, 1), new DateTime(2026, 3, 3) }.Contains(o.PlacedAt)).OrderBy(o => o.Id));
        var some = Customers.Take(2).ToList();
        Same(s => s.Orders.Where(o => some.Contains(o.Customer)).OrderBy(o => o.Id));
        Same(s => s.Customers.Where(c => !some.Contains(c)).OrderBy(c => c.Id));
        var at = new DateTime(2026, 3, 3); DateTime? atn = at;
        Same(s => s.Orders.Where(o => o.PlacedAt > at).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.PlacedAt == atn).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => !(o.PlacedAt > atn)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.PlacedAt == s.Orders.Max(p => p.PlacedAt)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Id > n && o.Id < n + 4 && o.CustomerId != n).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Id > n).Where(o => o.Total > n).OrderBy(o => o.Id).Select(o => o.Id + n).Skip(n).Take(n));
        for (var i = 0; i < 5; i++)
        {
            var list = Enumerable.Range(2, i * i).ToArray();
            Same(s => s.Orders.Where(o => list.Contains(o.Id) || o.CustomerId == i).OrderBy(o => o.Id).Skip(i).Take(i));
            Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Name, i, N = c.Orders.Count(o => list.Contains(o.Id)), T = "x" + i }));
        }

        SameValue(s => s.Orders.Select(o => o.Id * 1000000).Sum(x => (long)x));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => (long)o.Id * 1000000000));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { A = o.Id & 3, B = o.Id | 1, C = Math.Abs(o.Id - 5) }));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Id ^ 1));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => ~o.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Id << 1));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Total.ToString()).Take(0));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Id + c.Name + 'x'));
        Same(s => s.Customers.Where(c => c.Name + c.Country == "annNO").OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => ("x" + c.Id) == "x3").OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Name.Equals("ann") || Equals(c.Country, "SE")).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => "annex".StartsWith(c.Name)).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Name == "ANN".ToLower()).OrderBy(c => c.Id));
        Same(s => s.Orders.Where(o => o.Note!.Length > 3).Take(0));
        SameValue(s => s.Customers.Where(c => c.Id == 1).Select(c => c.Country).Single());
        SameValue(s => s.Customers.Where(c => c.Id < 3).Select(c => c.Country).SingleOrDefault());
        SameValue(s => s.Customers.Select(c => new { c.Name, Big = c.Orders.Any(o => o.Total > 95) }).Where(x => x.Big).OrderBy(x => x.Name).Select(x => x.Name).ToList());
        SameValue(s => s.Customers.MinBy(c => c.Country));
        SameValue(s => s.Customers.OrderBy(c => c.Id).Select(c => new Dto { Id = c.Id, Name = c.Name }).Where(x => x.Name != "bob").OrderByDescending(x => x.Id).ToList());
        SameValue(s => s.Customers.Select(c => new Dto { Id = c.Orders.Count, Name = c.Country }).GroupBy(x => x.Name).Select(g => new { g.Key, S = g.Sum(x => x.Id) }).OrderBy(x => x.Key).ToList());
    }

    [Test]
    public void Values_3()
    {
        SameValue(s => s.Customers.Select(c => new Rec(c.Id, c.Name)).Where(x => x.Name != "bob").OrderByDescending(x => x.Id).Take(2).Select(x => x.Name).ToList());
        SameValue(s => s.Customers.Select(c => new Rec(c.Id, c.Name)).Distinct().OrderByDescending(x => x.Id).Take(2).ToList());
        SameValue(s => s.Orders.GroupBy(o => new Rec(o.CustomerId, "x")).Select(g => new { g.Key.Id, N = g.Count() }).OrderBy(x => x.Id).ToList());
        SameValue(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c, M = c.Orders.Count }).Skip(1).Take(2).Select(x => x.c.Name + x.M).ToList());
    }

    [Test]
    public void Mixed_1()
    {
        Same(s => s.Orders.Select(o => new { o.CustomerId, o.Kind }).Distinct().GroupBy(x => x.CustomerId).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.Select(o => new { X = o.Id % 4, Y = o.CustomerId % 2 }).Distinct().GroupBy(x => x.X).Select(g => new { g.Key, N = g.Count(), S = g.Sum(x => x.Y) }).OrderBy(x => x.Key));
        SameValue(s => s.Orders.Select(o => o.Id % 4).Distinct().All(x => x < 4));
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(3).Select(o => o.Id * 2).All(x => x < 7));
        SameValue(s => s.Orders.Where(o => o.Id < 4).Concat(s.Orders.Where(o => o.Id > 9)).All(o => o.Id < 4 || o.Id > 9));
        SameValue(s => s.Orders.Where(o => o.Id < 4).Concat(s.Orders.Where(o => o.Id > 9)).All(o => o.Id < 4));
        SameValue(s => s.Orders.Select(o => o.Id % 4).Distinct().Contains(3));
        SameValue(s => s.Orders.Select(o => o.Id % 4).Distinct().Contains(4));
        SameValue(s => s.Orders.Select(o => o.Note).Distinct().Contains(null));
        SameValue(s => s.Orders.Select(o => o.Id % 4).Distinct().OrderBy(x => x).First());
        SameValue(s => s.Orders.Select(o => o.Id % 4).Distinct().OrderByDescending(x => x).Skip(1).First());
        SameValue(s => s.Orders.Select(o => o.Id % 4).Distinct().Max());
        SameValue(s => s.Orders.Select(o => o.Customer).Distinct().Any(c => c.Country == null));
        SameValue(s => s.Orders.Select(o => o.Customer).Distinct().Sum(c => c.Orders.Count));
        SameValue(s => s.Orders.GroupBy(o => o.Kind).Select(g => g.Key).Distinct().Count());
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, M = g.Max(o => o.Total) }).Join(s.Orders, x => new { C = x.Key, T = x.M }, o => new { C = o.CustomerId, T = o.Total }, (x, o) => o).OrderBy(o => o.Id).Select(o => o.Customer.Name));
        Same(s => from o in s.Orders join g in s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count(), A = g.Average(o => o.Total) }) on o.CustomerId equals g.Key where o.Total > g.A orderby o.Id select new { o.Id, g.N, o.Customer.Name });
        Same(s => s.Customers.SelectMany(c => c.Orders.Select(o => o.Total).DefaultIfEmpty(), (c, t) => new { c.Id, t }).OrderBy(x => x.Id).ThenBy(x => x.t));
        Same(s => s.Customers.SelectMany(c => c.Orders.Select(o => o.Note).DefaultIfEmpty(), (c, t) => new { c.Id, t }).OrderBy(x => x.Id).ThenBy(x => x.t));
        Same(s => s.Customers.LeftJoin(s.Orders.Select(o => o.CustomerId), c => c.Id, x => x, (c, x) => new { c.Id, x }).OrderBy(x => x.Id));
        Same(s => s.Customers.LeftJoin(s.Orders.Select(o => new { o.CustomerId, N = o.Note ?? "none" }), c => c.Id, x => x.CustomerId, (c, x) => new { c.Id, N = x == null ? "missing" : x.N }).OrderBy(x => x.Id).ThenBy(x => x.N));
        Same(s => s.Customers.LeftJoin(s.Orders.Select(o => new { o.CustomerId, N = o.Note ?? "none" }), c => c.Id, x => x.CustomerId, (c, x) => new { c.Id, x }).OrderBy(x => x.Id).ThenBy(x => x.x == null ? "" : x.x.N).Skip(1).Take(20).Where(x => x.x == null || x.x.N != "none"));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, F = c.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, o.Total, o.Note }).FirstOrDefault() }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, F = c.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, o.Total, o.Note }).FirstOrDefault() }).Take(5).Where(x => x.F == null || x.F.Note == null));
        Same(s => s.Customers.Where(c => c.Orders.Any()).OrderBy(c => c.Id).Select(c => new { c.Id, F = c.Orders.OrderBy(o => o.Id).First() }).Take(3).Select(x => new { x.Id, x.F.Customer.Name, N = x.F.Lines.Count }));
        Same(s => s.Customers.Where(c => c.Orders.Any()).OrderBy(c => c.Id).Select(c => c.Orders.OrderByDescending(o => o.Id).First().Customer.Name));
        Same(s => s.Customers.Where(c => c.Orders.Any()).OrderBy(c => c.Id).Select(c => c.Orders.OrderByDescending(o => o.Id).First().Lines.Count));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderByDescending(o => o.Id).Take(2).Select(o => o.Total).FirstOrDefault()));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, o.Customer.Orders }).Take(4).Select(x => new { x.Id, N = x.Orders.Count, M = x.Orders.Max(o => o.Total) }));
        Same(s => s.Lines.GroupBy(l => l.Order.Customer).Select(g => new { g.Key.Country, N = g.Count(), O = g.Key.Orders.Count }).OrderBy(x => x.N).ThenBy(x => x.Country));
        Same(s => s.Lines.GroupBy(l => new { l.Order, l.Product }).Where(g => g.Key.Product != null).Select(g => new { g.Key.Order.Id, g.Key.Product!.Name, C = g.Key.Order.Customer.Name, Q = g.Sum(l => l.Quantity) }).OrderBy(x => x.Id).ThenBy(x => x.Name!.Length).ThenBy(x => x.Q));
        Same(s => s.Lines.Where(l => l.Product != null).GroupBy(l => l.Product!).Select(g => new { g.Key.Name, S = g.Sum(l => l.Price), C = g.Max(l => l.Order.Customer.Id) }).OrderBy(x => x.S));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Where(o => o.Total > 20).Select(o => o.Note).Distinct().Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count(o => o.Lines.Any(l => l.Quantity > 2)), M = g.Max(o => o.Lines.Sum(l => l.Quantity)) }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, A = g.Any(o => o.Total > 95), B = g.All(o => o.Total > 0), C = g.Min(o => o.Note), D = g.LongCount() }).OrderBy(x => x.Key).Where(x => x.A || x.B));
        Same(s => s.Orders.GroupBy(o => o.PlacedAt).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.Join(s.Customers, o => o.CustomerId, c => c.Id, (o, c) => new { o, c }).GroupBy(x => new { x.c.Name, x.o.Kind }).Select(g => new { g.Key.Name, g.Key.Kind, T = g.Sum(x => x.o.Total) }).OrderBy(x => x.T));
        Same(s => s.Orders.Join(s.Customers, o => o.CustomerId, c => c.Id, (o, c) => new { o, c }).OrderBy(x => x.o.Id).Skip(2).Take(4).Where(x => x.c.Country != "NO").Select(x => new { x.o.Id, x.c.Name, K = x.o.Customer.Orders.Count }));
        Same(s => s.Orders.Join(s.Customers, o => o.CustomerId, c => c.Id, (o, c) => new { o, c }).Where(x => x.c.Orders.Any(p => p.Total > x.o.Total + 50)).OrderBy(x => x.o.Id).Select(x => x.o));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => (int?)o.Id).Select(x => x + 1).Where(x => x > 5));
        Same(s => s.Orders.OrderByDescending(o => o.Total).Select(o => new { o.Id, o.Total }).Take(5).OrderBy(x => x.Id).Skip(1).Select(x => x.Total).Where(t => t > 50));
        Same(s => s.Orders.Where(o => s.Orders.OrderByDescending(p => p.Total).Take(3).Contains(o)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => s.Orders.OrderByDescending(p => p.Total).Take(3).Select(p => p.Id).Contains(o.Id)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => !s.Orders.Where(p => p.Note == null).Select(p => p.Id).Contains(o.Id)).OrderBy(o => o.Id));
        Same(s => s.Lines.Where(l => !s.Lines.Select(m => m.ProductId).Contains(l.ProductId)).OrderBy(l => l.Id));
        Same(s => s.Products.Where(p => !s.Lines.Where(l => l.Quantity > 2).Select(l => l.ProductId).Contains(p.Id)).OrderBy(p => p.Id));
        Same(s => s.Employees.Where(e => s.Employees.Select(b => b.BossId).Contains(e.BossId)).OrderBy(e => e.Id));
        Same(s => s.Employees.Where(e => !s.Employees.Where(b => b.BossId != null).Select(b => b.BossId).Contains(e.BossId)).OrderBy(e => e.Id));
    }

    [Test]
    public void Mixed_2()
    {
        Same(s => s.Employees.OrderBy(e => e.Id).Select(e => new { e.Id, B = e.Boss == null ? null : e.Boss.Name, BB = e.Boss == null || e.Boss.Boss == null ? null : e.Boss.Boss.Name }));
        SameValue(s => s.Employees.Select(e => e.Boss).Distinct().Count());
        SameValue(s => s.Employees.Count(e => e.Boss == null));
        SameValue(s => s.Employees.Select(e => e.BossId).Max());
        SameValue(s => s.Employees.Where(e => e.Id < 0).Select(e => e.BossId).Max());
        SameValue(s => s.Employees.OrderBy(e => e.Id).Select(e => e.BossId).First());
        SameValue(s => s.Employees.OrderBy(e => e.Id).Select(e => e.BossId).FirstOrDefault(9));
        SameValue(s => s.Employees.Where(e => e.Id < 0).Select(e => e.BossId).FirstOrDefault(9));
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.Id).DefaultIfEmpty(4).Sum());
        SameValue(s => s.Orders.Where(o => o.Id < 3).Select(o => o.Id).DefaultIfEmpty(4).Sum());
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.Id).DefaultIfEmpty(4).Average());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(2).Select(o => o.Id).DefaultIfEmpty(4).Max());
        SameValue(s => s.Orders.Where(o => o.Id < 0).DefaultIfEmpty().Select(o => o == null ? -1 : o.Id).ToList());
        SameValue(s => s.Orders.OrderByDescending(o => o.Id).Select(o => o.Id).DefaultIfEmpty(4).Skip(1).Take(2).ToList());
        SameValue(s => s.Orders.OrderByDescending(o => o.Id).Select(o => o.Id).DefaultIfEmpty(4).First());
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Where(o => o.Total > 90).DefaultIfEmpty().Count()));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Select(o => o.Total).DefaultIfEmpty().Average()));
        Same(s => s.Customers.Where(c => c.Orders.DefaultIfEmpty().Any(o => o == null)).OrderBy(c => c.Id));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Where(o => o.Total > 90).Select(o => o.Note).DefaultIfEmpty().Count(n => n == null)));
        foreach (var flag in new[] { true, false })
        {
            string? text = flag ? "note 1" : null;
            decimal? limit = flag ? 30 : null;
            Same(s => s.Orders.Where(o => limit == null || o.Total > limit).Where(o => text == null || o.Note == text).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => (text ?? "note 2") == o.Note).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => (flag ? o.Note : text) == null).OrderBy(o => o.Id));
            Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, text, limit, B = o.Total > limit, C = o.Total + limit, D = text + o.Note }));
            Same(s => s.Orders.OrderBy(o => flag ? o.Id : -o.Id));
            Same(s => s.Orders.Select(o => new { o.Id, T = text }).Concat(s.Customers.Select(c => new { c.Id, T = c.Country })).Where(x => x.T == null).OrderBy(x => x.Id));
            Same(s => s.Customers.Where(c => c.Orders.Any(o => o.Note == text)).OrderBy(c => c.Id));
            Same(s => s.Customers.Where(c => !c.Orders.All(o => o.Note == text || o.Total > limit)).OrderBy(c => c.Id));
            Same(s => s.Orders.GroupBy(o => o.Note == text).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
            Same(s => s.Orders.GroupBy(o => o.Note ?? text).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        }

        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Customer, o.Customer.Name, Rush = o.Kind == OrderKind.Rush ? "r" : null }).Where(x => x.Rush == null && x.Customer.Country != null).Select(x => x.Name));
        Same(s => from c in s.Customers let os = c.Orders.Where(o => o.Total > 20) let t = os.Sum(o => o.Total) let b = os.OrderByDescending(o => o.Total).FirstOrDefault() where t > 100 orderby t descending select new { c.Name, t, B = b.Id, N = os.Count(o => o.Kind == OrderKind.Rush) });
        Same(s => from c in s.Customers from o in c.Orders let n = o.Lines.Count from l in o.Lines where n > 1 && l.Quantity > 1 orderby l.Id select new { c.Name, n, l.Id });
        Same(s => from c in s.Customers join o in s.Orders on c.Id equals o.CustomerId into g from x in g join l in s.Lines on x.Id equals l.Order.Id into ls orderby x.Id select new { c.Name, x.Id, N = ls.Count(), G = g.Count() });
        Same(s => from c in s.Customers join o in s.Orders on new { c.Id, K = OrderKind.Rush } equals new { Id = o.CustomerId, K = o.Kind } into g orderby c.Id select new { c.Name, N = g.Count(), S = g.Sum(o => o.Total) });
        Same(s => s.Customers.SelectMany(c => c.Orders).GroupBy(o => o.Customer.Country).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Customers.Where(c => c.Orders.Where(o => o.Lines.Any()).GroupBy(o => o.Kind).Any(g => g.Count() > 1)).OrderBy(c => c.Id));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.GroupBy(o => o.Note).Where(g => g.Count() > 0).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault()));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { A = o.Total / 3 > 10, B = (o.Total - o.Total / 2) * 2 == o.Total }));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { A = (double)o.Total / 2, B = (int)(o.Total / 2), C = (long)((double)o.Id * -1.5) }));
        Same(s => s.Orders.Where(o => o.Lines.Sum(l => l.Price * l.Quantity) == o.Lines.Sum(l => l.Quantity * l.Price)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Lines.Average(l => (decimal?)l.Price) > 4).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Lines.Max(l => (decimal?)l.Price)).ThenBy(o => o.Id).Select(o => o.Id));
    }

    [Test]
    public void Mixed_3()
    {
        Same(s => s.Orders.Where(o => o.Lines.Select(l => l.Price).Contains(3.50m)).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Total).Select(o => o.Total).Distinct().Where(t => t > 9).OrderBy(t => t));
        Same(s => s.Orders.Select(o => o.Total).Union(s.Lines.Select(l => l.Price)).OrderBy(t => t));
        Same(s => s.Orders.Select(o => o.Total).Intersect(s.Orders.Where(o => o.Id > 3).Select(o => o.Total + 0)).OrderBy(t => t));
        Same(s => s.Orders.Where(o => o.Total > s.Orders.Where(p => p.Id < 4).Select(p => p.Total).Max()).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Total > 20 ? o.Total : -o.Total).Select(o => o.Id));
        Same(s => s.Orders.Where(o => (o.Total > 20 ? o.Total : 7) < 9.5m).OrderBy(o => o.Id));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => (l.Product == null ? 0 : l.Product.Price) + l.Price));
        Same(s => s.Lines.Where(l => (l.Product == null ? 9m : l.Product.Price) < 10).OrderBy(l => l.Id));
        SameValue(s => s.Lines.Max(l => l.Product == null ? 0 : l.Product.Price));
        SameValue(s => s.Orders.Where(o => o.Total >= 9.5m && o.Total <= 100).Select(o => o.Total).Min());
    }

    [Test]
    public void First_items_and_order()
    {
        Same(s => s.Customers.Select(c => new { c.Id, c.Orders }).Distinct().Where(x => x.Orders.Any(o => o.Total > 90)).OrderBy(x => x.Id).Select(x => x.Id).Take(0));
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.PlacedAt).DefaultIfEmpty().Max());
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.Kind).DefaultIfEmpty().Max());
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Select(o => o.PlacedAt).FirstOrDefault()));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Kind).FirstOrDefault()));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Total > 20).FirstOrDefault()));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Total > 20).FirstOrDefault()).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => !c.Orders.OrderBy(o => o.Id).Select(o => o.Total > 20).FirstOrDefault()).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Kind).FirstOrDefault() == OrderKind.Normal).OrderBy(c => c.Id));
        var cap = "a";
        Same(s => s.Orders.GroupBy(o => new { o.Kind, X = cap }).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key.Kind));
        Same(s => s.Orders.GroupBy(o => new { o.Kind, X = o.Total > 50 ? cap : null }).Select(g => new { g.Key.Kind, g.Key.X, N = g.Count() }).OrderBy(x => x.Kind).ThenBy(x => x.X));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Select(g => new { g.Key, N = g.Count() }).Join(s.Customers, x => x.Key, c => c.Id, (x, c) => new { c.Name, x.N }));
        Same(s => s.Orders.OrderByDescending(o => o.Id).Join(s.Customers, o => o.CustomerId, c => c.Id, (o, c) => new { o.Id, c.Name }).Take(3));
        Same(s => s.Orders.OrderByDescending(o => o.Id).Where(o => o.Id > 2).Select(o => o.Customer).Select(c => c.Name).Take(3));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(3).Union(s.Orders.Where(o => o.Id > 10)).OrderByDescending(o => o.Id).Take(4).Select(o => new { o.Id, o.Customer.Country }));
        Same(s => s.Customers.Select(c => new { c.Id, B = c.Orders.Count }).Concat(s.Products.Select(p => new { p.Id, B = p.Lines.Count })).OrderBy(x => x.Id).ThenBy(x => x.B));
    }

    [Test]
    public void Chains_of_joins()
    {
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 60), c => c.Id, o => o.CustomerId, (c, o) => new { c, o }).Select(x => new { x.c.Id, O = x.o == null ? (int?)null : x.o.Id }).Concat(s.Products.Select(p => new { p.Id, O = (int?)p.Id })).Where(x => x.O == null || x.O > 2).OrderBy(x => x.Id).ThenBy(x => x.O));
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 60), c => c.Id, o => o.CustomerId, (c, o) => o).Distinct().Where(o => o == null || o.Note != null).OrderBy(o => o == null ? 0 : o.Id));
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 60), c => c.Id, o => o.CustomerId, (c, o) => o).Union(s.Orders.Where(o => o.Id < 3)).OrderBy(o => o == null ? 0 : o.Id).Select(o => o == null ? "none" : o.Customer.Name));
        Same(s => s.Customers.LeftJoin(s.Orders, c => c.Id, o => o.CustomerId, (c, o) => new { c, o }).LeftJoin(s.Lines.Where(l => l.Quantity > 3), x => x.o == null ? -1 : x.o.Id, l => l.Order.Id, (x, l) => new { x.c.Id, O = x.o == null ? 0 : x.o.Id, L = l == null ? 0 : l.Id }).OrderBy(x => x.Id).ThenBy(x => x.O).ThenBy(x => x.L));
        Same(s => s.Customers.LeftJoin(s.Orders, c => c.Id, o => o.CustomerId, (c, o) => new { c, o }).GroupBy(x => x.c).Select(g => new { g.Key.Name, N = g.Count(x => x.o != null && x.o.Note != null), M = g.Max(x => x.o == null ? (decimal?)null : x.o.Total) }).OrderBy(x => x.Name.Length).ThenBy(x => x.N).ThenBy(x => x.M));
        Same(s => s.Customers.LeftJoin(s.Orders, c => c.Id, o => o.CustomerId, (c, o) => new { c, o }).Where(x => !(x.o != null && x.o.Total > 20)).OrderBy(x => x.c.Id).ThenBy(x => x.o == null ? 0 : x.o.Id).Select(x => new { x.c.Name, L = x.o == null ? 0 : x.o.Lines.Count }));
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 40), c => c.Id, o => o.CustomerId, (c, o) => new { c, o }).Where(x => x.o == null || x.o.Lines.Any(l => l.Quantity > 2)).OrderBy(x => x.c.Id).ThenBy(x => x.o == null ? 0 : x.o.Id).Select(x => new { x.c.Name, x.o }));
        Same(s => s.Employees.LeftJoin(s.Employees, e => e.BossId, b => (int?)b.Id, (e, b) => new { e, b }).Where(x => x.b == null || x.b.Boss == null).OrderBy(x => x.e.Id).Select(x => new { x.e.Name, B = x.b == null ? null : x.b.Name }));
        Same(s => s.Employees.LeftJoin(s.Employees.Select(b => new { b.BossId, b.Name }), e => e.BossId, b => b.BossId, (e, b) => new { e.Id, b }).OrderBy(x => x.Id).ThenBy(x => x.b == null ? 0 : x.b.Name.Length).Select(x => x.b == null));
        Same(s => s.Orders.Select(o => new { o.Id, T = o.Total }).Where(x => x.T > 20).OrderBy(x => x.T).Select(x => new { x, D = x.T * 2 }).Where(y => y.D > 90).Select(y => y.x.Id));
        Same(s => s.Orders.Select(o => new { o.Id, T = o.Total }).GroupBy(x => x.T > 20).Select(g => new { g.Key, S = g.Sum(x => x.T), I = g.Max(x => x.Id) }).OrderBy(x => x.Key));
        Same(s => s.Orders.Where(o => o.Id > 2).Select(o => new { o, o.Customer }).Where(x => x.Customer.Country == "NO").Join(s.Lines, x => x.o.Id, l => l.Order.Id, (x, l) => new { x.o.Id, L = l.Id, x.Customer.Name, l.Order.Customer.Country }).OrderBy(x => x.L));
        Same(s => s.Orders.Select(o => o.Customer).Where(c => c.Country != null).SelectMany(c => c.Orders.Where(o => o.Total > 80)).OrderBy(o => o.Id).Select(o => o.Id));
        Same(s => s.Orders.Select(o => o.Customer).SelectMany(c => c.Orders, (c, o) => new { c.Name, o.Id }).Distinct().OrderBy(x => x.Id));
        Same(s => s.Customers.Where(c => c.Orders.Select(o => new { o.Id, T = o.Total * 2 }).Where(x => x.T > 190).Any()).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.Select(o => o.Customer).Distinct().Count() == 1).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.OrderByDescending(o => o.Total).Select(o => o.Lines.Count).FirstOrDefault() > 1).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.SelectMany(o => o.Lines).OrderBy(l => l.Id).Select(l => l.ProductId).FirstOrDefault() == null).OrderBy(c => c.Id));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, X = c.Orders.SelectMany(o => o.Lines).OrderBy(l => l.Id).Select(l => l.Product).FirstOrDefault() }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, X = c.Orders.Select(o => (int?)o.Id).Min(), Y = c.Orders.Sum(o => (int?)o.Id), Z = c.Orders.Average(o => (int?)o.Id) }).Where(x => x.X == null || x.X > 1));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { S = c.Orders.Sum(o => o.Total) / 3, C = c.Orders.Count / 2, D = c.Orders.Count * 1.0 / 2 }));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, P = s.Orders.Where(p => p.Id < o.Id).OrderByDescending(p => p.Id).Select(p => (int?)p.Id).FirstOrDefault() }).Where(x => x.P == null || x.P % 2 == 0));
    }

    [Test]
    public void Lists_with_null()
    {
        var kinds = new OrderKind?[] { null, OrderKind.Rush };
        Same(s => s.Orders.Where(o => !kinds.Contains(o.Kind)).OrderBy(o => o.Id));
        foreach (var list in new[] { new List<string?> { null }, ["note 1"], [], [null, "note 2", "note 2"], ["note 1", "x", "y", "z", "w"] })
        {
            Same(s => s.Orders.Where(o => list.Contains(o.Note)).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => !list.Contains(o.Note)).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => list.Contains(o.Note) == (o.Total > 50)).OrderBy(o => o.Id));
            Same(s => s.Orders.OrderBy(o => o.Id).Select(o => list.Contains(o.Note ?? "x")));
            Same(s => s.Orders.GroupBy(o => list.Contains(o.Note)).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
            Same(s => s.Customers.Where(c => c.Orders.All(o => !list.Contains(o.Note) || o.Total > 20)).OrderBy(c => c.Id));
            Same(s => s.Customers.Where(c => list.Contains(c.Orders.OrderBy(o => o.Id).Select(o => o.Note).FirstOrDefault())).OrderBy(c => c.Id));
        }
    }

    [Test]
    public void Navigations_through_joins()
    {
        Same(s => from l in s.Lines join o in s.Orders on l.Order.Id equals o.Id where o.Customer.Country != null orderby l.Id select new { l.Id, A = l.Order.Customer.Name, B = o.Customer.Country });
        Same(s => from o in s.Orders join l in s.Lines on o.Customer.Id equals l.Order.Customer.Id where l.Product != null orderby o.Id, l.Id select new { o.Id, o.Customer.Name, L = l.Id, N = l.Order.Customer.Orders.Count });
        Same(s => from c in s.Customers from o in s.Lines.Where(l => l.Order.CustomerId == c.Id).Select(l => l.Order) orderby o.Id select new { c.Name, o.Id, o.Customer.Country });
        Same(s => from c in s.Customers from o in s.Lines.Select(l => l.Order).Where(o => o.CustomerId == c.Id).DefaultIfEmpty() orderby c.Id, o == null ? 0 : o.Id select new { c.Name, O = o == null ? null : o.Customer.Country });
        Same(s => s.Customers.GroupJoin(s.Lines, c => c.Id, l => l.Order.CustomerId, (c, ls) => new { c.Name, N = ls.Count(l => l.Order.Total > 20), Q = ls.Sum(l => l.Quantity) }).OrderBy(x => x.Name));
        Same(s => s.Customers.LeftJoin(s.Lines.Where(l => l.Quantity > 3), c => c.Id, l => l.Order.CustomerId, (c, l) => new { c.Id, T = l == null ? 0 : l.Order.Total, P = l == null || l.Product == null ? null : l.Product.Name }).OrderBy(x => x.Id).ThenBy(x => x.T).ThenBy(x => x.P));
        Same(s => s.Orders.OrderBy(o => o.Id).Where(o => o.Customer.Orders.Where(p => p.Lines.Any(l => l.Order.Customer.Country == o.Customer.Country)).Count() > 1).Select(o => o.Id));
        Same(s => s.Orders.GroupBy(o => o.Customer.Country).Select(g => new { g.Key, M = g.Max(o => o.Customer.Name.Length), L = g.Sum(o => o.Lines.Sum(l => l.Quantity)) }).OrderBy(x => x.Key));
        Same(s => s.Orders.Where(o => o.Lines.GroupBy(l => l.Product).Any(g => g.Key != null && g.Key.Price > 4)).OrderBy(o => o.Id));
        Same(s => s.Lines.Select(l => l.Order).Distinct().OrderBy(o => o.Id).Select(o => new { o.Id, o.Customer.Name }));
        Same(s => s.Lines.Select(l => l.Order.Customer).Distinct().OrderBy(c => c.Id).Select(c => new { c.Name, N = c.Orders.SelectMany(o => o.Lines).Count() }));
        Same(s => s.Lines.OrderBy(l => l.Id).Take(8).Select(l => l.Order).Select(o => o.Customer).Where(c => c.Country != "SE").Select(c => c.Name));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => new { l, l.Order, l.Product }).Skip(2).Take(9).Where(x => x.Product != null).Select(x => new { x.Order.Customer.Name, P = x.Product!.Name, N = x.Product.Lines.Count }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, O = c.Orders.OrderBy(o => o.Id).FirstOrDefault() }).Select(x => new { x.Id, C = x.O == null ? null : x.O.Customer.Name, T = x.O == null ? 0 : x.O.Total }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Skip(1).FirstOrDefault()).Where(o => o != null && o.Total > 30).Select(o => o!.Customer.Name));
        Same(s => s.Orders.Select(o => o.Id).Concat(s.Lines.Select(l => l.Quantity)).GroupBy(x => x % 3).Select(g => new { g.Key, N = g.Count(), S = g.Sum() }).OrderBy(x => x.Key));
        Same(s => s.Orders.OrderBy(o => o.Id).Skip(2).Take(8).GroupBy(o => o.Customer).Select(g => new { g.Key.Name, T = g.Sum(o => o.Total) }).OrderBy(x => x.T));
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(8).Select(o => o.Customer.Country).Distinct().Count(c => c != "NO"));
        SameValue(s => s.Orders.Select(o => new { o.CustomerId, o.Note }).Distinct().Count(x => x.Note == null));
        SameValue(s => s.Customers.SelectMany(c => c.Orders.Select(o => new { c.Country, o.Total })).Where(x => x.Country == null).Sum(x => x.Total));
        SameValue(s => s.Orders.GroupBy(o => o.Customer.Country).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault());
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => g.Max(o => o.Total)).Min());
        SameValue(s => s.Orders.OrderBy(o => o.Id).AsQueryable().Where(o => o.Total > 3).Count());
    }

    private sealed record Rec(int Id, string Name);
}
