using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Methods of Math: what the database computes is what C# does, to the last digit.</summary>
public sealed class NumberTests(Database database) : QueryFixture(database)
{
    [Test]
    public void Decimals_are_rounded_as_in_csharp()
    {
        var digits = 1;
        for (; digits < 4; digits++)
        {
            // A second Where makes the database compute it.
            Same(s => s.Orders.Select(o => new { o.Id, R = Math.Round(o.Total / 4, digits) }).Where(x => x.R != 100).OrderBy(x => x.R).ThenBy(x => x.Id));
            Same(s => s.Orders.Select(o => new { o.Id, R = Math.Round(o.Total / 8, digits, MidpointRounding.AwayFromZero) }).Where(x => x.R != 100).OrderBy(x => x.R).ThenBy(x => x.Id));
            Same(s => s.Orders.Select(o => new { o.Id, R = decimal.Round(o.Total * o.Total / 16, digits) }).Where(x => x.R != 100).OrderBy(x => x.R).ThenBy(x => x.Id));
        }

        Same(s => s.Orders.OrderBy(o => Math.Round(o.Total)).ThenBy(o => o.Id).Select(o => new { A = Math.Round(o.Total), B = Math.Round(-o.Total), C = Math.Round(o.Total - 1), D = Math.Round(o.Total, MidpointRounding.AwayFromZero) }));
        foreach (var mode in Enum.GetValues<MidpointRounding>())
        {
            Same(s => s.Orders.OrderBy(o => o.Id).Where(o => Math.Round(o.Total, mode) != 11).Select(o => Math.Round(o.Total, mode)));
        }

        Same(s => s.Orders.Where(o => Math.Round(o.Total, 0) == 12 || Math.Round(o.Total) == -10).OrderBy(o => o.Id));
        Same(s => s.Lines.GroupBy(l => Math.Round(l.Price)).Select(g => new { g.Key, S = g.Sum(l => Math.Round(l.Price * l.Quantity / 3, 2)) }).OrderBy(x => x.Key));
    }

    [Test]
    public void Doubles_are_rounded_as_in_csharp()
    {
        var digits = 1;
        for (; digits < 4; digits++)
        {
            Same(s => s.Orders.Select(o => new { o.Id, R = Math.Round(o.Id / 8.0, digits), A = Math.Round(o.Id / -8.0, digits, MidpointRounding.AwayFromZero) }).Where(x => x.R >= 0).OrderBy(x => x.Id));
            Same(s => s.Orders.Where(o => Math.Round((double)o.Total / 3, digits) > 2.5).OrderBy(o => o.Id));
        }

        Same(s => s.Orders.Select(o => new { o.Id, A = Math.Round(o.Id / 2.0), B = Math.Round(o.Id * 1e17 + 0.5, 3), C = Math.Round((o.Id - 6) * 0.5, MidpointRounding.AwayFromZero) }).Where(x => x.A > -1).OrderBy(x => x.Id));
        Same(s => s.Orders.Select(o => new { o.Id, A = Math.Floor(o.Id / -2.0), B = Math.Ceiling(o.Id / 2.0), C = Math.Truncate((o.Id - 14) / 2.0) }).Where(x => x.A < 9 && x.C < 9).OrderBy(x => x.Id));
    }

    [Test]
    [Except(Database.MariaDb, "its zero has no sign: Math.Truncate(-0.5) is 0 there, and -0 elsewhere, which are equal.")]
    public void A_zero_keeps_its_sign()
    {
        Same(s => s.Orders.Select(o => new { o.Id, A = Math.Floor(o.Id / -2.0), B = Math.Ceiling(o.Id / 2.0), C = Math.Truncate((o.Id - 6) / 4.0) }).Where(x => x.A < 9 && x.C < 9).OrderBy(x => x.Id));
    }

    [Test]
    public void Other_methods()
    {
        Same(s => s.Orders.Select(o => new { o.Id, T = Math.Truncate(o.Total), D = decimal.Truncate(-o.Total), F = decimal.Floor(o.Total), C = decimal.Ceiling(o.Total) }).Where(x => x.T < 1000).OrderBy(x => x.T).ThenBy(x => x.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Where(o => Math.Sign(o.Total) < 1 || o.Id > 3).Select(o => new { A = Math.Sign(o.Total), B = Math.Sign(o.Id - 5), C = Math.Sign(o.Id / 2.0 - 3) }));
        Same(s => s.Orders.OrderBy(o => o.Id).Where(o => Math.Pow(o.Id, 2) > 10).Select(o => new { A = Math.Pow(o.Id, 0.5), B = Math.Sqrt(o.Id) }));
        Same(s => s.Orders.Where(o => Math.Sqrt((double)o.Total) < 5).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => !(Math.Sqrt((double)o.Total) < 5)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => Math.Sqrt((double)o.Total) != 1).OrderBy(o => o.Id));
        Assert.That(() => Db.Orders.Where(o => Math.Round(o.Total, 1, MidpointRounding.ToZero) > 1).ToList(),
            Throws.TypeOf<LinqTranslationException>().With.Message.Contains("ToZero").And.Message.Contains("power of ten"));
    }
}
