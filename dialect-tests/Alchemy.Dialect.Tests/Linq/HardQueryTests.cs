namespace Alchemy.Tests;

/// <summary>Queries that go wrong easily: operators in every order, sub-queries, joins, groups, NULL, sets.</summary>
public sealed class HardQueryTests(Database database) : QueryFixture(database)
{
    [Test]
    public void Pages()
    {
        SameValue(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Take(2).Select(o => o.Note).FirstOrDefault()).ToList());
        SameValue(s => s.Orders.Select(o => o.CustomerId).Distinct().Skip(3).Any());
        SameValue(s => s.Orders.Select(o => o.CustomerId).Distinct().Skip(4).Any());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(3).Select(o => o.CustomerId).Contains(4));
        SameValue(s => s.Orders.OrderBy(o => o.Id).Skip(2).Take(3).Any(o => o.Total > 30));
        SameValue(s => s.Orders.OrderBy(o => o.Id).Skip(2).Take(3).Max(o => o.Total));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(6).GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key).Skip(1).Take(2).Where(x => x.N > 1));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderByDescending(g => g.Key).Take(2).Select(g => new { g.Key, N = g.Count() }));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(6).Join(s.Customers.OrderBy(c => c.Id).Take(2), o => o.CustomerId, c => c.Id, (o, c) => new { o.Id, c.Name }).OrderBy(x => x.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Skip(3).Select(o => new { o.Kind, o.CustomerId }).Distinct().OrderBy(x => x.CustomerId).ThenBy(x => x.Kind).Skip(1).Take(3));
        Same(s => s.Orders.Select(o => o.CustomerId).Distinct().OrderBy(x => x).Take(3).Select(x => x * 2).Where(x => x > 2));
        Same(s => s.Orders.Select(o => o.CustomerId).Distinct().Where(x => x > 1).OrderByDescending(x => x).Skip(1));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(5).OrderBy(o => o.Total).Skip(1).Take(3).OrderByDescending(o => o.Id).Take(2));
        SameValue(s => s.Orders.OrderBy(o => o.Id).Skip(2).First());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(4).Last());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(1).Single());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(2).Single());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(0).Any());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(0).FirstOrDefault());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Skip(100).Count());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Take(-1).Count());
        SameValue(s => s.Orders.Select(o => o.Kind).Distinct().Count());
        SameValue(s => s.Orders.Select(o => o.Note).Distinct().Count());
        SameValue(s => s.Orders.Select(o => o.CustomerId).Distinct().Sum());
        SameValue(s => s.Orders.Select(o => o.CustomerId).Distinct().Average());
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => g.Count()).Max());
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).Any(g => g.Count() > 2));
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).All(g => g.Count() > 2));
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).Where(g => g.Count() > 2).Count());
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => g.Key).Contains(3));
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => g.Count()).Sum());
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => new { g.Key, S = g.Sum(o => o.Total) }).First());
        SameValue(s => s.Orders.GroupBy(o => o.CustomerId).OrderBy(g => g.Key).Select(g => new { g.Key, S = g.Sum(o => o.Total) }).Last());
        SameValue(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Customer).Take(3).Distinct().Count());
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Customer).Skip(2).Take(5).Distinct().OrderBy(c => c.Id).Select(c => new { c.Name, N = c.Orders.Count }));
        Same(s => s.Customers.OrderBy(c => c.Id).Take(3).SelectMany(c => c.Orders).OrderBy(o => o.Id).Take(4).Select(o => o.Customer.Name));
        Same(s => s.Customers.OrderBy(c => c.Id).Take(3).SelectMany(c => c.Orders, (c, o) => new { c.Name, o.Id, o.Customer.Country }).OrderBy(o => o.Id).Take(4));
        Same(s => s.Orders.OrderBy(o => o.Id).TakeLast(3));
        Same(s => s.Orders.OrderBy(o => o.Id).SkipLast(9));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(8).TakeLast(3).Where(o => o.Total > 30));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).TakeLast(2).Sum(o => o.Total)));
        Same(s => s.Orders.OrderBy(o => o.Id).Reverse().Take(3).Reverse());
        Same(s => s.Orders.OrderBy(o => o.Kind).ThenBy(o => o.Id).Skip(1).Select(o => o.Lines.Count).Take(3));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(3).Where(o => o.Lines.Any()).Select(o => new { o.Id, N = o.Lines.Sum(l => l.Quantity) }));
        SameValue(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Total).Take(3).Average());
        SameValue(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Country).Take(4).Distinct().Count());
    }

    [Test]
    public void Sub_queries_1()
    {
        Same(s => s.Customers.Where(c => c.Orders.Any(o => o.Lines.Any(l => l.Price > 5 && l.Order.Customer.Country == c.Country))).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => s.Orders.Count(o => o.Customer.Country == c.Country) > 3).OrderBy(c => c.Id));
        Same(s => s.Orders.Where(o => o.Lines.Any(l => l.Price > o.Customer.Id)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Lines.Any(l => l.Product != null && s.Lines.Any(m => m.Product == l.Product && m.Order.Customer != o.Customer))).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(5).Where(o => o.Lines.Any(l => l.Price > o.Customer.Id)));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, T = c.Orders.OrderBy(o => o.Id).Select(o => o.Total).FirstOrDefault() }));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Total).FirstOrDefault() == 0).OrderBy(c => c.Id));
        Same(s => s.Customers.OrderBy(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Id).FirstOrDefault()).ThenBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Total).FirstOrDefault() < 5).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => !(c.Orders.OrderBy(o => o.Id).Select(o => o.Total).FirstOrDefault() > 5)).OrderBy(c => c.Id));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Id).FirstOrDefault() + 1));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { X = (double)c.Orders.OrderByDescending(o => o.Id).Select(o => o.Id).FirstOrDefault() / (c.Orders.Count() + 2) }));
        Same(s => s.Customers.Where(c => c.Orders.Any()).OrderBy(c => c.Id).Select(c => new { X = (double)c.Orders.OrderByDescending(o => o.Id).Select(o => o.Id).First() / c.Orders.Count() }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, Last = c.Orders.OrderByDescending(o => o.Id).Select(o => new { o.Id, o.Note }).FirstOrDefault() }).Where(x => x.Last != null).Select(x => new { x.Id, x.Last!.Note }));
        Same(s => s.Customers.Where(c => c.Orders.Any()).OrderBy(c => c.Id).Select(c => new { c.Id, Last = c.Orders.OrderByDescending(o => o.Id).First().Total }).Take(3).Where(x => x.Last > 80));
        Same(s => s.Customers.Where(c => c.Orders.Any()).OrderBy(c => c.Id).Select(c => new { c.Id, Last = c.Orders.OrderByDescending(o => o.Id).First() }).Take(3).Where(x => x.Last.Total > 80).Select(x => x.Id));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, Os = c.Orders.Where(o => o.Total > 40) }).Where(x => x.Os.Any()).Select(x => new { x.Id, N = x.Os.Count() }));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => new { c.Id, c.Orders }).Take(3).Where(x => x.Orders.Any(o => o.Total > 90)).Select(x => x.Id));
        Same(s => s.Customers.Select(c => new { c.Id, First = c.Orders.OrderBy(o => o.Id).FirstOrDefault() }).Distinct().OrderBy(x => x.Id).Select(x => x.Id));
        Same(s => s.Orders.Where(o => o.Total == s.Orders.Where(p => p.CustomerId == o.CustomerId).Max(p => p.Total)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Total > s.Orders.Average(p => p.Total)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Customer == s.Customers.OrderBy(c => c.Id).First()).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.CustomerId == s.Customers.OrderByDescending(c => c.Name).Where(c => c.Country != null).Select(c => c.Id).First()).OrderBy(o => o.Id));
        Same(s => s.Customers.Where(c => c.Orders.Select(o => o.Note).Contains(null)).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).Take(2).Select(o => o.Note).Contains("note 1")).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).Skip(1).Take(1).Any(o => o.Total > 40)).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).Take(2).All(o => o.Note != null)).OrderBy(c => c.Id));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).Take(2).Sum(o => o.Total)));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Select(o => o.Kind).Distinct().Count()));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.GroupBy(o => o.Kind).Count()));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.GroupBy(o => o.Kind).Select(g => g.Sum(o => o.Total)).Max(x => (decimal?)x)));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.SelectMany(o => o.Lines).Where(l => l.Product != null).Select(l => l.Product!.Name).Distinct().Count()));
        Same(s => s.Employees.OrderBy(e => e.Id).Select(e => new { e.Id, N = e.Reports.SelectMany(r => r.Reports).Count(), B = e.Boss == null ? 0 : e.Boss.Reports.Count }));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, N = o.Customer.Orders.Count(p => p.Customer.Country == o.Customer.Country && p.Lines.Any(l => l.Quantity > 2)) }));
        Same(s => from o in s.Orders let big = o.Lines.Where(l => l.Quantity > 2) let n = big.Count() where n > 0 orderby n descending, o.Id select new { o.Id, n, S = big.Sum(l => l.Price) });
        Same(s => from o in s.Orders let c = o.Customer let n = c.Orders.Count() let m = n * 2 where m > 4 orderby c.Name, o.Id select new { o.Id, c.Name, m });
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Any() ? c.Orders.Max(o => o.Total) : -1));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Select(o => o.Total).DefaultIfEmpty().Max()));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Select(o => o.Id).FirstOrDefault(-1) < 0));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Where(o => o.Total > 50).Select(o => o.Id).DefaultIfEmpty(7).Min()));
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.Total).DefaultIfEmpty().Max());
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.Id).DefaultIfEmpty(5).Max());
        SameValue(s => s.Orders.Where(o => o.Id < 0).DefaultIfEmpty().Count());
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.Id).DefaultIfEmpty().ToList());
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.Id).DefaultIfEmpty(3).Select(x => x * 2).ToList());
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => o.Id).DefaultIfEmpty(3).Where(x => x == 3).Any());
        SameValue(s => s.Orders.Where(o => o.Id < 0).DefaultIfEmpty().Where(x => x == null).Count());
        SameValue(s => s.Orders.Where(o => o.Id < 0).DefaultIfEmpty().Any());
    }

    [Test]
    public void Sub_queries_2()
    {
        SameValue(s => s.Orders.Where(o => o.Id < 3).OrderBy(o => o.Id).Select(o => o.Id).DefaultIfEmpty(9).ToList());
        SameValue(s => s.Orders.Where(o => o.Id < 0).Select(o => (int?)o.Id).DefaultIfEmpty().First());
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.OrderBy(o => o.Id).ElementAtOrDefault(1)!.Id).Where(x => x > 0).Take(0));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).FirstOrDefault() == null).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.OrderBy(o => o.Id).Select(o => o.Customer).FirstOrDefault() == c).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.Count == 0 || c.Orders.Max(o => o.Total) > 95).OrderBy(c => c.Id));
    }

    [Test]
    public void Joins_and_groups()
    {
        Same(s => s.Customers.LeftJoin(s.Orders, c => c.Id, o => o.Customer.Id, (c, o) => new { c.Name, Country = o == null ? null : o.Customer.Country }).OrderBy(x => x.Name).ThenBy(x => x.Country));
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 70), c => c.Id, o => o.CustomerId, (c, o) => new { c, o }).Where(x => x.o == null).OrderBy(x => x.c.Id).Select(x => x.c.Name));
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 70), c => c.Id, o => o.CustomerId, (c, o) => new { c, o }).Where(x => x.o != null && x.o.Note != "note 1").OrderBy(x => x.c.Id).ThenBy(x => x.o!.Id).Select(x => x.o!.Customer.Name));
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 40), c => c.Id, o => o.CustomerId, (c, o) => new { c, o }).GroupBy(x => x.c.Name).Select(g => new { g.Key, N = g.Count(x => x.o != null), S = g.Sum(x => x.o == null ? 0 : x.o.Total) }).OrderBy(x => x.Key));
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 40), c => c.Id, o => o.CustomerId, (c, o) => new { c.Name, T = o == null ? (decimal?)null : o.Total }).OrderBy(x => x.Name).ThenBy(x => x.T).Take(4).Where(x => !(x.T > 50)));
        Same(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 40), c => c.Id, o => o.CustomerId, (c, o) => new { c.Name, o }).OrderBy(x => x.Name).Take(4).Where(x => x.o == null).Select(x => x.Name));
        Same(s => s.Customers.LeftJoin(s.Orders.OrderBy(o => o.Id).Take(3), c => c.Id, o => o.CustomerId, (c, o) => new { c.Name, o }).OrderBy(x => x.Name).Select(x => new { x.Name, K = x.o == null ? "none" : x.o.Customer.Name }));
        Same(s => s.Customers.LeftJoin(s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count() }), c => c.Id, o => o.Key, (c, o) => new { c.Name, N = o == null ? 0 : o.N }).OrderBy(x => x.Name));
        Same(s => s.Customers.LeftJoin(s.Orders.Select(o => new { o.CustomerId, X = 1 }), c => c.Id, o => o.CustomerId, (c, o) => new { c.Name, X = o == null ? 0 : o.X }).OrderBy(x => x.Name));
        Same(s => from c in s.Customers join o in s.Orders on c.Id equals o.CustomerId into g from o in g.Where(o => o.Total > 60).DefaultIfEmpty() orderby c.Id, o == null ? 0 : o.Id select new { c.Name, T = o == null ? -1 : o.Total, G = g.Count() });
        Same(s => from c in s.Customers join o in s.Orders on c.Id equals o.CustomerId into g where g.Any(o => o.Total > 90) orderby c.Id select new { c.Name, M = g.Max(o => o.Total) });
        Same(s => from o in s.Orders from l in s.Lines where l.Order == o && l.Product != null && l.Product.Name == "tea" orderby l.Id select new { o.Id, L = l.Id, o.Customer.Name });
        Same(s => from l in s.Lines join p in s.Products on l.ProductId equals (int?)p.Id orderby l.Id select new { l.Id, p.Name });
        Same(s => from l in s.Lines join p in s.Products on l.Product equals p orderby l.Id select new { l.Id, p.Name });
        Same(s => from e in s.Employees join b in s.Employees on e.BossId equals b.BossId orderby e.Id, b.Id select new { e.Id, B = b.Id });
        Same(s => from a in s.Customers join b in s.Customers on a.Country equals b.Country orderby a.Id, b.Id select new { A = a.Id, B = b.Id });
        Same(s => from e in s.Employees join b in s.Employees on new { X = e.BossId, e.Name } equals new { X = b.BossId, b.Name } orderby e.Id, b.Id select new { e.Id, B = b.Id });
        Same(s => s.Orders.GroupBy(o => o.Customer).Select(g => new { g.Key.Name, N = g.Count() }).OrderBy(x => x.Name));
        Same(s => s.Orders.GroupBy(o => o.Customer).OrderBy(g => g.Key.Id).Select(g => new { g.Key, N = g.Count() }));
        Same(s => s.Lines.GroupBy(l => l.Order).Select(g => new { g.Key.Id, g.Key.Customer.Name, N = g.Count() }).OrderBy(x => x.Id));
        Same(s => s.Lines.GroupBy(l => l.Order.Customer.Country).Select(g => new { g.Key, N = g.Count(), M = g.Max(l => l.Order.Total), D = g.Select(l => l.ProductId).Distinct().Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, D = g.Select(o => o.Note).Distinct().Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => new { o.CustomerId, o.Kind }).Select(g => new { g.Key.CustomerId, N = g.Count() }).GroupBy(x => x.N).Select(g => new { g.Key, C = g.Count(), M = g.Max(x => x.CustomerId) }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).GroupBy(g => g.Key % 2).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = s.Customers.Where(c => c.Id == g.Key).Select(c => c.Name).First() }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.Note).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key).Where(x => x.Key != "note 1"));
        Same(s => s.Orders.GroupBy(o => o.Note ?? "none").Select(g => new { g.Key, S = g.Sum(o => o.Lines.Count) }).OrderBy(x => x.S).ThenBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.Note == null).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.N));
        Same(s => s.Orders.GroupBy(o => o.Lines.Count).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId, o => new { o.Total, o.Customer.Name }).Select(g => new { g.Key, S = g.Sum(x => x.Total), M = g.Max(x => x.Name) }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, A = g.Where(o => o.Total > 50).Sum(o => o.Total), B = g.Where(o => o.Note != null && o.Total > 50).Max(o => (decimal?)o.Total), C = g.Average(o => o.Id), D = g.Min(o => o.Kind) }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Where(g => g.Any(o => o.Note == null)).Select(g => g.Key).OrderBy(x => x));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Where(g => g.All(o => o.Note != null)).Select(g => g.Key).OrderBy(x => x));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count() }).Join(s.Customers, x => x.Key, c => c.Id, (x, c) => new { c.Name, x.N }).OrderBy(x => x.Name));
        Same(s => s.Customers.Join(s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count() }), c => c.Id, x => x.Key, (c, x) => new { c.Name, x.N, K = c.Orders.Count }).OrderBy(x => x.Name));
        Same(s => from o in s.Orders where s.Orders.GroupBy(p => p.CustomerId).Where(g => g.Count() > 2).Select(g => g.Key).Contains(o.CustomerId) orderby o.Id select o.Id);
        Same(s => s.Lines.GroupBy(l => l.ProductId).Select(g => new { g.Key, S = g.Sum(l => l.ProductId), A = g.Average(l => l.ProductId) }).OrderBy(x => x.Key));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key).Select(x => new { x.Key, M = x.N * 2 }).Distinct().OrderBy(x => x.Key).Take(2));
        Same(s => s.Orders.GroupBy(o => o.CustomerId).OrderByDescending(g => g.Sum(o => o.Total)).ThenBy(g => g.Key).Select(g => g.Key).Take(2));
        Same(s => s.Customers.SelectMany(c => c.Orders.Where(o => o.Total > c.Id * 20).Select(o => new { c.Name, o.Id })).OrderBy(x => x.Id));
        Same(s => s.Customers.SelectMany(c => s.Products.Where(p => p.Price > c.Id).DefaultIfEmpty(), (c, p) => new { c.Id, P = p == null ? null : p.Name }).OrderBy(x => x.Id).ThenBy(x => x.P));
        Same(s => from c in s.Customers from o in c.Orders from l in o.Lines where l.Quantity > c.Id orderby l.Id select new { c.Name, o.Id, L = l.Id, P = l.Product == null ? "-" : l.Product.Name });
        Same(s => s.Orders.Where(o => o.Id < 0).RightJoin(s.Customers, o => o.CustomerId, c => c.Id, (o, c) => new { c.Name, N = o == null ? null : o.Note }).Where(x => x.N != "a").OrderBy(x => x.Name));
        Same(s => s.Orders.Where(o => o.Total > 80).RightJoin(s.Customers.Where(c => c.Country == "NO"), o => o.CustomerId, c => c.Id, (o, c) => new { c.Name, N = o == null ? 0 : o.Id }).OrderBy(x => x.Name).ThenBy(x => x.N));
        SameValue(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 40), c => c.Id, o => o.CustomerId, (c, o) => o == null ? (decimal?)null : o.Total).Sum());
        SameValue(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 40), c => c.Id, o => o.CustomerId, (c, o) => o == null ? (int?)null : o.Id).Average());
        SameValue(s => s.Customers.LeftJoin(s.Orders.Where(o => o.Total > 40), c => c.Id, o => o.CustomerId, (c, o) => o == null ? (int?)null : o.Id).Distinct().Count());
    }

    [Test]
    public void Nulls_1()
    {
        string? none = null;
        foreach (var cap in new[] { none, "note 1", none, "" })
        {
            Same(s => s.Orders.Where(o => (o.Note ?? cap) != "note 2").OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => (o.Note ?? cap) == o.Customer.Country).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => !((o.Note ?? cap) == "note 2")).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => (o.Total > 50 ? cap : o.Note) != "note 2").OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => (o.Total > 50 ? cap : "x") == null).OrderBy(o => o.Id));
            Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { X = o.Total > 50 ? cap : o.Note, Y = o.Note ?? cap }));
            Same(s => s.Orders.OrderBy(o => o.Id).Select(o => (o.Note == cap) == (o.Total > 50)));
            Same(s => s.Orders.Where(o => o.Note != cap && o.Note != "note 2" || o.Note == null && cap != null).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => new[] { cap, "note 2" }.Contains(o.Note)).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => !new[] { cap, "note 2" }.Contains(o.Note)).OrderBy(o => o.Id));
            Same(s => s.Customers.Where(c => c.Orders.Select(o => o.Note).Contains(cap)).OrderBy(c => c.Id));
            Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Note + cap + "!"));
        }

        foreach (var n in new int?[] { null, 2, null, 3 })
        {
            Same(s => s.Lines.Where(l => l.ProductId == n).OrderBy(l => l.Id));
            Same(s => s.Lines.Where(l => l.ProductId != n).OrderBy(l => l.Id));
            Same(s => s.Lines.Where(l => l.ProductId > n).OrderBy(l => l.Id));
            Same(s => s.Lines.Where(l => !(l.ProductId > n)).OrderBy(l => l.Id));
            Same(s => s.Lines.Where(l => !(l.ProductId + n > 3)).OrderBy(l => l.Id));
            Same(s => s.Lines.Where(l => (l.ProductId ?? n) == 2).OrderBy(l => l.Id));
            Same(s => s.Lines.Where(l => (l.ProductId ?? n) != 2).OrderBy(l => l.Id));
            Same(s => s.Lines.OrderBy(l => l.Id).Select(l => l.ProductId + n));
            Same(s => s.Lines.Where(l => l.Quantity != (n ?? 1)).OrderBy(l => l.Id));
            Same(s => s.Lines.Where(l => l.ProductId + n == null).OrderBy(l => l.Id));
        }

        var nums = new List<int?> { 1, null };
        Same(s => s.Lines.Where(l => nums.Contains(l.ProductId)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !nums.Contains(l.ProductId)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !nums.Contains(l.Quantity)).OrderBy(l => l.Id));
        nums = [];
        Same(s => s.Lines.Where(l => !nums.Contains(l.ProductId)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !(l.ProductId == 1 || l.ProductId == 2)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !(l.ProductId != 1 && l.Quantity > 1)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !(l.ProductId < 3 && (l.ProductId > 1 || l.Quantity > 2))).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => (l.ProductId > 2) == (l.Quantity > 2)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => (l.ProductId > 2) != (l.Quantity > 2)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => l.ProductId > 2 ^ l.Quantity > 2).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !(l.ProductId > 2 ^ l.Quantity > 2)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !(l.ProductId > 2 ? l.Quantity > 2 : l.Quantity > 1)).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => l.ProductId > 2 & l.Quantity > 1 | l.ProductId == null).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => ((bool?)(l.ProductId > 2)) == true).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => (l.ProductId == null ? (bool?)null : l.ProductId > 2) == true).OrderBy(l => l.Id));
    }

    [Test]
    public void Nulls_2()
    {
        Same(s => s.Lines.Where(l => (l.ProductId == null ? (bool?)null : l.ProductId > 2) != true).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => (l.ProductId == null ? (bool?)null : l.ProductId > 2) == null).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => (l.ProductId == null ? (bool?)null : l.ProductId > 2) ?? true).OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !((l.ProductId == null ? (bool?)null : l.ProductId > 2) ?? true)).OrderBy(l => l.Id));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => l.ProductId == null ? (bool?)null : l.ProductId > 2));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => !(l.ProductId == null ? (bool?)null : l.ProductId > 2)));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => l.ProductId == null ? null : l.ProductId));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Total > 50 ? null : o.Note));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Total > 50 ? (int?)null : o.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Total > 50 ? o.Customer : null));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => l.Product == null ? l.Order.Customer.Name : l.Product.Name));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => l.Product ?? null));
        Same(s => s.Lines.Where(l => l.Product == null || l.Product.Name != "tea").OrderBy(l => l.Id));
        Same(s => s.Lines.Where(l => !(l.Product != null && l.Product.Name == "tea")).OrderBy(l => l.Id));
        Same(s => s.Lines.OrderBy(l => l.Id).Select(l => new { l.Id, P = l.ProductId.HasValue ? l.ProductId.Value : -1, G = l.ProductId.GetValueOrDefault() }));
        Same(s => s.Orders.Where(o => o.Note != null && !o.Note.StartsWith("note 1")).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => (o.Note ?? "").Contains("1") == false).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Note != null ? o.Note.Contains('1') : o.Total > 50).OrderBy(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { L = o.Note == null ? -1 : o.Note.Length, U = o.Note == null ? null : o.Note.ToUpper() }));
        Same(s => s.Orders.OrderByDescending(o => o.Note == null).ThenBy(o => o.Note).ThenBy(o => o.Id).Select(o => o.Id));
        Same(s => s.Employees.OrderBy(e => e.BossId).ThenBy(e => e.Id));
        Same(s => s.Employees.OrderByDescending(e => e.BossId ?? 2).ThenBy(e => e.Id));
        Same(s => s.Employees.Where(e => e.Boss!.BossId == null).OrderBy(e => e.Id).Where(e => e.Boss != null).Take(0));
        Same(s => s.Employees.Where(e => e.Boss == null || e.Boss.Boss == null).OrderBy(e => e.Id));
        Same(s => s.Employees.Where(e => !(e.Boss != null && e.Boss.Boss != null)).OrderBy(e => e.Id));
        var t = true; bool? tn = null;
        Same(s => s.Orders.Where(o => t).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => !t || o.Total > 50).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => tn == null || tn == o.Total > 50).OrderBy(o => o.Id));
        tn = false;
        Same(s => s.Orders.Where(o => tn == null || tn == o.Total > 50).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Total > 50 == t).OrderBy(o => o.Id));
        Employee? boss = null;
        foreach (var b in new[] { boss, Employees[1], boss, Employees[0] })
        {
            Same(s => s.Employees.Where(e => e.Boss == b).OrderBy(e => e.Id));
            Same(s => s.Employees.Where(e => e.Boss != b).OrderBy(e => e.Id));
        }
    }

    [Test]
    public void Sets()
    {
        Same(s => s.Orders.Select(o => new { o.Id, K = "a" }).Concat(s.Customers.Select(c => new { c.Id, K = "b" })).OrderBy(x => x.K).ThenBy(x => x.Id));
        Same(s => s.Orders.Select(o => new { o.Id, K = (string?)null }).Concat(s.Customers.Select(c => new { c.Id, K = (string?)c.Name })).OrderBy(x => x.K).ThenBy(x => x.Id));
        Same(s => s.Orders.Select(o => new { o.Id, K = (int?)null }).Concat(s.Customers.Select(c => new { c.Id, K = (int?)c.Id })).Where(x => x.K != 3).OrderBy(x => x.K).ThenBy(x => x.Id));
        Same(s => s.Customers.Select(c => c.Name).Concat(s.Customers.Select(c => c.Country!)).Where(x => x == null));
        Same(s => s.Customers.Select(c => c.Id).Concat(s.Orders.Select(o => o.Id)).Where(x => x > 3).OrderBy(x => x).Take(4));
        Same(s => s.Customers.Where(c => c.Id < 3).Concat(s.Customers.Where(c => c.Id > 1)).OrderBy(c => c.Id).Select(c => new { c.Id, N = c.Orders.Count }));
        Same(s => s.Orders.Where(o => o.Id < 4).Union(s.Orders.Where(o => o.Id > 2 && o.Id < 7)).OrderBy(o => o.Id).Select(o => new { o.Id, o.Customer.Name, C = o.Lines.Count }));
        Same(s => s.Orders.Where(o => o.Id < 4).Union(s.Orders.Where(o => o.Id > 2 && o.Id < 7)).Where(o => o.Customer.Country == "NO").OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.Id < 4).Except(s.Orders.Where(o => o.Total > 0)).OrderBy(o => o.Id).Select(o => o.Customer.Name));
        Same(s => s.Orders.Where(o => o.Id < 4).Concat(s.Orders.Where(o => o.Id > 10)).GroupBy(o => o.CustomerId).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        SameValue(s => s.Orders.Where(o => o.Id < 4).Concat(s.Orders.Where(o => o.Id > 2)).Count());
        SameValue(s => s.Orders.Where(o => o.Id < 4).Concat(s.Orders.Where(o => o.Id > 2)).Sum(o => o.Total));
        SameValue(s => s.Orders.Where(o => o.Id < 4).Union(s.Orders.Where(o => o.Id > 2)).Any(o => o.Total > 90));
        SameValue(s => s.Orders.Where(o => o.Id < 4).Union(s.Orders.Where(o => o.Id > 2)).OrderBy(o => o.Id).Last());
        Same(s => s.Orders.Select(o => o.CustomerId).Union(s.Customers.Select(c => c.Id)).Union(s.Products.Select(p => p.Id)).Except(s.Customers.Where(c => c.Id == 2).Select(c => c.Id)).OrderBy(x => x));
        Same(s => s.Orders.Select(o => o.CustomerId).Concat(s.Customers.Select(c => c.Id)).Distinct().OrderBy(x => x));
        Same(s => s.Orders.Select(o => o.CustomerId).Concat(s.Customers.Select(c => c.Id)).Intersect(s.Customers.Select(c => c.Id).Where(x => x > 1)).OrderBy(x => x));
        Same(s => s.Customers.Select(c => c.Country).Except(s.Customers.Where(c => c.Name == "ann").Select(c => c.Country)).OrderBy(x => x));
        Same(s => s.Customers.Where(c => s.Orders.Where(o => o.Id < 3).Union(s.Orders.Where(o => o.Id == 7)).Any(o => o.CustomerId == c.Id)).OrderBy(c => c.Id));
        Same(s => s.Customers.Where(c => c.Orders.Where(o => o.Id < 3).Union(c.Orders.Where(o => o.Total > 90)).Count() > 0).OrderBy(c => c.Id));
        Same(s => s.Customers.Select(c => new { A = c.Id, B = c.Id }).Union(s.Orders.Select(o => new { A = o.Id, B = o.CustomerId })).OrderBy(x => x.A).ThenBy(x => x.B));
        Same(s => s.Orders.OrderBy(o => o.Id).Take(3).Select(o => o.Id).Union(s.Orders.OrderByDescending(o => o.Id).Take(2).Select(o => o.Id)).OrderBy(x => x));
        Same(s => s.Orders.Select(o => new { o.Id, T = o.Total * 2 }).Union(s.Lines.Select(l => new { Id = l.Quantity, T = l.Price })).OrderBy(x => x.Id).ThenBy(x => x.T));
        Same(s => s.Customers.Where(c => c.Country == "NO").Concat(s.Customers.Where(c => c.Country == "NO")).OrderBy(c => c.Id).Skip(1).Take(2).Select(c => c.Name));
        Same(s => s.Lines.Select(l => l.Product).Union(s.Lines.Select(l => l.Product)).Where(p => p != null).OrderBy(p => p!.Id));
        Same(s => s.Orders.Select(o => new { o.Customer.Name, o.Kind }).Union(s.Orders.Where(o => o.Id < 4).Select(o => new { o.Customer.Name, o.Kind })).OrderBy(x => x.Name).ThenBy(x => x.Kind));
        Same(s => s.Customers.Select(c => 1).Concat(s.Orders.Select(o => 2)).OrderBy(x => x));
        Same(s => s.Orders.Select(o => new { o.Customer.Name, X = 1 }).Distinct().OrderBy(x => x.Name));
    }
}
