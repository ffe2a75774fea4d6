namespace Alchemy.StoreTests;

/// <summary>Invoices and their lines.</summary>
public sealed class SalesQuestions(Database database, Stock stock) : StoreFixture(database, stock)
{
    [Test]
    public void Revenue_by_country_and_month() => Ask(
        s => from i in s.Invoices
             group i by new { i.BillingCountry, i.InvoiceDate.Year, i.InvoiceDate.Month } into g
             orderby g.Key.BillingCountry, g.Key.Year, g.Key.Month
             select new { Country = g.Key.BillingCountry, g.Key.Year, g.Key.Month, Invoices = g.Count(), Revenue = g.Sum(i => i.Total) },
        """
        SELECT BillingCountry, YEAR(InvoiceDate), MONTH(InvoiceDate), COUNT(*), SUM(CENTS(Total)) FROM Invoice
        GROUP BY BillingCountry, YEAR(InvoiceDate), MONTH(InvoiceDate)
        ORDER BY BillingCountry NULLS FIRST, YEAR(InvoiceDate), MONTH(InvoiceDate)
        """,
        r => new { Country = r.TextOrNull(0), Year = r.Int(1), Month = r.Int(2), Invoices = r.Int(3), Revenue = r.Money(4) });

    [Test]
    public void Countries_that_bought_for_more_than_fifty_in_five_invoices_or_more() => Ask(
        s => s.Invoices.GroupBy(i => i.BillingCountry)
            .Where(g => g.Sum(i => i.Total) > 50 && g.Count() >= 5)
            .Select(g => new { Country = g.Key, Revenue = g.Sum(i => i.Total), Customers = g.Select(i => i.CustomerId).Distinct().Count() })
            .OrderByDescending(x => x.Revenue).ThenBy(x => x.Country),
        """
        SELECT BillingCountry, SUM(CENTS(Total)), COUNT(DISTINCT CustomerId) FROM Invoice GROUP BY BillingCountry
        HAVING SUM(CENTS(Total)) > 5000 AND COUNT(*) >= 5 ORDER BY 2 DESC, 1 NULLS FIRST
        """,
        r => new { Country = r.TextOrNull(0), Revenue = r.Money(1), Customers = r.Int(2) });

    [Test]
    public void Invoices_above_the_average_of_their_customer() => Ask(
        s => from i in s.Invoices
             where i.Total > i.Customer.Invoices.Average(x => x.Total)
             orderby i.InvoiceId
             select new { i.InvoiceId, i.Customer.LastName, i.Total },
        """
        SELECT i.InvoiceId, c.LastName, CENTS(i.Total) FROM Invoice i JOIN Customer c ON c.CustomerId = i.CustomerId
        JOIN (SELECT CustomerId, SUM(CENTS(Total)) AS Spent, COUNT(*) AS Invoices FROM Invoice GROUP BY CustomerId) a ON a.CustomerId = i.CustomerId
        WHERE CENTS(i.Total) * a.Invoices > a.Spent ORDER BY i.InvoiceId
        """,
        r => new { InvoiceId = r.Int(0), LastName = r.Text(1), Total = r.Money(2) });

    [Test]
    public void The_second_page_of_the_largest_invoices() => Ask(
        s => s.Invoices.OrderByDescending(i => i.Total).ThenBy(i => i.InvoiceDate).ThenBy(i => i.InvoiceId).Skip(10).Take(10)
            .Select(i => new { i.InvoiceId, i.InvoiceDate, i.Total }),
        "SELECT InvoiceId, InvoiceDate, CENTS(Total) FROM Invoice ORDER BY CENTS(Total) DESC, InvoiceDate, InvoiceId LIMIT 10 OFFSET 10",
        r => new { InvoiceId = r.Int(0), InvoiceDate = r.Date(1), Total = r.Money(2) });

