using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>Dates and times: what the database computes is what C# does.</summary>
public sealed class DateTests(Database database) : QueryFixture(database)
{
    [Test]
    public void Times_are_shifted()
    {
        var (n, span) = (-1, new TimeSpan(1, 2, 3, 4, 5));
        // The second Where makes the database compute it.
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, A = o.PlacedAt.AddDays(1.5), B = o.PlacedAt.AddHours(o.Id), C = o.PlacedAt.AddMinutes(-0.25), D = o.PlacedAt.AddMonths(n), E = o.PlacedAt.AddYears(n + 3) }).Where(x => x.A > x.D && x.B < x.E && x.C != x.A));
        Same(s => s.Orders.OrderBy(o => o.PlacedAt.AddSeconds(-3 * o.Id).AddMilliseconds(7)).ThenBy(o => o.Id).Select(o => o.PlacedAt.AddSeconds(-3 * o.Id).AddMilliseconds(7)).Where(t => t > new DateTime(2026, 2, 1)));
        for (n = 0; n < 14; n++)
        {
            Same(s => s.Orders.Where(o => o.PlacedAt.AddDays(30 - o.PlacedAt.Day).AddMonths(n).Day > 29).OrderBy(o => o.Id));
            Same(s => s.Orders.Where(o => new DateTime(2024, 2, 20).AddDays(o.Id - 3).AddYears(n).Month == 3).OrderBy(o => o.Id));
        }

        Same(s => s.Orders.Where(o => o.PlacedAt + span > new DateTime(2026, 3, 4) && o.PlacedAt - span < new DateTime(2026, 5, 5)).OrderBy(o => o.Id).Select(o => new { A = o.PlacedAt.Add(span), B = o.PlacedAt.Subtract(span) }));
        Same(s => s.Orders.GroupBy(o => o.PlacedAt.AddDays(-10).Date).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { o.Id, A = o.PlacedAt.AddSeconds(-0.000001), B = o.PlacedAt.AddDays(-4000.03125 * o.Id), C = o.PlacedAt.AddTicks(-10), D = o.PlacedAt.AddMilliseconds(-1.5), E = o.PlacedAt.AddHours(1000001.25) }).Where(x => x.A < x.E && x.C > x.B && x.D != x.B));
        Same(s => s.Orders.Where(o => o.PlacedAt.AddTicks(TimeSpan.TicksPerDay) == new DateTime(2026, 1, 2)).OrderBy(o => o.Id));
        Same(s => s.Orders.Where(o => o.PlacedAt.AddDays(1) == o.PlacedAt.Date.AddHours(24)).OrderBy(o => o.Id));
    }

    [Test]
    public void A_tick_that_the_database_has_not_is_cut_off()
    {
        var exact = Database is Database.Sqlite;
        var cut = Db.Orders.Where(o => o.Id == 1).Select(o => new { At = o.PlacedAt, Later = o.PlacedAt.AddTicks(19), Earlier = o.PlacedAt.AddTicks(-1) }).Where(x => x.Later > x.Earlier).Single();
        Assert.That((cut.Later - cut.At).Ticks, Is.EqualTo(exact ? 19 : 10));
        Assert.That((cut.Earlier - cut.At).Ticks, Is.EqualTo(exact ? -1 : -10), "to the moment before");
    }

    [Test]
    public void A_moment_beyond_the_last_year_is_no_other_moment()
    {
        var shifted = Db.Orders.Where(o => o.Id == 1).Select(o => new { A = o.PlacedAt.AddYears(9000), o.Id });
        Assert.That(() => shifted.ToList(), Throws.InstanceOf<AlchemyException>(), "NULL to MariaDB, and later than a DateTime reaches to PostgreSQL");
        Assert.That(() => shifted.Select(x => new { x.Id, Before = x.A < new DateTime(2026, 1, 1) }).Where(x => x.Before).ToList(), Database is Database.Sqlite ? Throws.InstanceOf<AlchemyException>() : Is.Empty);
    }

    [Test]
    public void Times_are_subtracted()
    {
        var (at, days) = (new DateTime(2026, 3, 3, 7, 30, 15), TimeSpan.FromDays(10));
        Same(s => s.Orders.OrderBy(o => o.Id).Where(o => (o.PlacedAt - at).TotalDays > -40).Select(o => new { A = (o.PlacedAt - at).TotalDays, B = (at - o.PlacedAt).TotalHours, C = (at - o.PlacedAt).Days, D = (o.PlacedAt - at).Hours, E = (o.PlacedAt - at).Minutes, F = (o.PlacedAt - at).Seconds, G = (o.PlacedAt - at).TotalMinutes, H = (o.PlacedAt - at).TotalSeconds, I = o.PlacedAt.Subtract(at).TotalMilliseconds, J = o.PlacedAt - at }));
        Same(s => s.Orders.OrderBy(o => o.PlacedAt - at).ThenBy(o => o.Id).Where(o => o.PlacedAt - at > days || at - o.PlacedAt >= days).Select(o => o.Id));
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { D = o.PlacedAt - at, o.Id }).Take(9).Where(x => x.D < days).Select(x => x.D));
        Same(s => s.Orders.OrderBy(o => o.Id).Where(o => o.PlacedAt.AddHours(o.Id).TimeOfDay > TimeSpan.FromHours(4)).Select(o => new { o.PlacedAt.AddHours(o.Id).TimeOfDay, o.PlacedAt.Ticks }));
        SameValue(s => s.Orders.Max(o => o.PlacedAt - at));
        SameValue(s => s.Orders.Average(o => (o.PlacedAt - at).TotalDays));
        SameValue(s => s.Customers.OrderBy(c => c.Id).Select(c => c.Orders.Max(o => (TimeSpan?)(o.PlacedAt - at))).ToList());
        Same(s => s.Orders.OrderBy(o => o.Id).Select(o => o.Id > 3 ? o.PlacedAt - at : TimeSpan.Zero).Where(t => t != days));
    }

    [Test]
    public void Dates()
    {
        var n = 1;
        var day = new DateOnly(2026, 2, 28);
        Same(s => s.Orders.Select(o => new { o.Id, D = DateOnly.FromDateTime(o.PlacedAt) }).Where(x => x.D > new DateOnly(2026, 2, 3)).OrderBy(x => x.D).ThenBy(x => x.Id));
        for (; n < 14; n++)
        {
            Same(s => s.Orders.OrderBy(o => o.Id).Select(o => new { A = DateOnly.FromDateTime(o.PlacedAt).AddDays(30 * n), B = DateOnly.FromDateTime(o.PlacedAt).AddMonths(-n), C = DateOnly.FromDateTime(o.PlacedAt).AddYears(n) }).Where(x => x.A > x.B && x.C != day));
        }

        Same(s => s.Orders.Where(o => DateOnly.FromDateTime(o.PlacedAt).DayNumber - day.DayNumber > 5).OrderBy(o => o.Id).Select(o => DateOnly.FromDateTime(o.PlacedAt).DayNumber));
        Same(s => s.Orders.Where(o => DateOnly.FromDateTime(o.PlacedAt).Year == 2026 && DateOnly.FromDateTime(o.PlacedAt).DayOfWeek == DayOfWeek.Sunday).OrderBy(o => o.Id));
        Same(s => s.Orders.GroupBy(o => new DateTime(o.PlacedAt.Year, o.PlacedAt.Month, 1)).Select(g => new { g.Key, N = g.Count() }).OrderBy(x => x.Key));
        Same(s => s.Orders.Select(o => new { o.Id, M = new DateTime(o.PlacedAt.Year, o.PlacedAt.Month, n, 3, 4, 5), D = new DateOnly(2026, o.PlacedAt.Month, 1) }).OrderBy(x => x.M).ThenBy(x => x.Id).Take(8).Where(x => x.M > new DateTime(2026, 2, 1) && x.D < day.AddMonths(3)));
        Same(s => s.Orders.Where(o => o.PlacedAt >= new DateTime(2026, n - 10, 1)).OrderBy(o => o.Id));
    }

    [Test]
    public void The_clock_is_read_once_an_execution()
    {
        Assert.That(Db.Orders.Count(o => o.PlacedAt < DateTime.UtcNow && o.PlacedAt < DateTime.Now && o.PlacedAt < DateTime.Today.AddYears(100)), Is.EqualTo(Orders.Count(o => o.PlacedAt < DateTime.UtcNow)));
        var seen = Db.Orders.OrderBy(o => o.Id).Select(o => new { A = DateTime.UtcNow, B = DateTime.UtcNow.AddDays(1) }).ToList();
        Assert.That(seen.Select(x => x.A).Distinct().Count(), Is.EqualTo(1));
        Assert.That(seen[0].B - seen[0].A, Is.EqualTo(TimeSpan.FromDays(1)));
        Assert.That(Db.Orders.Select(o => DateTime.UtcNow).First(), Is.GreaterThan(seen[0].A));
        Assert.That(() => Db.Orders.Where(o => o.PlacedAt.IsDaylightSavingTime()).ToList(), Throws.TypeOf<LinqTranslationException>());
        Assert.That(() => Db.Orders.Where(o => (o.PlacedAt - DateTime.Now).Duration() > TimeSpan.Zero).ToList(), Throws.TypeOf<LinqTranslationException>());
    }
}
