using Alchemy.Internals;
using Alchemy.Linq;
using Remotion.Linq;

namespace Alchemy.Tests;

/// <summary>Options leave the chain and come back on the outermost model.</summary>
internal sealed class OptionTests
{
    private readonly Shop shop = new();

    [Test]
    public void Options_in_the_middle_make_no_sub_query() =>
        Assert.That(Cached.Parse(shop.Orders.AsNoTracking().TagWith("t").Where(o => o.Id > 1).AsSplitQuery()),
            Is.EqualTo("from Order o in Order where ([o].Id > @p1) select [o] => AsNoTracking() => TagWith(@p0) => AsSplitQuery()"));

    [Test]
    public void Options_stand_before_the_terminal_operator() =>
        Assert.That(Cached.Parse(shop.Last(() => shop.Orders.AsSingleQuery().Count(o => o.Id > 1))),
            Does.EndWith("select [o] => AsSingleQuery() => Count()"));

    [Test]
    public void Options_stay_outside_when_the_chain_wraps() =>
        Assert.That(Cached.Parse(shop.Orders.AsNoTracking().Take(5).Where(o => o.Id > 1)),
            Is.EqualTo("from Order o in {Order => Take(@p0)} where ([o].Id > @p1) select [o] => AsNoTracking()"));

    [Test]
    public void Include_paths_are_kept_as_written()
    {
        var min = 2;
        var model = Model(shop.Customers.Include(c => c.Orders.Where(o => o.Kind > min)).ThenInclude(o => o.Lines).Include(c => c.Orders).Where(c => c.Id > 1));
        var options = model.ResultOperators.Cast<QueryOptionResultOperator>().ToArray();
        Assert.That(options.Select(o => o.Kind), Is.EqualTo(new[] { QueryOptionKind.Include, QueryOptionKind.ThenInclude, QueryOptionKind.Include }));
        Assert.That(options[0].Path!.ToString(), Is.EqualTo("c => c.Orders.Where(o => (o.Kind > @p0))"));
        Assert.That(options[1].Path!.ToString(), Is.EqualTo("o => o.Lines"));
        Assert.That(options[0].Argument, Is.Null);
    }

    [Test]
    public void ThenInclude_follows_a_reference() =>
        Assert.That(Model(shop.Lines.Include(l => l.Order).ThenInclude(o => o.Customer)).ResultOperators, Has.Count.EqualTo(2));

    [Test]
    public void Tags_are_slots_and_other_options_are_in_the_key()
    {
        var cache = TextPlan.NewCache();
        IQueryable Tagged(string tag) => shop.Orders.TagWith(tag);
        var (first, second) = (cache.Look(Tagged("a")), cache.Look(Tagged("b")));
        Assert.That(second.Plan, Is.SameAs(first.Plan));
        Assert.That(second.Values, Is.EqualTo(new[] { "b" }));
        Assert.That(cache.Look(shop.Orders.AsNoTracking()).Plan, Is.Not.SameAs(cache.Look(shop.Orders).Plan));
    }

    [Test]
    public void A_captured_query_with_options_is_inlined()
    {
        var sub = shop.Orders.Include(o => o.Lines);
        Assert.That(Cached.Parse(shop.Customers.Where(c => sub.Any(o => o.CustomerId == c.Id))),
            Does.Contain("from Order o in Order where ([o].CustomerId == [c].Id)").And.EndWith("=> Include(o => o.Lines)"));
    }

    [Test]
    public void Other_providers_ignore_options()
    {
        var list = new List<Order> { new() { Id = 1 } }.AsQueryable();
        Assert.That(list.AsNoTracking(), Is.SameAs(list));
        Assert.That(list.Include(o => o.Lines).ThenInclude(l => l.Order).Select(o => o.Id).ToArray(), Is.EqualTo(new[] { 1 }));
    }

    private static QueryModel Model(IQueryable query)
    {
        QueryModel? model = null;
        var cache = new PlanCache<TextPlan>(r =>
        {
            model = r.Model;
            return TextPlan.Unguarded(r);
        });
        cache.Look(query);
        return model!;
    }
}
