using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Alchemy.Internals;
using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Guards, bounds, threads and memory of the plan cache.</summary>
internal sealed class CacheTests
{
    private readonly Shop shop = new();

    private IQueryable ByCity(string? city) => shop.Customers.Where(c => c.City == city);

    private static PlanCache<TextPlan> Guarded(GuardKind kind, int limit = 8) => new(
        r => new TextPlan(r.Model + (r.MaxVariants ? " any" : ""), r.MaxVariants ? [] : [Guard.Observe(kind, 0, r.Values[0])]),
        new() { VariantLimit = limit });

    [Test]
    public void Nullness_guards_make_two_variants()
    {
        var cache = Guarded(GuardKind.IsNull);
        var (value, isNull) = (cache.Look(ByCity("a")), cache.Look(ByCity(null)));
        Assert.That(isNull.Plan, Is.Not.SameAs(value.Plan));
        Assert.That(cache.Look(ByCity(null)).Plan, Is.SameAs(isNull.Plan));
        var again = cache.Look(ByCity("z"));
        Assert.That(again.Plan, Is.SameAs(value.Plan));
        Assert.That(again.Values, Is.EqualTo(new[] { "z" }));
        Assert.That(cache.Stats, Is.EqualTo(new CacheStats(2, 1, 1, 0, 0, 1)));
    }

    [Test]
    public void Value_guards_are_bounded()
    {
        var cache = Guarded(GuardKind.Value, limit: 3);
        for (var i = 0; i < 10; i++)
        {
            cache.Look(ByCity("city" + i));
        }

        Assert.That(cache.Look(ByCity("new")).Plan.Text, Does.EndWith("any"));
        Assert.That(cache.Stats.GuardMisses, Is.EqualTo(3), "two further values, then the general plan");
    }

    [Test]
    public void Variants_stay_bounded_when_the_translator_insists()
    {
        var made = 0;
        var cache = new PlanCache<TextPlan>(r =>
        {
            made++;
            return new TextPlan("", [Guard.Value(0, r.Values[0])]);
        }, new() { VariantLimit = 2 });
        for (var i = 0; i < 20; i++)
        {
            cache.Look(ByCity("city" + i));
        }

        cache.Look(ByCity("city19"));
        Assert.That(made, Is.EqualTo(20));
        cache.Look(ByCity("city0"));
        Assert.That(made, Is.EqualTo(21), "the first variant is gone");
    }

    [Test]
    public void Collection_guards_see_nulls_emptiness_and_types()
    {
        Assert.That(Guard.HasNull(0, true).Accepts([new int?[] { 1, null }]), Is.True);
        Assert.That(Guard.HasNull(0, true).Accepts([new List<string?> { "a", null }]), Is.True);
        Assert.That(Guard.HasNull(0, false).Accepts([new List<int> { 1 }]), Is.True);
        Assert.That(Guard.HasNull(0, false).Accepts([new List<int?> { 1, 2 }]), Is.True);
        Assert.That(Guard.HasNull(0, true).Accepts([new List<object?> { 1, null }]), Is.True);
        Assert.That(Guard.IsEmpty(0, true).Accepts([new HashSet<int>()]), Is.True);
        Assert.That(Guard.IsEmpty(0, false).Accepts([new HashSet<int> { 1 }]), Is.True);
        Assert.That(Guard.RuntimeType(0, typeof(int)).Accepts([1]), Is.True);
        Assert.That(Guard.RuntimeType(0, typeof(int)).Accepts(["1"]), Is.False);
        Assert.That(Guard.RuntimeType(0, null).Accepts([null]), Is.True);
    }

    [Test]
    public void A_plan_that_refuses_its_own_values_is_an_error()
    {
        var cache = new PlanCache<TextPlan>(_ => new TextPlan("", [Guard.IsNull(0, true)]));
        Assert.That(() => cache.Look(ByCity("a")), Throws.InvalidOperationException.With.Message.Contains("guards"));
    }

    [Test]
    public void The_cache_is_pruned_to_its_capacity_and_keeps_what_is_used()
    {
        var cache = TextPlan.NewCache(new() { Capacity = 8 });
        var hot = cache.Look(Shape(0)).Plan;
        for (var i = 1; i < 100; i++)
        {
            cache.Look(Shape(i));
            Assert.That(cache.Look(Shape(0)).Plan, Is.SameAs(hot));
            Assert.That(cache.Stats.Entries, Is.LessThanOrEqualTo(12));
        }

        Assert.That(cache.Stats.Evictions, Is.EqualTo(100 - cache.Stats.Entries));
        cache.Clear();
        Assert.That(cache.Stats.Entries, Is.Zero);
        Assert.That(cache.Look(Shape(0)).Plan, Is.Not.SameAs(hot));
    }

