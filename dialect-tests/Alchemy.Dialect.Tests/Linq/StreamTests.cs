using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>await foreach: rows are made as they are read, and the connection comes back however the loop ends.</summary>
public sealed class StreamTests(Database database) : QueryFixture(database)
{
    private Engine _engine = null!;
    private ShopContext _shop = null!;
    private string? _file;
    private int _out;

    // SQLite in memory has one connection; a file has as many as one likes.
    [SetUp]
    public void OpenFile()
    {
        if (Database is Database.Sqlite)
        {
            _file = Path.Combine(Path.GetTempPath(), $"alchemy-{Guid.NewGuid():N}.db");
            _engine = Engine.Create($"sqlite:///{_file}");
            _engine.CreateAll(Model.MetaData);
            using var session = new Session(_engine, Model);
            foreach (var entity in Customers.OrderBy(c => c.Id).Select(c => (object)new Customer { Name = c.Name, Country = c.Country })
                .Concat(Orders.Select(o => new Order { CustomerId = o.CustomerId, Total = o.Total, Note = o.Note, PlacedAt = o.PlacedAt, Kind = o.Kind })))
            {
                session.Add(entity);
                session.Flush();
            }

            session.Commit();
        }
        else
        {
            _engine = Engine;
        }

        _shop = new ShopContext(_engine);
        _out = 0;
        _engine.Events.CheckedOut += _ => _out++;
        _engine.Events.CheckedIn += _ => _out--;
    }

    [TearDown]
    public void DeleteFile()
    {
        _shop.Dispose();
        if (_file is not null)
        {
            _engine.Dispose();
            File.Delete(_file);
        }
    }

    [Test]
    public async Task Rows_are_made_as_they_are_read()
    {
        var tracked = new List<int>();
        await foreach (var order in _shop.Orders.OrderBy(o => o.Id).AsAsyncEnumerable())
        {
            tracked.Add(_shop.Orders.Local.Count);
            Assert.That(_shop.Orders.Local, Does.Contain(order));
            Assert.That(_shop.Orders.Find(order.Id), Is.SameAs(order), "the identity map");
        }

        Assert.That(tracked, Is.EqualTo(Enumerable.Range(1, 12)));
        Assert.That(_out, Is.Zero);
    }

    [Test]
    public async Task The_body_may_ask_and_save()
    {
        await foreach (var order in _shop.Orders.Where(o => o.Id < 4).OrderBy(o => o.Id).AsAsyncEnumerable())
        {
            Assert.That(await _shop.Customers.CountAsync(c => c.Id == order.CustomerId), Is.EqualTo(1));
            order.Note = $"seen {order.Id}";
            if (Database is not Database.Sqlite)
            {
                await _shop.SaveChangesAsync();
            }
        }

        await _shop.SaveChangesAsync();
        using var other = new ShopContext(_engine);
        Assert.That(other.Orders.Where(o => o.Id < 4).OrderBy(o => o.Id).Select(o => o.Note).ToList(), Is.EqualTo(new[] { "seen 1", "seen 2", "seen 3" }));
    }

    [Test]
    public async Task Leaving_early_gives_the_connection_back()
    {
        await foreach (var _ in _shop.Orders.AsAsyncEnumerable())
        {
            Assert.That(_out, Is.EqualTo(1));
            break;
        }

        Assert.That(_out, Is.Zero);
        try
        {
            await foreach (var _ in _shop.Orders)
            {
                throw new InvalidOperationException("stop");
            }
        }
        catch (InvalidOperationException stop) when (stop.Message == "stop")
        {
        }

        Assert.That((_out, await _shop.Orders.CountAsync()), Is.EqualTo((0, 12)));
    }

    [Test]
    public async Task Cancelling_leaves_the_connection_usable()
    {
        for (var transaction = 0; transaction < 2; transaction++)
        {
            using var open = transaction == 1 ? _shop.BeginTransaction() : null;
            using var cancellation = new CancellationTokenSource();
            var seen = 0;
            Assert.That(async () =>
            {
                await foreach (var _ in _shop.Orders.OrderBy(o => o.Id).AsAsyncEnumerable(cancellation.Token))
                {
                    if (++seen == 3)
                    {
                        await cancellation.CancelAsync();
                    }
                }
            }, Throws.InstanceOf<OperationCanceledException>());
            Assert.That((seen, _out), Is.EqualTo((3, transaction)));
            open?.Dispose();
            Assert.That(await _shop.Orders.CountAsync(), Is.EqualTo(12));
        }

        using var early = new CancellationTokenSource();
        await early.CancelAsync();
        Assert.That(async () => await _shop.Orders.AsAsyncEnumerable().GetAsyncEnumerator(early.Token).MoveNextAsync(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_out, Is.Zero);
    }

    [Test]
    public async Task Clearing_in_the_middle_forgets_what_came_before()
    {
        await foreach (var order in _shop.Orders.OrderBy(o => o.Id).AsAsyncEnumerable())
        {
            Assert.That(_shop.Orders.Local, Is.EqualTo(new[] { order }));
            _shop.Session.Clear();
        }

        Assert.That(async () =>
        {
            await foreach (var _ in _shop.Orders.AsAsyncEnumerable())
            {
                _shop.Dispose();
            }
        }, Throws.TypeOf<SessionStateException>());
        Assert.That(_out, Is.Zero);
    }

    [Test]
    public async Task What_needs_all_rows_has_them_first()
    {
        var names = new List<string>();
        await foreach (var customer in _shop.Customers.Include(c => c.Orders).OrderBy(c => c.Id).AsAsyncEnumerable())
        {
            Assert.That(_out, Is.Zero, "all rows are here");
            names.Add($"{customer.Name} {customer.Orders.Count}");
        }

        Assert.That(names, Is.EqualTo(Customers.OrderBy(c => c.Id).Select(c => $"{c.Name} {c.Orders.Count}")));
        names.Clear();
        await foreach (var row in _shop.Customers.OrderBy(c => c.Id).Select(c => new { c.Name, Orders = c.Orders.ToList() }).AsAsyncEnumerable())
        {
            Assert.That(_out, Is.EqualTo(1), "the collections are here, the rows come");
            names.Add($"{row.Name} {row.Orders.Count}");
        }

        Assert.That(names, Is.EqualTo(Customers.OrderBy(c => c.Id).Select(c => $"{c.Name} {c.Orders.Count}")));
        var nothing = new List<int>();
        await foreach (var id in _shop.Orders.Where(o => o.Id < 0).Select(o => o.Id).DefaultIfEmpty(7).AsAsyncEnumerable())
        {
            nothing.Add(id);
        }

        Assert.That(nothing, Is.EqualTo(new[] { 7 }));
        Assert.That(() => new List<int>().AsQueryable().AsAsyncEnumerable(), Throws.ArgumentException);
    }
}