    [Test]
    public void Invoices_whose_total_is_not_the_sum_of_their_lines() => Ask(
        s => from i in s.Invoices
             let sum = i.Lines.Sum(l => l.UnitPrice * l.Quantity)
             where i.Total != sum
             orderby i.InvoiceId
             select new { i.InvoiceId, i.Total, Off = sum - i.Total },
        """
        SELECT i.InvoiceId, CENTS(i.Total), SUM(CENTS(l.UnitPrice) * l.Quantity) - CENTS(i.Total)
        FROM Invoice i LEFT JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId GROUP BY i.InvoiceId, i.Total
        HAVING CENTS(i.Total) <> COALESCE(SUM(CENTS(l.UnitPrice) * l.Quantity), 0) ORDER BY i.InvoiceId
        """,
        r => new { InvoiceId = r.Int(0), Total = r.Money(1), Off = r.Money(2) });

    [Test]
    public void Invoices_of_the_last_month_of_a_year_by_day() => Ask(
        s => from i in s.Invoices
             where i.InvoiceDate >= new DateTime(2023, 12, 1) && i.InvoiceDate < new DateTime(2024, 1, 1)
             orderby i.InvoiceDate descending, i.InvoiceId
             select new { i.InvoiceId, i.InvoiceDate, i.InvoiceDate.Day, i.InvoiceDate.Date },
        """
        SELECT InvoiceId, InvoiceDate FROM Invoice WHERE YEAR(InvoiceDate) = 2023 AND MONTH(InvoiceDate) = 12
        ORDER BY InvoiceDate DESC, InvoiceId
        """,
        r => new { InvoiceId = r.Int(0), InvoiceDate = r.Date(1), r.Date(1).Day, r.Date(1).Date });

    [Test]
    public void Revenue_of_the_halves_of_each_year() => Ask(
        s => from i in s.Invoices
             group i by i.InvoiceDate.Year into g
             orderby g.Key descending
             select new
             {
                 Year = g.Key,
                 First = g.Sum(i => i.InvoiceDate.Month <= 6 ? i.Total : 0),
                 Second = g.Where(i => i.InvoiceDate.Month > 6).Sum(i => i.Total),
                 Abroad = g.Count(i => i.BillingCountry != "USA"),
             },
        """
        SELECT YEAR(InvoiceDate), SUM(CASE WHEN MONTH(InvoiceDate) <= 6 THEN CENTS(Total) ELSE 0 END), SUM(CASE WHEN MONTH(InvoiceDate) > 6 THEN CENTS(Total) ELSE 0 END),
            SUM(CASE WHEN BillingCountry = 'USA' THEN 0 ELSE 1 END)
        FROM Invoice GROUP BY YEAR(InvoiceDate) ORDER BY 1 DESC
        """,
        r => new { Year = r.Int(0), First = r.Money(1), Second = r.Money(2), Abroad = r.Int(3) });

    [Test]
    public void The_usual_the_largest_and_the_smallest_invoice_of_each_country() => Ask(
        s => s.Invoices.GroupBy(i => i.BillingCountry ?? "(unknown)")
            .Select(g => new { Country = g.Key, Usual = g.Average(i => i.Total), Largest = g.Max(i => i.Total), Smallest = g.Min(i => i.Total), Latest = g.Max(i => i.InvoiceDate) })
            .OrderBy(x => x.Country),
        """
        SELECT COALESCE(BillingCountry, '(unknown)'), SUM(CENTS(Total)), COUNT(*), MAX(CENTS(Total)), MIN(CENTS(Total)), MAX(InvoiceDate)
        FROM Invoice GROUP BY COALESCE(BillingCountry, '(unknown)') ORDER BY 1
        """,
        r => new { Country = r.Text(0), Usual = r.Money(1) / r.Int(2), Largest = r.Money(3), Smallest = r.Money(4), Latest = r.Date(5) });