    [Test]
    public void Threads_get_their_own_values_and_the_bound_holds()
    {
        var cache = TextPlan.NewCache(new() { Capacity = 64 });
        var wrong = 0;
        Parallel.For(0, 8, thread =>
        {
            var random = new Random(thread);
            for (var i = 0; i < 4000; i++)
            {
                var plan = cache.Get(Shape(random.Next(190), i).Expression, out var values);
                for (var k = 0; k < 8; k++)
                {
                    if (!Equals(values[k], k + i))
                    {
                        Interlocked.Increment(ref wrong);
                    }
                }

                values.Dispose();
            }
        });
        Assert.That(wrong, Is.Zero);
        Assert.That(cache.Stats.Entries, Is.LessThanOrEqualTo(96));
        Assert.That(cache.Stats.Evictions, Is.Positive);
    }

    [Test]
    public void A_query_is_compiled_once_by_many_threads()
    {
        var made = 0;
        var cache = new PlanCache<TextPlan>(r =>
        {
            Interlocked.Increment(ref made);
            Thread.Sleep(20);
            return TextPlan.Unguarded(r);
        });
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => cache.Look(ByCity("x" + i)));
        Assert.That(made, Is.EqualTo(1));
    }

    [Test]
    public void A_failed_compilation_is_tried_again()
    {
        var attempts = 0;
        var cache = new PlanCache<TextPlan>(r => attempts++ == 0 ? throw new FormatException() : TextPlan.Unguarded(r));
        Assert.That(() => cache.Look(ByCity("a")), Throws.TypeOf<FormatException>());
        Assert.That(cache.Look(ByCity("a")).Values, Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void Nothing_captured_is_kept()
    {
        var cache = TextPlan.NewCache();
        var (list, provider) = Run(cache);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(cache.Stats.Entries, Is.EqualTo(1));
        Assert.That(list.IsAlive, Is.False, "a captured list");
        Assert.That(provider.IsAlive, Is.False, "the session behind the roots");

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (WeakReference List, WeakReference Provider) Run(PlanCache<TextPlan> cache)
        {
            var shop = new Shop();
            List<int> ids = [1, 2];
            var sub = shop.Orders.Where(o => ids.Any(i => i > 1) && ids.Contains(o.Id));
            cache.Look(shop.Customers.Where(c => sub.Any(o => o.CustomerId == c.Id)));
            return (new WeakReference(ids), new WeakReference(shop.Provider));
        }
    }

    [Test]
    public void Uncacheable_nodes_work_each_time()
    {
        var cache = TextPlan.NewCache();
        IQueryable Query(int id)
        {
            var o = Expression.Parameter(typeof(Order), "o");
            var condition = Expression.AndAlso(new Opaque(), Expression.Equal(Expression.Property(o, "Id"), Expression.Constant(id)));
            return shop.Orders.Where(Expression.Lambda<Func<Order, bool>>(condition, o));
        }

        Assert.That(cache.Look(Query(1)).Values, Is.EqualTo(new object[] { 1 }));
        var (plan, values) = cache.Look(Query(2));
        Assert.That(values, Is.EqualTo(new object[] { 2 }));
        Assert.That(plan.Text, Is.EqualTo("from Order o in Order where (opaque AndAlso ([o].Id == @p0)) select [o]"));
        Assert.That(cache.Stats, Is.EqualTo(new CacheStats(0, 0, 0, 0, 2, 0)));
    }

    [Test]
    public void A_query_run_while_another_is_walked_does_not_disturb_it()
    {
        var cache = TextPlan.NewCache();
        var nested = new Nesting(shop, cache);
        IQueryable Query(int id) => shop.Customers.Where(c => c.Id == id && nested.Orders.Any(o => o.CustomerId == c.Id));
        Assert.That(cache.Look(Query(1)).Values, Is.EqualTo(new object[] { 1 }));
        Assert.That(cache.Look(Query(2)).Values, Is.EqualTo(new object[] { 2 }));
    }

    [Test]
    public void Values_given_back_cannot_be_read_and_giving_back_twice_is_harmless()
    {
        var cache = TextPlan.NewCache();
        cache.Get(ByCity("a").Expression, out var values);
        var copy = values;
        values.Dispose();
        copy.Dispose();
        Assert.That(() => copy[0], Throws.TypeOf<ObjectDisposedException>());
        cache.Get(ByCity("b").Expression, out var first);
        cache.Get(ByCity("c").Expression, out var second);
        copy.Dispose();
        Assert.That((first[0], second[0]), Is.EqualTo(("b", "c")));
        first.Dispose();
        second.Dispose();
    }

    [TestCase(200)]
    [TestCase(5000)]
    [TestCase(19_900)]
    public void Deep_trees_do_not_overflow_the_stack(int depth)
    {
        var made = new PlanCache<TextPlan>(_ => new TextPlan("", []));
        IQueryable Deep(int first)
        {
            var o = Expression.Parameter(typeof(Order), "o");
            Expression sum = Expression.Constant(first);
            for (var i = 0; i < depth; i++)
            {
                sum = Expression.Add(sum, Expression.Property(o, "Id"));
            }

            return shop.Orders.Where(Expression.Lambda<Func<Order, bool>>(Expression.Equal(sum, Expression.Property(o, "Kind")), o));
        }

        Assert.That(made.Look(Deep(1)).Values, Is.EqualTo(new object[] { 1 }));
        Assert.That(made.Look(Deep(2)).Values, Is.EqualTo(new object[] { 2 }));
        Assert.That(made.Stats.Hits, Is.EqualTo(1));
    }

    [Test]
    public void Long_chains_are_planned()
    {
        var query = shop.Orders;
        for (var i = 0; i < 1000; i++)
        {
            query = query.Where(o => o.Id > i);
        }

        Assert.That(new PlanCache<TextPlan>(_ => new TextPlan("", [])).Look(query).Values, Has.Length.EqualTo(1));
    }

    [Test]
    public void Trees_beyond_the_limit_are_refused()
    {
        var o = Expression.Parameter(typeof(Order), "o");
        Expression condition = Expression.Equal(Expression.Property(o, "Id"), Expression.Constant(1));
        for (var i = 0; i < 100_000; i++)
        {
            condition = Expression.Not(condition);
        }

        Assert.That(() => TextPlan.NewCache().Look(shop.Orders.Where(Expression.Lambda<Func<Order, bool>>(condition, o))),
            Throws.TypeOf<LinqTranslationException>().With.Property("Code").EqualTo(LinqTranslationException.TooDeep));
    }

    [Test]
    public void A_look_up_allocates_less_than_200_bytes()
    {
        var cache = TextPlan.NewCache();
        var (customer, min, prefix, skip, take) = (1, 2.0, "x", 3, 4);
        var query = shop.Orders.Where(o => o.CustomerId == customer && o.Total > min && o.Kind == 2 && o.Note!.StartsWith(prefix))
            .OrderByDescending(o => o.Created).ThenBy(o => o.Id).Select(o => new { o.Id, o.Total, o.Created, o.CustomerId }).Skip(skip).Take(take).Expression;
        for (var i = 0; i < 200; i++)
        {
            cache.Get(query, out var warm);
            warm.Dispose();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            cache.Get(query, out var values);
            values.Dispose();
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        Assert.That(each, Is.LessThan(200));
    }

    private IQueryable Shape(int shape, int value = 0)
    {
        var query = shop.Orders;
        for (var k = 0; k < 8; k++)
        {
            var captured = k + value;
            query = (shape >> k & 1) == 1 ? query.Where(o => o.Id == captured) : query.Where(o => o.Kind > captured);
        }

        return query;
    }

    private sealed class Opaque : Expression
    {
        public override Type Type => typeof(bool);

        public override ExpressionType NodeType => ExpressionType.Extension;

        public override string ToString() => "opaque";

        protected override Expression VisitChildren(ExpressionVisitor visitor) => this;
    }

    private sealed class Nesting(Shop shop, PlanCache<TextPlan> cache)
    {
        public IQueryable<Order> Orders
        {
            get
            {
                var other = 77;
                cache.Look(shop.Lines.Where(l => l.Id == other && l.OrderId == other + 1));
                return shop.Orders;
            }
        }
    }
}
