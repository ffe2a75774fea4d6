using System.Linq.Expressions;
using Alchemy.Internals;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>What each operator looks like in the model, and which are refused.</summary>
internal sealed class OperatorTests
{
    private readonly Shop shop = new();

    private Expression Last(Func<object?> terminal) => shop.Last(terminal);

    [Test]
    public void Order() =>
        Assert.That(Cached.Parse(shop.Orders.Select(o => o.Id).OrderDescending()), Is.EqualTo("from Order o in Order orderby [o].Id desc select [o].Id"));

    [Test]
    public void Order_in_a_nested_collection() =>
        Assert.That(Cached.Parse(shop.Orders.Select(o => o.Lines.Select(l => l.Id).Order().First())),
            Does.Contain("from Line l in [o].Lines orderby [l].Id asc select [l].Id => First()"));

    [Test]
    public void MinBy_of_a_value() =>
        Assert.That(Cached.Parse(Last(() => shop.Orders.MinBy(o => o.Total))),
            Is.EqualTo("from Order o in Order orderby [o].Total asc select [o] => FirstOrDefault()"));

    [Test]
    public void MaxBy_of_a_nullable_puts_items_without_key_last()
    {
        var text = Cached.Parse(Last(() => shop.Orders.MaxBy(o => o.Rank)));
        Assert.That(text, Is.EqualTo("from Order o in Order orderby IIF(([o].Rank == null), 1, 0) asc, [o].Rank desc select [o] => FirstOrDefault()"));
    }

    [Test]
    public void MinBy_of_values_fails_on_an_empty_source() =>
        Assert.That(Cached.Parse(Last(() => shop.Orders.Select(o => o.Id).MinBy(i => -i))), Does.EndWith("=> First()"));

    [Test]
    public void ElementAt()
    {
        Assert.That(Cached.Parse(Last(() => shop.Orders.ElementAt(3))), Is.EqualTo("Order => Skip(@p0) => First()"));
        Assert.That(Cached.Parse(Last(() => shop.Orders.ElementAtOrDefault(3))), Does.EndWith("=> Skip(@p0) => FirstOrDefault()"));
    }

    [Test]
    public void ElementAt_from_the_start_by_index()
    {
        var (plan, values) = TextPlan.NewCache().Look(Last(() => shop.Orders.ElementAt(new Index(3))));
        Assert.That(plan.Text, Does.EndWith("=> Skip(@p0) => First()"));
        Assert.That(values, Is.EqualTo(new object[] { 3 }));
    }

    [Test]
    public void Take_of_a_range_from_the_start()
    {
        var cache = TextPlan.NewCache();
        var (plan, values) = cache.Look(shop.Orders.Take(2..5));
        Assert.That(plan.Text, Does.EndWith("=> Skip(@p0) => Take(@p1)"));
        Assert.That(values, Is.EqualTo(new object[] { 2, 3 }));
        Assert.That(cache.Look(shop.Orders.Take(1..)).Values, Is.EqualTo(new object[] { 1, int.MaxValue }));
        Assert.That(cache.Look(shop.Orders.Take(5..2)).Values, Is.EqualTo(new object[] { 5, 0 }));
        Assert.That(cache.Stats.Misses, Is.EqualTo(1));
    }

    [Test]
    public void Ranges_from_the_end_are_refused_at_each_execution()
    {
        var cache = TextPlan.NewCache();
        cache.Look(shop.Orders.Take(2..5));
        Assert.That(() => cache.Look(shop.Orders.Take(^3..)), Refused("Queryable.Take(Range)", "from the end"));
        Assert.That(() => cache.Look(shop.Orders.Take(1..^1)), Refused("Queryable.Take(Range)", "from the end"));
        Assert.That(() => cache.Look(Last(() => shop.Orders.ElementAt(^1))), Refused("Queryable.ElementAt(Index)", "from the end"));
    }

    [Test]
    public void CountBy() =>
        Assert.That(Cached.Parse(shop.Orders.CountBy(o => o.Kind)),
            Is.EqualTo("from IGrouping`2 g in {Order => GroupBy([o].Kind, [o])} select new KeyValuePair`2(Key = [g].Key, Value = {[g] => Count()})"));

    [Test]
    public void DistinctBy() =>
        Assert.That(Cached.Parse(shop.Orders.DistinctBy(o => o.CustomerId)),
            Is.EqualTo("Order => DistinctBy([o].CustomerId)"));

    [Test]
    public void ExceptBy_and_IntersectBy()
    {
        List<int> ids = [1];
        Assert.That(Cached.Parse(shop.Orders.ExceptBy(ids, o => o.Id)), Does.Contain("where Not({@p0 => Contains([o].Id)})").And.EndWith("DistinctBy([o].Id)"));
        Assert.That(Cached.Parse(shop.Orders.IntersectBy(shop.Lines.Select(l => l.OrderId), o => o.Id)),
            Does.Contain("where {from Line l in Line select [l].OrderId => Contains([o].Id)}").And.EndWith("DistinctBy([o].Id)"));
    }