    [Test]
    public void The_ten_best_selling_tracks() => Ask(
        s => (from l in s.InvoiceLines
              group l by new { l.TrackId, l.Track.Name } into g
              orderby g.Sum(l => l.Quantity) descending, g.Sum(l => l.UnitPrice * l.Quantity) descending, g.Key.TrackId
              select new { g.Key.TrackId, g.Key.Name, Sold = g.Sum(l => l.Quantity), Revenue = g.Sum(l => l.UnitPrice * l.Quantity) }).Take(10),
        """
        SELECT t.TrackId, t.Name, SUM(l.Quantity), SUM(CENTS(l.UnitPrice) * l.Quantity)
        FROM InvoiceLine l JOIN Track t ON t.TrackId = l.TrackId GROUP BY t.TrackId, t.Name ORDER BY 3 DESC, 4 DESC, 1 LIMIT 10
        """,
        r => new { TrackId = r.Int(0), Name = r.Text(1), Sold = r.Int(2), Revenue = r.Money(3) });

    [Test]
    public void Albums_sold_to_Germany_and_to_France_but_not_to_Oslo() => Ask(
        s => s.InvoiceLines.Where(l => l.Invoice.BillingCountry == "Germany").Select(l => l.Track.AlbumId)
            .Intersect(s.InvoiceLines.Where(l => l.Invoice.BillingCountry == "France").Select(l => l.Track.AlbumId))
            .Except(s.InvoiceLines.Where(l => l.Invoice.BillingCity == "Oslo").Select(l => l.Track.AlbumId))
            .OrderBy(id => id),
        """
        SELECT DISTINCT t.AlbumId FROM Track t
        WHERE EXISTS (SELECT 1 FROM Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId JOIN Track x ON x.TrackId = l.TrackId
                WHERE i.BillingCountry = 'Germany' AND x.AlbumId IS NOT DISTINCT FROM t.AlbumId)
            AND EXISTS (SELECT 1 FROM Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId JOIN Track x ON x.TrackId = l.TrackId
                WHERE i.BillingCountry = 'France' AND x.AlbumId IS NOT DISTINCT FROM t.AlbumId)
            AND NOT EXISTS (SELECT 1 FROM Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId JOIN Track x ON x.TrackId = l.TrackId
                WHERE i.BillingCity = 'Oslo' AND x.AlbumId IS NOT DISTINCT FROM t.AlbumId)
        ORDER BY t.AlbumId NULLS FIRST
        """,
        r => r.IntOrNull(0));

    [Test]
    public void Cities_that_get_bills_though_no_customer_lives_there_or_customers_without_bills() => Ask(
        s => s.Invoices.Select(i => i.BillingCity).Except(s.Customers.Select(c => c.City))
            .Union(s.Customers.Where(c => !c.Invoices.Any()).Select(c => c.City))
            .OrderBy(city => city),
        """
        SELECT BillingCity FROM Invoice WHERE BillingCity NOT IN (SELECT City FROM Customer WHERE City IS NOT NULL)
        UNION SELECT City FROM Customer WHERE CustomerId NOT IN (SELECT CustomerId FROM Invoice) ORDER BY 1
        """,
        r => r.TextOrNull(0));

    [Test]
    public void What_a_customer_had_spent_by_each_invoice() => Ask(
        s => from i in s.Invoices
             where i.CustomerId <= 6
             orderby i.CustomerId, i.InvoiceDate, i.InvoiceId
             select new
             {
                 i.CustomerId,
                 i.InvoiceId,
                 Spent = i.Customer.Invoices.Where(x => x.InvoiceDate < i.InvoiceDate || x.InvoiceDate == i.InvoiceDate && x.InvoiceId <= i.InvoiceId).Sum(x => x.Total),
             },
        """
        SELECT CustomerId, InvoiceId, SUM(CENTS(Total)) OVER (PARTITION BY CustomerId ORDER BY InvoiceDate, InvoiceId) FROM Invoice
        WHERE CustomerId <= 6 ORDER BY CustomerId, InvoiceDate, InvoiceId
        """,
        r => new { CustomerId = r.Int(0), InvoiceId = r.Int(1), Spent = r.Money(2) });

