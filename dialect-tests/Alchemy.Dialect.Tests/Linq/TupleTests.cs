namespace Alchemy.Tests;

/// <summary>Tuples, records and objects of the program's own, whose members are used after the projection.</summary>
public sealed class TupleTests(Database database) : QueryFixture(database)
{
    [Test]
    public void Tuples()
    {
        Same(s => s.Orders.Select(o => ValueTuple.Create(o.Id, o.Total)).Where(t => t.Item1 > 3 && t.Item2 > 20).OrderByDescending(t => t.Item2));
        Same(s => s.Orders.Select(o => new ValueTuple<int, string?, decimal>(o.Id, o.Note, o.Total)).Where(t => t.Item2 != "note 1").OrderBy(t => t.Item1).Take(4).Where(t => t.Item3 > 0).Select(t => t.Item2));
        Same(s => s.Orders.Select(o => Tuple.Create(o.Id, o.Customer.Name)).Where(t => t.Item2 == "ann").OrderBy(t => t.Item1).Select(t => new { t.Item1, t.Item2 }));
        Same(s => s.Orders.Select(o => new Tuple<int, decimal>(o.Id, o.Total)).OrderBy(t => t.Item2).Skip(2).Select(t => t.Item1));
        Same(s => s.Orders.GroupBy(o => ValueTuple.Create(o.CustomerId, o.Kind)).OrderBy(g => g.Key.Item1).ThenBy(g => g.Key.Item2).Select(g => new { g.Key.Item1, N = g.Count() }));
        Same(s => s.Orders.Select(o => ValueTuple.Create(o.CustomerId, o.Kind)).Distinct().OrderBy(t => t.Item1).ThenBy(t => t.Item2));
        Same(s => s.Orders.Join(s.Customers, o => ValueTuple.Create(o.CustomerId, 1), c => ValueTuple.Create(c.Id, 1), (o, c) => ValueTuple.Create(o, c)).Where(t => t.Item2.Country == "NO").OrderBy(t => t.Item1.Id).Select(t => t.Item2.Name));
        Same(s => s.Orders.Select(o => ValueTuple.Create(o.Id, ValueTuple.Create(o.Total, o.Customer))).Where(t => t.Item2.Item2.Name != "bob").OrderBy(t => t.Item2.Item1).Take(5).Where(t => t.Item2.Item1 > 0).Select(t => t.Item2.Item2.Name));
        Same(s => s.Customers.OrderBy(c => c.Id).Select(c => ValueTuple.Create(c.Name, c.Orders.OrderBy(o => o.Id).Select(o => ValueTuple.Create(o.Id, o.Total)).ToList())));
        SameValue(s => s.Orders.OrderBy(o => o.Id).Select(o => ValueTuple.Create(o.Id, o.Total)).First(t => t.Item2 > 20));
        SameValue(s => s.Orders.Select(o => ValueTuple.Create(o.Id, o.Total)).Sum(t => t.Item2));
        Same(s => s.Orders.OrderBy(o => ValueTuple.Create(o.Kind, o.Id)).Select(o => o.Id));
        Same(s => s.Orders.Where(o => ValueTuple.Create(o.Kind, o.CustomerId).Equals(ValueTuple.Create(OrderKind.Rush, o.Customer.Id))).OrderBy(o => o.Id));
        Same(s => s.Customers.Select(c => KeyValuePair.Create(c.Id, c.Name)).Where(p => p.Value != "ann").OrderBy(p => p.Key));
    }

    [Test]
    public void Objects()
    {
        Same(s => s.Orders.Select(o => new { o.Id, Inner = new { o.Total, o.Customer } }).Take(100).Where(x => x.Inner.Total > 20 && x.Inner.Customer.Country != "SE").OrderBy(x => x.Id).Select(x => x.Inner.Customer.Name));
        SameValue(s => s.Orders.Select(o => new Dto { Id = o.Id, Name = o.Note }).Where(d => d.Name != null).OrderByDescending(d => d.Id).Take(4).Where(d => d.Id > 3).ToList());
        SameValue(s => s.Orders.Select(o => new Pair(o.Id, o.Total) { Name = o.Note }).Where(p => p.Total > 20 && p.Name != "note 1").OrderBy(p => p.Total).Skip(1).Where(p => p.Id > 2).Select(p => p.Name).ToList());
        SameValue(s => s.Orders.Select(o => new Pair(o.Id, o.Total)).GroupBy(p => p.Id % 3).Select(g => new { g.Key, S = g.Sum(p => p.Total) }).OrderBy(x => x.Key).ToList());
        SameValue(s => s.Orders.Select(o => new Pair(o.Id, o.Total)).Max(p => p.Total));
    }

    private sealed class Pair(int id, decimal total)
    {
        public int Id { get; } = id;

        public decimal Total { get; } = total;

        public string? Name { get; set; }
    }
}
