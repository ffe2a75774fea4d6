using System.Linq.Expressions;
using Alchemy.Internals;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Captured queries and lambdas become part of the query; captured values become slots.</summary>
internal sealed class CaptureTests
{
    private readonly Shop shop = new();
    private readonly PlanCache<TextPlan> cache = TextPlan.NewCache();

    private IQueryable Captured(double min, bool narrow)
    {
        var sub = shop.Orders.Where(o => o.Total > min);
        if (narrow)
        {
            sub = sub.Where(o => o.Kind == 1);
        }

        return shop.Customers.Where(c => sub.Any(o => o.CustomerId == c.Id));
    }

    [Test]
    public void A_captured_query_of_the_same_shape_hits()
    {
        var (first, second) = (cache.Look(Captured(1, false)), cache.Look(Captured(2, false)));
        Assert.That(second.Plan, Is.SameAs(first.Plan));
        Assert.That(first.Values, Is.EqualTo(new object[] { 1.0 }));
        Assert.That(second.Values, Is.EqualTo(new object[] { 2.0 }));
        Assert.That(first.Plan.Text, Does.Contain("from Order o in Order where ([o].Total > @p0)"));
    }

    [Test]
    public void A_captured_query_of_another_shape_misses() =>
        Assert.That(cache.Look(Captured(1, true)).Plan, Is.Not.SameAs(cache.Look(Captured(1, false)).Plan));

    [Test]
    public void A_captured_query_is_read_once_per_look_up()
    {
        IQueryable Query() => shop.Customers.Where(c => shop.CountedOrders.Any(o => o.CustomerId == c.Id));
        var query = Query();
        cache.Look(query);
        Assert.That(shop.Reads, Is.EqualTo(1), "the miss");
        cache.Look(query);
        Assert.That(shop.Reads, Is.EqualTo(2), "the hit");
    }

    [Test]
    public void A_query_behind_an_enumerable_variable_is_inlined()
    {
        IQueryable Query(IEnumerable<Order> orders) => shop.Customers.Where(c => orders.Any(o => o.CustomerId == c.Id));
        var inlined = cache.Look(Query(shop.Orders.Where(o => o.Kind == 1)));
        var list = cache.Look(Query(new List<Order>()));
        Assert.That(inlined.Plan.Text, Does.Contain("from Order o in Order"));
        Assert.That(list.Plan.Text, Does.Contain("@p0"));
    }

    [Test]
    public void A_call_that_returns_a_query_is_inlined()
    {
        IQueryable Query(double x) => shop.Customers.Where(c => shop.Above(x * 2).Any(o => o.CustomerId == c.Id));
        var (first, second) = (cache.Look(Query(1)), cache.Look(Query(2)));
        Assert.That(second.Plan, Is.SameAs(first.Plan));
        Assert.That(second.Values, Is.EqualTo(new object[] { 4.0 }));

        var generic = Cached.Parse(shop.Customers.Where(c => shop.Query<Order>().Any(o => o.CustomerId == c.Id)));
        Assert.That(generic, Does.Contain("from Order o in Order"));
    }

    [Test]
    public void A_local_queryable_is_a_collection()
    {
        var numbers = new List<int> { 1, 2, 3 }.AsQueryable();
        var (plan, values) = cache.Look(shop.Orders.Where(o => numbers.Where(n => n > 1).Contains(o.Id)));
        Assert.That(plan.Text, Does.Contain("@p0 => Contains([o].Id)"));
        Assert.That(values[0], Is.EqualTo(new[] { 2, 3 }));
    }

    [Test]
    public void A_closed_lambda_over_a_local_list_folds()
    {
        List<int> ids = [1, 5];
        var (plan, values) = cache.Look(shop.Orders.Where(o => ids.Any(i => i > 3) && o.Id > 1));
        Assert.That(plan.Text, Does.Contain("where (@p0 AndAlso ([o].Id > @p1))"));
        Assert.That(values, Is.EqualTo(new object[] { true, 1 }));
    }

