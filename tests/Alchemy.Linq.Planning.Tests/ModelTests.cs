using System.Linq.Expressions;
using Alchemy.Internals;
using Remotion.Linq.Clauses;
using Remotion.Linq.Clauses.Expressions;
using Remotion.Linq.Parsing;

namespace Alchemy.Tests;

/// <summary>The older operators, as the lowering meets them.</summary>
internal sealed class ModelTests
{
    private readonly Shop shop = new();

    [Test]
    public void Group_join_with_DefaultIfEmpty()
    {
        var query = from c in shop.Customers join o in shop.Orders on c.Id equals o.CustomerId into og from o in og.DefaultIfEmpty() select o;
        Assert.That(Cached.Parse(query), Is.EqualTo(
            "from Customer c in Customer join Order o in Order on [c].Id equals [o].CustomerId into IEnumerable`1 og from Order o in {[og] => DefaultIfEmpty()} select [o]"));
    }

    [Test]
    public void Group_by_with_aggregates()
    {
        var query = from o in shop.Orders group o by o.CustomerId into g where g.Count() > 2 orderby g.Key select g.Sum(x => x.Total);
        Assert.That(Cached.Parse(query), Is.EqualTo(
            "from IGrouping`2 g in {Order => GroupBy([o].CustomerId, [o])} where ({[g] => Count()} > @p0) orderby [g].Key asc select {from Order x in [g] select [x].Total => Sum()}"));
        Assert.That(Cached.Parse(shop.Orders.GroupBy(o => 1).Select(g => g.Count())), Does.Contain("GroupBy(@p0, [o])"));
    }

    [Test]
    public void Nested_collections_keep_their_target_type() =>
        Assert.That(Cached.Parse(from c in shop.Customers select shop.Orders.Where(o => o.CustomerId == c.Id).ToList()), Is.EqualTo(
            "from Customer c in Customer select {from Order o in Order where ([o].CustomerId == [c].Id) select [o]}.ToList()"));

    [Test]
    public void Enumerable_operators_without_a_model_stay_calls_for_the_client_part_of_a_projection() =>
        Assert.That(Cached.Parse(shop.Orders.Select(o => o.Lines.Chunk(2))), Is.EqualTo("from Order o in Order select [o].Lines.Chunk(@p0)"));

    [Test]
    public void Paging_and_set_operators()
    {
        Assert.That(Cached.Parse(shop.Orders.OrderBy(o => o.Total).ThenByDescending(o => o.Id).Skip(5).Take(3)), Is.EqualTo(
            "from Order o in Order orderby [o].Total asc, [o].Id desc select [o] => Skip(@p0) => Take(@p1)"));
        Assert.That(Cached.Parse(shop.Orders.Where(o => o.Id == 1).Union(shop.Orders.Where(o => o.Id == 2)).OrderBy(o => o.Id)), Is.EqualTo(
            "from Order o in {from Order o in Order where ([o].Id == @p0) select [o] => Union({from Order o in Order where ([o].Id == @p1) select [o]})} orderby [o].Id asc select [o]"));
    }

    [Test]
    public void Terminal_operators()
    {
        Assert.That(Cached.Parse(shop.Last(() => shop.Orders.Select(o => o.Id).Contains(3))), Is.EqualTo("from Order o in Order select [o].Id => Contains(@p0)"));
        Assert.That(Cached.Parse(shop.Last(() => shop.Orders.All(o => o.Id == 1))), Is.EqualTo("Order => All(([o].Id == @p0))"));
        Assert.That(Cached.Parse(shop.Last(() => shop.Orders.Select(o => o.Kind).Distinct().Count())), Is.EqualTo("from Order o in Order select [o].Kind => Distinct() => Count()"));
    }

    [Test]
    public void Nullable_members_take_one_form()
    {
        var id = 3;
        Assert.That(Cached.Parse(shop.Orders.Where(o => o.Rank.HasValue && o.Rank.Value > id)), Is.EqualTo(
            "from Order o in Order where (([o].Rank != null) AndAlso (Convert([o].Rank, Int32) > @p0)) select [o]"));
    }

    [Test]
    public void Collections_of_every_kind_are_sources_of_Contains()
    {
        List<int> list = [1];
        HashSet<int> set = [1];
        Assert.That(Cached.Parse(shop.Orders.Where(o => list.Contains(o.Id))), Does.Contain("{@p0 => Contains([o].Id)}"));
        Assert.That(Cached.Parse(shop.Orders.Where(o => set.Contains(o.Id))), Does.Contain("{@p0 => Contains([o].Id)}"));
    }

    [Test]
    public void The_sub_query_of_a_let_is_one_object()
    {
        var found = new List<SubQueryExpression>();
        var cache = new PlanCache<TextPlan>(r =>
        {
            var collector = new SubQueries(found);
            foreach (var where in r.Model.BodyClauses.OfType<WhereClause>())
            {
                collector.Visit(where.Predicate);
            }

            collector.Visit(r.Model.SelectClause.Selector);
            return TextPlan.Unguarded(r);
        });
        cache.Look(from o in shop.Orders let n = o.Lines.Count(l => l.Quantity > 1) where n > 1 select new { o.Id, n });
        Assert.That(found, Has.Count.EqualTo(2));
        Assert.That(found[0], Is.SameAs(found[1]));
    }

    [Test]
    public void The_request_has_the_tree_the_slots_and_exactly_their_values()
    {
        PlanRequest? request = null;
        var cache = new PlanCache<TextPlan>(r => TextPlan.Unguarded(request = r));
        var id = 3;
        cache.Look(shop.Orders.Where(o => o.Id == id && o.Note == "x"));
        Assert.That(request!.Values, Is.EqualTo(new object[] { 3, "x" }));
        Assert.That((request.Slots.Count, request.Slots.TypeOf(0), request.Slots.TextOf(0)), Is.EqualTo((2, typeof(int), "id")));
        Assert.That(request.Tree.ToString(), Is.EqualTo("Order.Where(o => ((o.Id == @p0) AndAlso (o.Note == @p1)))"));
        Assert.That(request.Model.MainFromClause.FromExpression, Is.TypeOf<QueryRootExpression>()
            .With.Property("RootIdentity").EqualTo(typeof(Order)));
    }

    private sealed class SubQueries(List<SubQueryExpression> found) : RelinqExpressionVisitor
    {
        protected override Expression VisitSubQuery(SubQueryExpression expression)
        {
            found.Add(expression);
            return expression;
        }
    }
}