    [Test]
    public void How_many_customers_spent_how_much() => Ask(
        s => s.Invoices.GroupBy(i => i.CustomerId).Select(g => new { Spent = g.Sum(i => i.Total), Invoices = g.Count() })
            .GroupBy(x => x.Spent >= 40 ? "much" : x.Spent >= 20 ? "some" : "little")
            .Select(g => new { Class = g.Key, Customers = g.Count(), Most = g.Max(x => x.Spent), Invoices = g.Sum(x => x.Invoices) })
            .OrderBy(x => x.Class),
        """
        SELECT CASE WHEN Spent >= 4000 THEN 'much' WHEN Spent >= 2000 THEN 'some' ELSE 'little' END, COUNT(*), MAX(Spent), SUM(Invoices)
        FROM (SELECT SUM(CENTS(Total)) AS Spent, COUNT(*) AS Invoices FROM Invoice GROUP BY CustomerId) c
        GROUP BY CASE WHEN Spent >= 4000 THEN 'much' WHEN Spent >= 2000 THEN 'some' ELSE 'little' END ORDER BY 1
        """,
        r => new { Class = r.Text(0), Customers = r.Int(1), Most = r.Money(2), Invoices = r.Int(3) });

    [Test]
    public void What_was_earned_in_all() => AskValue(
        s => new { Revenue = s.Invoices.Sum(i => i.Total), First = s.Invoices.Min(i => i.InvoiceDate), Last = s.Invoices.Max(i => i.InvoiceDate), Usual = s.InvoiceLines.Average(l => l.Quantity) },
        "SELECT SUM(CENTS(Total)), MIN(InvoiceDate), MAX(InvoiceDate), (SELECT 1.0 * SUM(Quantity) / COUNT(*) FROM InvoiceLine) FROM Invoice",
        r => new { Revenue = r.Money(0), First = r.Date(1), Last = r.Date(2), Usual = r.Number(3) });

    [Test]
    public void The_dearest_invoice_and_its_customer() => AskValue(
        s => s.Invoices.OrderByDescending(i => i.Total).ThenByDescending(i => i.InvoiceId).Select(i => new { i.InvoiceId, Name = i.Customer.FirstName + " " + i.Customer.LastName }).First(),
        """
        SELECT i.InvoiceId, c.FirstName || ' ' || c.LastName FROM Invoice i JOIN Customer c ON c.CustomerId = i.CustomerId
        ORDER BY CENTS(i.Total) DESC, i.InvoiceId DESC LIMIT 1
        """,
        r => new { InvoiceId = r.Int(0), Name = r.Text(1) });

    [Test]
    public void Lines_that_cost_something_other_than_the_track_or_are_for_several() => Ask(
        s => from l in s.InvoiceLines
             join t in s.Tracks on new { l.TrackId, Price = l.UnitPrice } equals new { t.TrackId, Price = t.UnitPrice } into same
             from t in same.DefaultIfEmpty()
             where t == null || l.Quantity > 1 || t.UnitPrice >= 1.5m
             orderby l.InvoiceLineId
             select new { l.InvoiceLineId, l.Quantity, Cost = l.UnitPrice * l.Quantity },
        """
        SELECT l.InvoiceLineId, l.Quantity, CENTS(l.UnitPrice) * l.Quantity FROM InvoiceLine l JOIN Track t ON t.TrackId = l.TrackId
        WHERE CENTS(l.UnitPrice) <> CENTS(t.UnitPrice) OR l.Quantity > 1 OR CENTS(t.UnitPrice) >= 150 ORDER BY l.InvoiceLineId
        """,
        r => new { InvoiceLineId = r.Int(0), Quantity = r.Int(1), Cost = r.Money(2) });
}