    [Test]
    public void A_lambda_that_uses_the_row_does_not_fold()
    {
        List<int> ids = [1, 5];
        Assert.That(cache.Look(shop.Orders.Where(o => ids.Any(i => i > o.Id))).Plan.Text, Does.Contain("from Int32 i in @p0 where ([i] > [o].Id)"));
    }

    [Test]
    public void A_condition_without_the_row_stays_a_lambda()
    {
        var flag = true;
        Assert.That(cache.Look(shop.Orders.Where(o => flag)).Plan.Text, Is.EqualTo("from Order o in Order where @p0 select [o]"));
    }

    [Test]
    public void Computed_terms_are_evaluated_for_each_execution()
    {
        IQueryable Query(string s) => shop.Orders.Where(o => o.Note == s.Trim().ToUpper() && o.Total > s.Length * 2);
        var (first, second) = (cache.Look(Query(" ab ")), cache.Look(Query("xyz")));
        Assert.That(second.Plan, Is.SameAs(first.Plan));
        Assert.That(first.Values, Is.EqualTo(new object[] { "AB", 8.0 }));
        Assert.That(second.Values, Is.EqualTo(new object[] { "XYZ", 6.0 }));
    }

    [Test]
    public void The_same_captured_variable_is_one_slot()
    {
        var x = 3;
        var (plan, values) = cache.Look(shop.Orders.Where(o => o.Id == x || o.Kind == x));
        Assert.That(plan.Text, Does.Contain("(([o].Id == @p0) OrElse ([o].Kind == @p0))"));
        Assert.That(values, Is.EqualTo(new object[] { 3 }));
    }

    [Test]
    public void Enums_and_nullables_keep_their_values()
    {
        var status = Status.Paid;
        int? rank = null;
        var id = 4;
        var (_, values) = cache.Look(shop.Orders.Where(o => o.Status == status && o.Rank == rank && o.Rank != id));
        Assert.That(values, Is.EqualTo(new object?[] { 1, null, 4 }));
        Assert.That(values[0], Is.TypeOf<int>());
    }

    [Test]
    public void Registered_members_stay_in_the_query()
    {
        var own = TextPlan.NewCache(new() { IsServerSide = m => m.Name == nameof(Math.Sqrt) });
        Assert.That(own.Look(shop.Orders.Where(o => o.Total > Math.Sqrt(2))).Plan.Text, Does.Contain("Sqrt(@p0)"));
        Assert.That(Cached.Parse(shop.Orders.Where(o => o.Total > Math.Sqrt(2))), Does.Contain("([o].Total > @p0)"));
    }

    [Test]
    public void An_execution_reads_the_clock_once()
    {
        for (var i = 0; i < 3; i++)
        {
            var before = DateTime.UtcNow;
            var (_, values) = cache.Look(shop.Orders.Where(o => o.Created < DateTime.UtcNow.AddDays(-7) && o.Created > DateTime.UtcNow && o.Created != DateTime.Now && o.Created != DateTime.Today));
            Assert.That(values[1], Is.InRange(before, DateTime.UtcNow));
            var now = (DateTime)values[1]!;
            Assert.That(values, Is.EqualTo(new object[] { now.AddDays(-7), now, now.ToLocalTime(), now.ToLocalTime().Date }));
        }
    }

    [Test]
    public void New_objects_of_a_projection_are_made_for_each_row()
    {
        Assert.That(Cached.Parse(shop.Orders.Select(o => new Line { Id = 5 })), Does.Contain("new Line() {Id = @p0}"));
        Assert.That(Cached.Parse(shop.Orders.Select(o => new { A = 1, o.Id })), Does.Contain("A = @p0"));
        Assert.That(Cached.Parse(shop.Orders.Where(o => o.Created > new DateTime(2020, 1, 1))), Does.Contain("[o].Created > @p0"));
    }

