using Alchemy.Internals;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>One plan for one shape of query: over executions, sessions and engines.</summary>
public sealed class PlanTests : LinqFixture
{
    private CacheStats Stats => PlanCaches.Of(Model, Engine.Dialect).Stats;

    [SetUp]
    public void Fill()
    {
        Session.Add(new Customer { Name = "ann", Orders = { new Order { Total = 1, Note = "a" }, new Order { Total = 2 }, new Order { Total = 3, Note = "c" } } });
        Session.Commit();
    }

    private List<int> Find(string? note) => [.. Orders.Where(o => o.Note == note).OrderBy(o => o.Id).Select(o => o.Id)];

    [Test]
    public void Equal_shapes_share_a_plan_and_values_change()
    {
        for (var i = 1; i <= 3; i++)
        {
            Assert.That(Orders.Where(o => o.Total == i).Select(o => o.Id).ToList(), Is.EqualTo(new[] { i }));
        }

        Assert.That((Stats.Misses, Stats.Hits), Is.EqualTo((1L, 2L)));
        using var other = new Session(Engine, Model);
        Assert.That(other.Query<Order>().Where(o => o.Total == 2).Select(o => o.Id).ToList(), Is.EqualTo(new[] { 2 }), "a call of its own");
    }

    [Test]
    public void A_null_has_a_plan_of_its_own()
    {
        Assert.That((Find("a"), Find(null), Find("c"), Find(null)), Is.EqualTo((new List<int> { 1 }, new List<int> { 2 }, new List<int> { 3 }, new List<int> { 2 })));
        Assert.That(Stats.Misses + Stats.GuardMisses, Is.EqualTo(2));
    }

    [Test]
    public void Lists_of_any_length_share_a_plan()
    {
        foreach (var count in new[] { 0, 1, 3, 1000 })
        {
            var ids = Enumerable.Range(1, count).ToArray();
            Assert.That(Orders.Count(o => ids.Contains(o.Id)), Is.EqualTo(Math.Min(3, count)));
        }

        Assert.That(Stats.Misses, Is.EqualTo(1));
    }

    [Test]
    public void Captured_queries_are_part_of_the_shape()
    {
        int Matches(IQueryable<Customer> customers) => Orders.Count(o => customers.Any(c => c.Id == o.CustomerId));
        Assert.That(Matches(Customers.Where(c => c.Name == "ann")), Is.EqualTo(3));
        Assert.That(Matches(Customers.Where(c => c.Name == "bob")), Is.Zero);
        Assert.That(Matches(Customers.Where(c => c.Country == "NO")), Is.Zero);
        Assert.That(Stats.Misses, Is.EqualTo(2), "two shapes from one place of the program");
    }

    [Test]
    public void Parameters_are_told_apart_by_position()
    {
        var (a, b) = (1m, 3m);
        Assert.That(Orders.Count(o => o.Total >= a && o.Total < b), Is.EqualTo(2));
        Assert.That(Orders.Count(o => o.Total >= b && o.Total < a), Is.Zero);
        Assert.That(Orders.Join(Customers, o => o.CustomerId, c => c.Id, (o, c) => o.Id * 100 + c.Id).OrderBy(x => x).ToList(), Is.EqualTo(new[] { 101, 201, 301 }));
        Assert.That(Orders.Join(Customers, o => o.CustomerId, c => c.Id, (o, c) => c.Id * 100 + o.Id).OrderBy(x => x).ToList(), Is.EqualTo(new[] { 101, 102, 103 }));
    }

    [Test]
    public void The_first_value_is_never_baked_in()
    {
        foreach (var factor in new[] { 2, 3 })
        {
            Assert.That(Orders.OrderBy(o => o.Id).Select(o => $"{o.Id * factor}").ToList(), Is.EqualTo(new[] { $"{factor}", $"{2 * factor}", $"{3 * factor}" }));
            Assert.That(Orders.OrderBy(o => o.Id).Take(factor).Count(), Is.EqualTo(factor));
        }
    }
}
