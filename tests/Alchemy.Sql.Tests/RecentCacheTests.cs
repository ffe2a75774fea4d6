using Alchemy.Internals;

namespace Alchemy.Tests;

public sealed class RecentCacheTests
{
    [Test]
    public void The_quarter_that_was_not_used_for_longest_goes()
    {
        var cache = new RecentCache<int, string>(8);
        for (var i = 0; i < 8; i++)
        {
            cache.Add(i, $"v{i}");
            cache.Find(0);
        }

        cache.Add(8, "v8");
        Assert.That(Enumerable.Range(0, 9).Where(i => cache.Find(i) is not null), Is.EqualTo(new[] { 0, 4, 5, 6, 7, 8 }));
        Assert.That((cache.Count, cache.Find(0)), Is.EqualTo((6, "v0")));
    }

    [Test]
    public void The_first_value_of_a_key_stays()
    {
        var cache = new RecentCache<string, string>(4);
        var first = cache.Add("a", "first");
        Assert.That((cache.Add("a", "second"), cache.Find("a"), cache.Find("b")), Is.EqualTo((first, first, (string?)null)));
    }

    [Test]
    public void Threads_never_get_anothers_value_nor_make_it_grow()
    {
        var cache = new RecentCache<int, string>(64);
        Parallel.For(0, 8, thread =>
        {
            var random = new Random(thread);
            for (var i = 0; i < 10_000; i++)
            {
                var key = random.Next(200);
                var value = cache.Find(key) ?? cache.Add(key, $"v{key}");
                Assert.That(value, Is.EqualTo($"v{key}"));
            }
        });
        Assert.That(cache.Count, Is.LessThanOrEqualTo(64));
    }

    [Test]
    public void The_hundredth_tenant_is_remembered_as_the_first_was()
    {
        var table = new Table("orders", new MetaData(), "shop", new Column("id", SqlTypes.Integer));
        var compiled = Dialects.Sqlite.Compile(Sql.Select(table));
        var tenants = Enumerable.Range(0, 100).Select(i => new SchemaMap(("shop", $"tenant_{i}"))).ToList();
        tenants.ForEach(t => compiled.Fill([], t));
        Assert.That(compiled.Fill([], tenants[^1]), Is.SameAs(compiled.Fill([], tenants[^1])));
    }
}
