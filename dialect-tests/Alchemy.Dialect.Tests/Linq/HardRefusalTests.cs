using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>What has no SQL form is refused by name.</summary>
public sealed class HardRefusalTests(Database database) : QueryFixture(database)
{
    [Test]
    public void Refusals()
    {
        var list = new List<int> { 1, 2 };
        var dict = new Dictionary<int, string> { [1] = "a" };
        Refused(() => Db.Orders.Where(o => list.Any(i => i == o.Id)).ToList());
        Refused(() => Db.Orders.Where(o => list.All(i => i != o.Id)).ToList());
        Refused(() => Db.Orders.Where(o => list.Where(i => i > o.Id).Count() > 0).ToList());
        Refused(() => Db.Orders.Where(o => list.Select(i => i + 1).Contains(o.Id) && list.Sum(i => i * o.Id) > 1).ToList());
        Refused(() => Db.Orders.SelectMany(o => list, (o, i) => new { o.Id, i }).ToList());
        Refused(() => Db.Orders.Join(list, o => o.Id, i => i, (o, i) => o).ToList());
        Refused(() => Db.Orders.Where(o => dict[o.Id] == "a").ToList());
        Refused(() => Db.Orders.Where(o => o.Note!.GetHashCode() > 1).ToList());
        Refused(() => Db.Orders.Where(o => Twice(o.Id) == 2).ToList());
        Refused(() => Db.Orders.OrderBy(o => Twice(o.Id)).ToList());
        Refused(() => Db.Orders.GroupBy(o => Twice(o.Id)).Select(g => g.Count()).ToList());
        Refused(() => Db.Orders.GroupBy(o => o.Id).Select(g => g.Sum(o => Twice(o.Id))).ToList());
        Refused(() => Db.Orders.Select(o => Twice(o.Id)).Where(x => x > 2).ToList());
        Refused(() => Db.Orders.Select(o => Twice(o.Id)).Distinct().ToList());
        Refused(() => Db.Orders.Select(o => new { X = Twice(o.Id) }).Distinct().Count());
        Refused(() => Db.Orders.Select(o => Twice(o.Id)).Sum());
        Refused(() => Db.Orders.Select(o => Twice(o.Id)).Contains(2));
        Refused(() => Db.Orders.Join(Db.Customers, o => Twice(o.Id), c => c.Id, (o, c) => o).ToList());
        Refused(() => Db.Orders.Where(o => o.Lines[0].Quantity > 1).ToList());
        Refused(() => Db.Orders.Where(o => o.PlacedAt.GetHashCode() == 3).ToList());
        Refused(() => Db.Orders.Where(o => o.Customer.Orders == o.Customer.Orders).ToList());
        Refused(() => Db.Orders.Where(o => o.Customer.Orders.Equals(o)).ToList());
        Refused(() => Db.Orders.GroupBy(o => o.CustomerId).Select(g => g.Last()).ToList());
        Refused(() => Db.Orders.GroupBy(o => o.CustomerId).Take(2).Select(g => g.Count()).Where(x => x > 1).Select(x => x + 1).Where(x => Twice(x) > 1).ToList());
        Refused(() => Db.Customers.Select(c => c.Orders.Last()).ToList());
        Refused(() => Db.Orders.TakeWhile(o => o.Id < 2).ToList());
        Refused(() => Db.Orders.SkipWhile(o => o.Id < 2).ToList());
        Refused(() => Db.Orders.Chunk(2).ToList());
        Refused(() => Db.Orders.DistinctBy(o => o.Note, StringComparer.OrdinalIgnoreCase).ToList());
        Refused(() => Db.Orders.DistinctBy(o => Twice(o.Id)).ToList());
        Refused(() => Db.Orders.UnionBy(Orders, o => o.Kind).ToList());
        Refused(() => Db.Orders.ExceptBy([new { K = OrderKind.Rush }], o => new { K = o.Kind }).ToList());
        Refused(() => Db.Orders.Zip(Db.Customers).ToList());
        Refused(() => Db.Orders.Select((o, i) => i).ToList());
        Refused(() => Db.Orders.Last());
        Refused(() => Db.Orders.Reverse().ToList());
        Refused(() => Db.Orders.DistinctBy(o => o.Kind).Select(o => Twice(o.Id)).Where(x => x > 1).ToList());
        Refused(() => Db.Orders.Concat(Orders).ToList());
        Refused(() => Db.Orders.Where(o => Orders.Any(p => p.Id == o.Id)).ToList());
        Refused(() => Db.Orders.Aggregate((a, b) => a));
        Refused(() => Db.Orders.Where(o => o.Id == ((Func<int>)(() => 1))() + Twice(o.Id)).ToList());
        Refused(() => Db.Orders.Where(o => string.Format("{0}", o.Id) == "1").ToList());
        Refused(() => Db.Customers.Where(c => c.Photo!.Length > 3 && c.Photo[0] == 1).ToList());
        Refused(() => Db.Orders.Where(o => o.Customer.Name[0] == 'a').ToList());
        Refused(() => Db.Orders.Select(o => o.Customer.Name.Select(c => c)).ToList());
        Refused(() => Db.Orders.Where(o => o.Customer.Name.Any(c => c == 'a')).ToList());
    }

    [Test]
    public void A_page_tied_to_the_rows_around_it_by_more_than_keys_is_refused_where_from_cannot_see_them()
    {
        Check(s => s.Customers.OrderBy(c => c.Id).Select(c => s.Orders.Where(o => o.Id > c.Id).OrderBy(o => o.Id).Take(2).Sum(o => o.Id)));
        Check(s => s.Customers.OrderBy(c => c.Id).Select(c => s.Orders.Where(o => o.Id > c.Id).DistinctBy(o => o.Kind).Count()));

        void Check(Func<IShop, IQueryable<int>> query)
        {
            if (Database is Database.MariaDb)
            {
                Assert.That(() => Same(query), Throws.TypeOf<LinqTranslationException>().With.Message.Contains("tied to them by more than equality").And.Message.Contains("AsEnumerable()"));
            }
            else
            {
                Same(query);
            }
        }
    }

    // A refusal names a way out, and nothing else is ever thrown.
    private static void Refused(Action query) => Assert.That(query, Throws.TypeOf<LinqTranslationException>().With.Message.Contains("has no SQL form").And.Message.Not.Contains("Alchemy.Internals"));

    private static int Twice(int x) => x * 2;
}