    [Test]
    public void TakeLast_and_SkipLast()
    {
        Assert.That(Cached.Parse(shop.Orders.OrderBy(o => o.Id).TakeLast(2)), Does.EndWith("=> TakeLast(@p0)"));
        Assert.That(Cached.Parse(shop.Orders.OrderBy(o => o.Id).SkipLast(2)), Does.EndWith("=> SkipLast(@p0)"));
    }

    [Test]
    public void A_default_value_becomes_DefaultIfEmpty()
    {
        Assert.That(Cached.Parse(Last(() => shop.Orders.Select(o => o.Id).FirstOrDefault(9))), Does.EndWith("=> DefaultIfEmpty(@p0) => First()"));
        Assert.That(Cached.Parse(Last(() => shop.Orders.Select(o => o.Id).SingleOrDefault(i => i > 3, 9))),
            Is.EqualTo("from Order o in Order where ([o].Id > @p0) select [o].Id => DefaultIfEmpty(@p1) => Single()"));
    }

    [Test]
    public void LeftJoin_is_a_clause()
    {
        var query = shop.Customers.LeftJoin(shop.Orders, c => c.Id, o => o.CustomerId, (c, o) => new { c.Name, T = (double?)o!.Total }).Where(x => x.T > 3);
        Assert.That(Cached.Parse(query), Is.EqualTo(
            "from Customer c in Customer left join Order o in Order on [c].Id equals [o].CustomerId where (Convert([o].Total, Nullable`1) > @p0) select new <>f__AnonymousType0`2(Name = [c].Name, T = Convert([o].Total, Nullable`1))"
                .Replace("<>f__AnonymousType0`2", query.ElementType.Name)));
    }

    [Test]
    public void LeftJoin_chains_over_a_sub_query()
    {
        var query = shop.Customers.LeftJoin(shop.Orders, c => c.Id, o => o.CustomerId, (c, o) => new { c, o })
            .LeftJoin(shop.Lines.Where(l => l.Quantity > 1), x => x.o!.Id, l => l.OrderId, (x, l) => new { x.c.Name, l!.Sku });
        Assert.That(Cached.Parse(query), Does.StartWith(
            "from Customer c in Customer left join Order o in Order on [c].Id equals [o].CustomerId left join Line l in {from Line l in Line where ([l].Quantity > @p0) select [l]} on [o].Id equals [l].OrderId select new ")
            .And.EndWith("(Name = [c].Name, Sku = [l].Sku)"));
    }

    [Test]
    public void RightJoin_is_a_clause()
    {
        var query = shop.Customers.RightJoin(shop.Orders, c => c.Id, o => o.CustomerId, (c, o) => new { c!.Name, o.Total });
        Assert.That(Cached.Parse(query), Does.Contain("right join Order o in Order on [c].Id equals [o].CustomerId"));
    }

    [Test]
    public void Array_Contains_of_C14()
    {
        int[] ids = [1];
        string[] notes = ["a"];
        int?[] ranks = [1, null];
        Assert.That(Cached.Parse(shop.Orders.Where(o => ids.Contains(o.Id))), Does.Contain("where {@p0 => Contains([o].Id)}"));
        Assert.That(Cached.Parse(shop.Orders.Where(o => notes.Contains(o.Note))), Does.Contain("where {@p0 => Contains([o].Note)}"));
        Assert.That(Cached.Parse(shop.Orders.Where(o => ranks.Contains(o.Rank))), Does.Contain("where {@p0 => Contains([o].Rank)}"));
        Assert.That(Cached.Parse(shop.Orders.Where(o => new[] { 1, 2 }.Contains(o.Id))), Does.Contain("where {@p0 => Contains([o].Id)}"));
        Assert.That(TextPlan.NewCache().Look(shop.Orders.Where(o => ids.Contains(o.Id))).Values, Is.EqualTo(new object[] { ids }));
    }

    [Test]
    public void Array_SequenceEqual_of_C14_is_a_plain_call()
    {
        int[] ids = [1];
        Assert.That(Cached.Parse(shop.Orders.Where(o => ids.SequenceEqual(new[] { o.Id }))), Does.Contain("@p0.SequenceEqual(new [] {[o].Id})"));
    }

    [Test]
    public void A_cast_of_a_source_disappears()
    {
        var sub = shop.Orders.Where(o => o.Kind == 1);
        Assert.That(Cached.Parse(shop.Customers.Where(c => ((IEnumerable<Order>)sub).Any(o => o.CustomerId == c.Id))), Does.Contain("from Order o in Order where ([o].Kind == @p0)"));
    }

