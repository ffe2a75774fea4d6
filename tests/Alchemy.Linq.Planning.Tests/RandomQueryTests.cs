using System.Linq.Expressions;
using Alchemy.Internals;

namespace Alchemy.Tests;

/// <summary>Whatever is in the cache already, a look-up must give what an empty cache gives: the same model and the same values.</summary>
internal sealed class RandomQueryTests
{
    private readonly Shop shop = new();

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void A_full_cache_answers_like_an_empty_one(int seed)
    {
        var random = new Random(seed);
        var full = TextPlan.NewCache(new() { HashMask = 7, Capacity = 100 });
        for (var i = 0; i < 1500; i++)
        {
            var query = Query(random);
            var (plan, values) = full.Look(query);
            var (fresh, freshValues) = TextPlan.NewCache().Look(query);
            Assert.That(plan.Text, Is.EqualTo(fresh.Text));
            Assert.That(values, Is.EqualTo(freshValues));
        }

        Assert.That(full.Stats.Hits, Is.Positive);
        Assert.That(full.Stats.Evictions, Is.Positive);
    }

    private IQueryable<Order> Query(Random random)
    {
        var query = shop.Orders;
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            var o = Expression.Parameter(typeof(Order), "o");
            query = query.Where(Expression.Lambda<Func<Order, bool>>(Condition(random, 2, [o]), o));
        }

        return random.Next(4) == 0 ? query.Take(random.Next(3)) : query;
    }

    private Expression Condition(Random random, int depth, ParameterExpression[] scope)
    {
        var kind = random.Next(depth == 0 ? 3 : 7);
        return kind switch
        {
            0 => Expression.Equal(Number(random, scope), Number(random, scope)),
            1 => Expression.LessThan(Number(random, scope), Number(random, scope)),
            2 => Expression.Constant(random.Next(2) == 0),
            3 => Expression.AndAlso(Condition(random, depth - 1, scope), Condition(random, depth - 1, scope)),
            4 => Expression.OrElse(Condition(random, depth - 1, scope), Condition(random, depth - 1, scope)),
            5 => Expression.Not(Condition(random, depth - 1, scope)),
            _ => Exists(random, depth, scope),
        };
    }

    private Expression Exists(Random random, int depth, ParameterExpression[] scope)
    {
        var inner = Expression.Parameter(typeof(Order), "i");
        var predicate = Expression.Lambda<Func<Order, bool>>(Condition(random, depth - 1, [.. scope, inner]), inner);
        return Expression.Call(typeof(Queryable), "Any", [typeof(Order)], shop.Orders.Expression, Expression.Quote(predicate));
    }

    private static Expression Number(Random random, ParameterExpression[] scope)
    {
        var box = new Box { Value = random.Next(100), Other = random.Next(100) };
        var row = scope[random.Next(scope.Length)];
        return random.Next(6) switch
        {
            0 => Expression.Property(row, "Id"),
            1 => Expression.Property(row, "Kind"),
            2 => Expression.Constant(random.Next(100)),
            3 => Expression.Field(Expression.Constant(box), "Value"),
            4 => Expression.Add(Expression.Field(Expression.Constant(box), "Other"), Expression.Field(Expression.Constant(box), "Value")),
            _ => Expression.Add(Expression.Property(row, "Id"), Expression.Constant(random.Next(100))),
        };
    }

    private sealed class Box
    {
        public int Value;
        public int Other;
    }
}
