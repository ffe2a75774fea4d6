using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy.Tests;

/// <summary>Which queries share a plan, and which must not.</summary>
internal sealed class KeyTests
{
    private static readonly ParameterExpression order = Expression.Parameter(typeof(Order), "o");
    private readonly Shop shop = new();
    private readonly PlanCache<TextPlan> cache = TextPlan.NewCache();

    [Test]
    public void A_captured_value_is_not_in_the_key()
    {
        IQueryable Query(int id) => shop.Orders.Where(o => o.Id == id);
        AssertSame(Query(1), Query(2), [1], [2]);
    }

    [Test]
    public void A_literal_is_not_in_the_key_and_the_second_one_is_used()
    {
        IQueryable Query(object id) => Where(Expression.Equal(Expression.Property(order, "Id"), Expression.Constant(id)));
        AssertSame(Query(1), Query(2), [1], [2]);
    }

    [Test]
    public void A_literal_in_the_final_projection_is_bound_too()
    {
        IQueryable Query(string text) => shop.Orders.Select(Expression.Lambda<Func<Order, string>>(
            Expression.Call(typeof(string).GetMethod("Concat", [typeof(string), typeof(string)])!, Expression.Property(order, "Note"), Expression.Constant(text)), order));
        AssertSame(Query("a"), Query("b"), ["a"], ["b"]);
    }

    [Test]
    public void Null_true_and_false_are_in_the_key()
    {
        AssertDiffer(Where(NoteEquals(null)), Where(NoteEquals("a")));
        AssertDiffer(Where(Expression.Constant(true)), Where(Expression.Constant(false)));
        Assert.That(Cached.Parse(shop.Orders.Select(o => new { o.Id, B = true })), Does.Contain("True"));
    }

    [Test]
    public void Lambda_parameters_count_by_their_place_of_declaration()
    {
        var first = Expression.Parameter(typeof(Order), "a");
        var second = Expression.Parameter(typeof(Order), "b");
        IQueryable Join(params ParameterExpression[] declared) => shop.Orders.Join(shop.Orders, a => a.Id, b => b.Id,
            Expression.Lambda<Func<Order, Order, double>>(Expression.Property(first, "Total"), declared));
        AssertDiffer(Join(first, second), Join(second, first));
    }

    [Test]
    public void Inner_and_outer_parameters_are_not_mixed_up() =>
        AssertDiffer(
            shop.Orders.Where(x => shop.Orders.Any(y => x.Id == y.CustomerId)),
            shop.Orders.Where(x => shop.Orders.Any(y => y.Id == x.CustomerId)));

    [Test]
    public void Parameter_names_do_not_matter()
    {
        IQueryable Query(string name)
        {
            var p = Expression.Parameter(typeof(Order), name);
            return shop.Orders.Where(Expression.Lambda<Func<Order, bool>>(Expression.Equal(Expression.Property(p, "Id"), Expression.Constant(1)), p));
        }

        AssertSame(Query("a"), Query("b"), [1], [1]);
    }

    [Test]
    public void Another_root_is_another_query() =>
        AssertDiffer(shop.Orders.OfType<object>(), shop.Lines.OfType<object>());

    [Test]
    public void Roots_enter_by_identity_not_by_object() =>
        AssertSame(new Shop().Orders.Where(o => o.Kind == 1), new Shop().Orders.Where(o => o.Kind == 1));

    [Test]
    public void Operator_flags_and_conversions_differ()
    {
        var (l, r) = (Expression.Property(order, "Id"), Expression.Property(order, "Kind"));
        AssertDiffer(Where(Expression.Equal(Expression.Add(l, r), r)), Where(Expression.Equal(Expression.AddChecked(l, r), r)));
        AssertDiffer(Where(Expression.TypeIs(order, typeof(Order))), Where(Expression.TypeEqual(order, typeof(Order))));
        Expression rank = Expression.Property(order, "Rank");
        AssertDiffer(
            Where(Expression.Equal(Expression.Convert(l, typeof(int?)), rank)),
            Where(Expression.Equal(Expression.Convert(l, typeof(int?)), Expression.Convert(Expression.Convert(rank, typeof(int)), typeof(int?)))));
    }

    [Test]
    public void Collections_of_any_length_share_one_key()
    {
        IQueryable Query(List<int> ids) => shop.Orders.Where(o => ids.Contains(o.Id));
        List<int> one = [1], three = [1, 2, 3];
        AssertSame(Query(one), Query(three), [one], [three]);
    }

    [Test]
    public void A_shared_literal_node_is_like_two_nodes()
    {
        var one = Expression.Constant(1);
        IQueryable Query(Expression a, Expression b) => Where(Expression.AndAlso(
            Expression.Equal(Expression.Property(order, "Id"), a), Expression.Equal(Expression.Property(order, "Kind"), b)));
        AssertSame(Query(one, one), Query(Expression.Constant(7), Expression.Constant(8)), [1, 1], [7, 8]);
    }

