namespace Alchemy.StoreTests;

/// <summary>What the shop asks about its sales.</summary>
public sealed class SalesQuestions(StoreSource source) : StoreFixture(source)
{
    [Test]
    public void Revenue_by_country() => Ask(
        s => from i in s.Invoices
             group i by i.BillingCountry into g
             orderby g.Sum(i => i.Total) descending, g.Key
             select new { Country = g.Key, Revenue = g.Sum(i => i.Total), Invoices = g.Count() },
        """
        SELECT billing_country, ROUND(SUM(CAST(total AS NUMERIC)), 2), COUNT(*) FROM invoice
        GROUP BY billing_country ORDER BY ROUND(SUM(CAST(total AS NUMERIC)), 2) DESC, billing_country
        """);

    [Test]
    public void Revenue_by_month() => Ask(
        s => s.Invoices.GroupBy(i => new { i.InvoiceDate.Year, i.InvoiceDate.Month }).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Month)
            .Select(g => new { g.Key.Year, g.Key.Month, Revenue = g.Sum(i => i.Total) }),
        """
        SELECT YEAR(invoice_date), MONTH(invoice_date), ROUND(SUM(CAST(total AS NUMERIC)), 2) FROM invoice
        GROUP BY YEAR(invoice_date), MONTH(invoice_date) ORDER BY 1, 2
        """);

    [Test]
    public void Revenue_by_country_and_month_where_it_was_more_than_ten() => Ask(
        s => from i in s.Invoices
             group i by new { i.BillingCountry, i.InvoiceDate.Year, i.InvoiceDate.Month } into g
             where g.Sum(i => i.Total) > 10
             orderby g.Key.BillingCountry, g.Key.Year, g.Key.Month
             select new { g.Key.BillingCountry, g.Key.Year, g.Key.Month, Revenue = g.Sum(i => i.Total), Largest = g.Max(i => i.Total) },
        """
        SELECT billing_country, YEAR(invoice_date), MONTH(invoice_date), ROUND(SUM(CAST(total AS NUMERIC)), 2), MAX(CAST(total AS NUMERIC)) FROM invoice
        GROUP BY billing_country, YEAR(invoice_date), MONTH(invoice_date) HAVING ROUND(SUM(CAST(total AS NUMERIC)), 2) > 10 ORDER BY 1, 2, 3
        """);

    [Test]
    public void The_ten_artists_of_whom_most_seconds_were_sold() => Ask(
        s => (from l in s.InvoiceLines
              where l.Track.Album != null
              group l by new { l.Track.Album!.Artist.ArtistId, l.Track.Album.Artist.Name } into g
              orderby g.Sum(l => (long)l.Quantity * l.Track.Milliseconds) descending, g.Key.ArtistId
              select new { g.Key.Name, Seconds = g.Sum(l => (long)l.Quantity * l.Track.Milliseconds) / 1000 }).Where(a => a.Seconds > 0).Take(10),
        """
        SELECT ar.name, SUM(l.quantity * t.milliseconds) / 1000 FROM invoice_line l
        JOIN track t ON t.track_id = l.track_id JOIN album al ON al.album_id = t.album_id JOIN artist ar ON ar.artist_id = al.artist_id
        GROUP BY ar.artist_id, ar.name ORDER BY SUM(l.quantity * t.milliseconds) DESC, ar.artist_id LIMIT 10
        """);

    [Test]
    public void Customers_without_invoices() => Ask(
        s => s.Customers.Where(c => !c.Invoices.Any()).OrderBy(c => c.CustomerId).Select(c => new { c.CustomerId, c.LastName }),
        "SELECT c.customer_id, c.last_name FROM customer c LEFT JOIN invoice i ON i.customer_id = c.customer_id WHERE i.invoice_id IS NULL ORDER BY 1",
        mayBeEmpty: true);

    [Test]
    public void Invoices_above_their_customers_average() => Ask(
        s => from i in s.Invoices
             where i.Total > i.Customer.Invoices.Average(o => o.Total)
             orderby i.InvoiceId
             select new { i.InvoiceId, i.Customer.LastName, i.Total },
        """
        SELECT i.invoice_id, c.last_name, i.total FROM invoice i JOIN customer c ON c.customer_id = i.customer_id
        WHERE CAST(i.total AS NUMERIC) > (SELECT AVG(CAST(o.total AS NUMERIC)) + 0.000001 FROM invoice o WHERE o.customer_id = i.customer_id) ORDER BY 1
        """);

    [Test]
    public void The_largest_invoice_of_each_customer() => Ask(
        s => from c in s.Customers
             where c.Invoices.Any()
             orderby c.CustomerId
             select new { c.CustomerId, Invoice = c.Invoices.OrderByDescending(i => i.Total).ThenBy(i => i.InvoiceId).First().InvoiceId, Total = c.Invoices.Max(i => i.Total) },
        """
        SELECT customer_id, invoice_id, total FROM
        (SELECT i.*, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY CAST(total AS NUMERIC) DESC, invoice_id) AS place FROM invoice i) ranked WHERE place = 1 ORDER BY 1
        """);

    [Test]
    public void Invoices_whose_lines_do_not_add_up() => Ask(
        s => s.Invoices.Where(i => i.Total != i.Lines.Sum(l => l.UnitPrice * l.Quantity)).OrderBy(i => i.InvoiceId).Select(i => new { i.InvoiceId, Difference = i.Total - i.Lines.Sum(l => l.UnitPrice * l.Quantity) }),
        """
        SELECT i.invoice_id, ROUND(MIN(CAST(i.total AS NUMERIC)) - SUM(CAST(l.unit_price AS NUMERIC) * l.quantity), 2) FROM invoice i JOIN invoice_line l ON l.invoice_id = i.invoice_id
        GROUP BY i.invoice_id HAVING ROUND(MIN(CAST(i.total AS NUMERIC)) - SUM(CAST(l.unit_price AS NUMERIC) * l.quantity), 2) <> 0 ORDER BY 1
        """,
        mayBeEmpty: true);

    [Test]
    public void Customers_who_spent_more_than_the_average_customer() => Ask(
        s => s.Customers.Where(c => c.Invoices.Sum(i => i.Total) > s.Invoices.Sum(i => i.Total) / s.Customers.Count()).OrderBy(c => c.CustomerId)
            .Select(c => new { c.CustomerId, Spent = c.Invoices.Sum(i => i.Total) }),
        """
        SELECT c.customer_id, ROUND(SUM(CAST(i.total AS NUMERIC)), 2) FROM customer c JOIN invoice i ON i.customer_id = c.customer_id GROUP BY c.customer_id
        HAVING SUM(CAST(i.total AS NUMERIC)) > (SELECT SUM(CAST(total AS NUMERIC)) FROM invoice) / (SELECT COUNT(*) FROM customer) ORDER BY 1
        """);

    [Test]
    public void The_best_customer_of_each_country() => Ask(
        s => from c in s.Customers
             let spent = c.Invoices.Sum(i => i.Total)
             where !s.Customers.Any(o => o.Country == c.Country && (o.Invoices.Sum(i => i.Total) > spent || o.Invoices.Sum(i => i.Total) == spent && o.CustomerId < c.CustomerId))
             orderby c.Country
             select new { c.Country, c.LastName, Spent = spent },
        """
        SELECT country, last_name, spent FROM (
          SELECT c.country, c.last_name, COALESCE(ROUND(SUM(CAST(i.total AS NUMERIC)), 2), 0) AS spent,
                 ROW_NUMBER() OVER (PARTITION BY c.country ORDER BY COALESCE(ROUND(SUM(CAST(i.total AS NUMERIC)), 2), 0) DESC, c.customer_id) AS place
          FROM customer c LEFT JOIN invoice i ON i.customer_id = c.customer_id GROUP BY c.customer_id, c.country, c.last_name) ranked
        WHERE place = 1 ORDER BY 1
        """);

    [Test]
    public void Sales_of_each_agent() => Ask(
        s => s.Employees.Where(e => e.Customers.Any()).OrderBy(e => e.EmployeeId)
            .Select(e => new { e.LastName, Customers = e.Customers.Count, Sales = e.Customers.SelectMany(c => c.Invoices).Sum(i => i.Total) }),
        """
        SELECT e.last_name, COUNT(DISTINCT c.customer_id), COALESCE(ROUND(SUM(CAST(i.total AS NUMERIC)), 2), 0) FROM employee e
        JOIN customer c ON c.support_rep_id = e.employee_id LEFT JOIN invoice i ON i.customer_id = c.customer_id GROUP BY e.employee_id, e.last_name ORDER BY e.employee_id
        """);

    [Test]
    public void Customers_who_came_back_in_another_year() => Ask(
        s => s.Customers.Where(c => c.Invoices.Select(i => i.InvoiceDate.Year).Distinct().Count() > 1).OrderBy(c => c.CustomerId)
            .Select(c => new { c.CustomerId, First = c.Invoices.Min(i => i.InvoiceDate), Last = c.Invoices.Max(i => i.InvoiceDate) }),
        """
        SELECT customer_id, MIN(invoice_date), MAX(invoice_date) FROM invoice GROUP BY customer_id HAVING COUNT(DISTINCT YEAR(invoice_date)) > 1 ORDER BY 1
        """);

    [Test]
    public void Invoices_of_a_month_with_their_size() => Ask(
        s =>
        {
            var (from, to) = (new DateTime(2022, 3, 1), new DateTime(2022, 4, 1));
            return s.Invoices.Where(i => i.InvoiceDate >= from && i.InvoiceDate < to).OrderBy(i => i.InvoiceDate).ThenBy(i => i.InvoiceId)
                .Select(i => new { i.InvoiceDate, Size = i.Total > 8 ? "large" : i.Total > 3 ? "middle" : "small", Lines = i.Lines.Count });
        },
        """
        SELECT invoice_date, CASE WHEN CAST(total AS NUMERIC) > 8 THEN 'large' WHEN CAST(total AS NUMERIC) > 3 THEN 'middle' ELSE 'small' END,
               (SELECT COUNT(*) FROM invoice_line l WHERE l.invoice_id = invoice.invoice_id)
        FROM invoice WHERE YEAR(invoice_date) = 2022 AND MONTH(invoice_date) = 3 ORDER BY invoice_date, invoice_id
        """);

    [Test]
    public void The_average_number_of_lines() => AskOne(
        s => s.Invoices.Average(i => i.Lines.Count),
        "SELECT AVG(n) FROM (SELECT COUNT(l.invoice_line_id) * 1.0 AS n FROM invoice i LEFT JOIN invoice_line l ON l.invoice_id = i.invoice_id GROUP BY i.invoice_id) counts");
}