    [Test]
    public void A_let_sub_query_is_shared() =>
        Assert.That(Cached.Parse(from o in shop.Orders let n = o.Lines.Count(l => l.Quantity > 1) where n > 1 select new { o.Id, n }), Does.Contain("where ({from Line l in [o].Lines where ([l].Quantity > @p0) select [l] => Count()} > @p1)"));

    [Test]
    public void Unknown_operators_are_refused_by_name()
    {
        Assert.That(() => Cached.Parse(shop.Orders.TakeWhile(o => o.Id < 3)), Refused("Queryable.TakeWhile", "use Where"));
        Assert.That(() => Cached.Parse(shop.Orders.SkipWhile(o => o.Id < 3)), Refused("Queryable.SkipWhile", "use Where"));
        Assert.That(() => Cached.Parse(shop.Orders.Zip(shop.Lines)), Refused("Queryable.Zip", "Join"));
        Assert.That(() => Cached.Parse(shop.Orders.Chunk(3)), Refused("Queryable.Chunk", "Skip and Take"));
        Assert.That(() => Cached.Parse(shop.Orders.Where((o, i) => i < 3)), Refused("Queryable.Where", "position"));
        Assert.That(() => Cached.Parse(shop.Orders.Select((o, i) => i)), Refused("Queryable.Select", "position"));
        Assert.That(() => Cached.Parse(shop.Orders.GroupBy(o => o.Note!, StringComparer.Ordinal)), Refused("Queryable.GroupBy", "comparer"));
        Assert.That(() => Cached.Parse(Last(() => shop.Orders.Select(o => o.Id).Max(Comparer<int>.Default))), Refused("Queryable.Max", "comparer"));
        Assert.That(() => Cached.Parse(shop.Orders.UnionBy(new List<Order>(), o => o.Id)), Refused("Queryable.UnionBy", "must be a query"));
        Assert.That(() => Cached.Parse(shop.Orders.AggregateBy(o => o.Kind, 0.0, (a, o) => a + o.Total)), Refused("Queryable.AggregateBy", "GroupBy"));
        Assert.That(() => Cached.Parse(shop.Orders.Append(new Order())), Refused("Queryable.Append", "Concat"));
        Assert.That(() => Cached.Parse(shop.Orders.Shuffle()), Refused("Queryable.Shuffle", "random"));
        Assert.That(() => Cached.Parse(shop.Orders.Index()), Refused("Queryable.Index", "row number"));
    }

    [Test]
    public void The_refusal_shows_the_query_up_to_the_operator() =>
        Assert.That(() => Cached.Parse(shop.Orders.Where(o => o.Id > 1).TakeWhile(o => o.Id < 3).Select(o => o.Id)),
            Throws.TypeOf<LinqTranslationException>().With.Property("SubExpression").EqualTo("Order.Where(o => (o.Id > @p0)).TakeWhile(o => (o.Id < @p1))"));

    [Test]
    public void The_message_says_what_why_and_where() =>
        Assert.That(() => Cached.Parse(shop.Orders.TakeWhile(o => o.Kind == o.Id)), Throws.TypeOf<LinqTranslationException>().With.Message.EqualTo(
            "Queryable.TakeWhile has no SQL form: use Where, or switch to memory with AsEnumerable() first. In: Order.TakeWhile(o => (o.Kind == o.Id)) [ALQ2001]"));

    [Test]
    public void Operators_over_local_items_run_in_memory()
    {
        List<int> ids = [1, 2, 3, 4];
        var last = ^2..;
        var (plan, values) = TextPlan.NewCache().Look(shop.Orders.Where(o => ids.Take(last).Contains(o.Id) && o.Kind == ids.MaxBy(i => -i)));
        Assert.That(plan.Text, Does.Contain("where ({@p0 => Contains([o].Id)} AndAlso ([o].Kind == @p1))"));
        Assert.That(values, Is.EqualTo(new object[] { new[] { 3, 4 }, 1 }));
    }

    [Test]
    public void Every_overload_of_Queryable_is_parsed_or_refused_by_name()
    {
        // re-linq must know every overload the table lets through: otherwise it would take the call for a source.
        var unknown = typeof(Queryable).GetMethods().Where(m => m.IsStatic && OperatorTable.Allows(m) && !NodeTypes.Provider.IsRegistered(m));
        Assert.That(unknown.Select(m => m.ToString()), Is.Empty);
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Refused(string name, string hint) =>
        Throws.TypeOf<LinqTranslationException>()
            .With.Property("Operator").EqualTo(name)
            .And.Property("Code").EqualTo(LinqTranslationException.UnknownOperator)
            .And.Property("Hint").Contains(hint)
            .And.Property("SubExpression").Not.Empty;
}