    [Test]
    public void Initialisers_differ_by_member_and_nesting()
    {
        AssertDiffer(shop.Orders.Select(o => new Line { Id = o.Id }), shop.Orders.Select(o => new Line { OrderId = o.Id }));
        AssertDiffer(
            shop.Orders.Select(o => new Line { Order = { Id = o.Id }, Id = o.Id }),
            shop.Orders.Select(o => new Line { Order = { Kind = o.Id }, Id = o.Id }));
        AssertDiffer(
            shop.Orders.Select(o => new List<int> { o.Id, o.Kind }),
            shop.Orders.Select(o => new List<int> { o.Id }));
        AssertDiffer(
            shop.Orders.Select(o => new Order { Lines = { new Line { Id = o.Id } } }),
            shop.Orders.Select(o => new Order { Lines = { new Line { Id = o.Id }, new Line { Id = o.Id } } }));
        AssertDiffer(shop.Orders.Select(o => new[] { o.Id, o.Id }), shop.Orders.Select(o => new[] { o.Id }));
        AssertDiffer(shop.Orders.Select(o => new int[o.Id]), shop.Orders.Select(o => new[] { o.Id }));
    }

    [Test]
    public void Index_and_invoke_nodes_are_cached()
    {
        var indexer = typeof(List<Line>).GetProperty("Item")!;
        IQueryable Query(int i) => Where(Expression.NotEqual(
            Expression.MakeIndex(Expression.Property(order, "Lines"), indexer, [Expression.Constant(i)]), Expression.Constant(null, typeof(Line))));
        AssertSame(Query(1), Query(2), [1], [2]);

        Func<int, bool> test = i => i > 0;
        IQueryable Invoke(Func<int, bool> f) => shop.Orders.Where(o => f(o.Id));
        AssertSame(Invoke(test), Invoke(test), [test], [test]);
    }

    [Test]
    public void A_node_that_describes_itself_is_cached()
    {
        IQueryable Query(string name, int value) => Where(Expression.Equal(new Named(name, Expression.Constant(value)), Expression.Property(order, "Id")));
        AssertSame(Query("f", 1), Query("f", 2), [1], [2]);
        AssertDiffer(Query("f", 1), Query("g", 1));
        Assert.That(cache.Look(Query("f", 1)).Plan.Text, Does.Contain("f(@p0)"));
    }

    [Test]
    public void Equal_hashes_are_told_apart_by_the_key()
    {
        var colliding = TextPlan.NewCache(new() { HashMask = 0 });
        for (var round = 0; round < 2; round++)
        {
            Assert.That(colliding.Look(shop.Orders.Where(o => o.Id > 5)).Plan.Text, Does.Contain("[o].Id"));
            Assert.That(colliding.Look(shop.Orders.Where(o => o.Kind > 5)).Plan.Text, Does.Contain("[o].Kind"));
        }

        Assert.That(colliding.Stats, Is.EqualTo(new CacheStats(2, 2, 0, 0, 0, 2)));
    }

    [Test]
    public void A_free_parameter_is_a_named_error() =>
        Assert.That(() => cache.Look(shop.Orders.Where(Expression.Lambda<Func<Order, bool>>(
            Expression.Equal(Expression.Property(order, "Id"), Expression.Constant(1)), Expression.Parameter(typeof(Order), "x")))),
            Throws.TypeOf<Alchemy.Linq.LinqTranslationException>().With.Message.Contains("'o'"));

    private static Expression NoteEquals(string? value) => Expression.Equal(Expression.Property(order, "Note"), Expression.Constant(value, typeof(string)));

    private IQueryable Where(Expression condition) => shop.Orders.Where(Expression.Lambda<Func<Order, bool>>(condition, order));

    private void AssertSame(IQueryable a, IQueryable b, object?[] aValues, object?[] bValues)
    {
        var (first, second) = (cache.Look(a), cache.Look(b));
        Assert.That(second.Plan, Is.SameAs(first.Plan));
        Assert.That(first.Values, Is.EqualTo(aValues));
        Assert.That(second.Values, Is.EqualTo(bValues));
    }

    private void AssertSame(IQueryable a, IQueryable b) =>
        Assert.That(cache.Look(b).Plan, Is.SameAs(cache.Look(a).Plan));

    private void AssertDiffer(IQueryable a, IQueryable b) =>
        Assert.That(cache.Look(b).Plan, Is.Not.SameAs(cache.Look(a).Plan));

    private sealed class Named(string name, Expression argument) : Expression, IStructural
    {
        public override Type Type => typeof(int);

        public override ExpressionType NodeType => ExpressionType.Extension;

        public void Fingerprint(Fingerprinter f)
        {
            f.Reference(name);
            f.Visit(argument);
        }

        public override string ToString() => $"{name}({argument})";

        protected override Expression VisitChildren(ExpressionVisitor visitor)
        {
            var visited = visitor.Visit(argument);
            return visited == argument ? this : new Named(name, visited);
        }
    }
}