    [Test]
    public void Null_in_a_chain_names_the_term()
    {
        var order = new Order();
        Assert.That(() => cache.Look(shop.Orders.Where(o => o.CustomerId == order.Customer.Id)),
            Throws.TypeOf<LinqTranslationException>()
                .With.Property("Code").EqualTo(LinqTranslationException.CapturedValue)
                .And.Property("SubExpression").EqualTo("order.Customer.Id")
                .And.Message.Contains("'Id' was read on null"));
    }

    [Test]
    public void A_failing_call_names_the_term_and_keeps_the_cause()
    {
        Assert.That(() => cache.Look(shop.Orders.Where(o => o.Id == Boom())),
            Throws.TypeOf<LinqTranslationException>().With.InnerException.TypeOf<FormatException>().And.Message.Contains("Boom"));
    }

    private static int Boom() => throw new FormatException("boom");

    [Test]
    public void A_lazy_sequence_is_read_once()
    {
        var runs = 0;
        IEnumerable<int> Numbers()
        {
            runs++;
            yield return 1;
        }

        var numbers = Numbers();
        var (_, values) = cache.Look(shop.Orders.Where(o => numbers.Contains(o.Id)));
        Assert.That(values[0], Is.EqualTo(new[] { 1 }).And.TypeOf<int[]>());
        Assert.That(runs, Is.EqualTo(1));
    }

    [Test]
    public void Captured_lambdas_are_inlined()
    {
        IQueryable Compiled(Expression<Func<Order, bool>> f) => shop.Orders.Where(o => f.Compile()(o) && o.Id > 1);
        IQueryable Argument(Expression<Func<Line, bool>> f) => shop.Orders.Where(o => o.Lines.AsQueryable().Any(f));
        IQueryable Delegate(Expression<Func<Line, bool>> f) => shop.Orders.Where(o => o.Lines.Any(f.Compile()));
        Assert.That(cache.Look(Compiled(x => x.Kind == 2)).Plan.Text, Does.Contain("where (([o].Kind == @p0) AndAlso ([o].Id > @p1))"));
        Assert.That(cache.Look(Compiled(x => x.Id == 2)).Plan.Text, Does.Contain("where (([o].Id == @p0) AndAlso ([o].Id > @p1))"));
        Assert.That(cache.Look(Argument(l => l.Quantity > 2)).Plan.Text, Does.Contain("where ([l].Quantity > @p0)"));
        Assert.That(cache.Look(Delegate(l => l.Quantity > 2)).Plan.Text, Does.Contain("where ([l].Quantity > @p0)"));
    }

    [Test]
    public void A_captured_delegate_as_an_operators_argument_is_refused()
    {
        Func<Line, bool> f = l => l.Quantity > 2;
        Assert.That(() => cache.Look(shop.Orders.Where(o => o.Lines.Any(f))),
            Throws.TypeOf<LinqTranslationException>().With.Message.Contains("Expression<Func<..>>"));
    }

    [Test]
    public void An_operator_of_somebody_else_is_refused_by_name_at_any_place()
    {
        Assert.That(() => Cached.Parse(shop.Orders.Where(o => o.Id > 1).Hold().Select(o => o.Id)),
            Throws.TypeOf<LinqTranslationException>().With.Property("Operator").EqualTo("OwnOperators.Hold"));
        Assert.That(() => Cached.Parse(shop.Customers.Where(c => shop.Orders.Hold().Any(o => o.CustomerId == c.Id))),
            Throws.TypeOf<LinqTranslationException>().With.Property("Operator").EqualTo("OwnOperators.Hold"));
    }

    [Test]
    public void A_composed_extension_is_inlined() =>
        Assert.That(Cached.Parse(shop.Customers.Where(c => shop.Orders.Paid().Any(o => o.CustomerId == c.Id))), Does.Contain("where (Convert([o].Status, Int32) == @p0)"));
}

internal static class OwnOperators
{
    public static IQueryable<T> Hold<T>(this IQueryable<T> source) =>
        source.Provider.CreateQuery<T>(Expression.Call(new Func<IQueryable<T>, IQueryable<T>>(Hold).Method, source.Expression));

    public static IQueryable<Order> Paid(this IQueryable<Order> source) => source.Where(o => o.Status == Status.Paid);
}
