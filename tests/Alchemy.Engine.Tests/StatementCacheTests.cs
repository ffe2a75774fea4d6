using Alchemy.Drivers;

namespace Alchemy.Tests;

public sealed class StatementCacheTests
{
    private readonly List<string> _closed = [];

    [SetUp]
    public void Forget() => _closed.Clear();

    [Test]
    public void The_statement_that_was_not_used_for_longest_is_closed()
    {
        using var cache = new StatementCache(capacity: 3);
        var (a, b, c, d, e) = (Filled("a"), Filled("b"), Filled("c"), Filled("d"), Filled("e"));
        var kept = new[] { a, b, c }.Select(sql => cache.Add(sql, Statement(sql))).ToList();
        Assert.That(cache.Find(a), Is.SameAs(kept[0]));
        cache.Add(d, Statement(d));
        Assert.That(cache.Find(c), Is.SameAs(kept[2]));
        cache.Add(e, Statement(e));
        Assert.That(_closed, Is.EqualTo(new[] { b.Text, a.Text }));
        Assert.That((cache.Count, cache.Find(b), cache.Find(a)), Is.EqualTo((3, (Statement?)null, (Statement?)null)));
    }

    [Test]
    public void A_statement_that_is_being_read_is_never_closed_to_make_room()
    {
        using var cache = new StatementCache(capacity: 2);
        var (a, b, c, d) = (Filled("a"), Filled("b"), Filled("c"), Filled("d"));
        var read = new[] { a, b }.Select(sql => (FakeStatement)cache.Add(sql, Statement(sql, isActive: true))).ToList();
        var third = cache.Add(c, Statement(c));
        Assert.That((_closed, cache.Count), Is.EqualTo((Array.Empty<string>(), 3)));
        Assert.That(cache.Find(c), Is.SameAs(third), "not even the new one, which is about to be used");
        read[1].Active = false;
        cache.Add(d, Statement(d));
        Assert.That((_closed, cache.Count), Is.EqualTo((new[] { b.Text, c.Text }, 2)));
    }

    [Test]
    public void A_statement_that_cannot_be_closed_now_is_closed_later()
    {
        using var cache = new StatementCache(capacity: 1);
        var (a, b, c) = (Filled("a"), Filled("b"), Filled("c"));
        var busy = (FakeStatement)cache.Add(a, Statement(a));
        busy.Busy = true;
        Assert.Throws<InvalidOperationException>(() => cache.Add(b, Statement(b)));
        Assert.That(cache.Find(b), Is.Not.Null);
        busy.Busy = false;
        cache.Add(c, Statement(c));
        Assert.That(_closed, Is.EqualTo(new[] { a.Text, b.Text }));
    }

    [Test]
    public void All_are_closed_at_the_end()
    {
        var cache = new StatementCache();
        foreach (var sql in new[] { Filled("a"), Filled("b") })
        {
            cache.Add(sql, Statement(sql, isActive: true));
        }

        cache.Dispose();
        Assert.That((_closed.Count, cache.Count), Is.EqualTo((2, 0)));
    }

    private static FilledSql Filled(string name) => new SqliteDialect().Compile(Sql.Select(Sql.Literal(1).As(name))).Fill([]);

    private FakeStatement Statement(FilledSql sql, bool isActive = false) => new(() => _closed.Add(sql.Text)) { Active = isActive };

    private sealed class FakeStatement(Action closed) : Statement
    {
        public bool Active { get; set; }

        public bool Busy { get; set; }

        public override bool IsActive => Active;

        public override void Set<T>(int ordinal, SqlType type, T value) => throw new NotSupportedException();

        public override ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override bool TryGetInsertedKey(out long key) => throw new NotSupportedException();

        public override void Dispose()
        {
            if (Busy)
            {
                throw new InvalidOperationException("busy");
            }

            closed();
        }
    }
}
