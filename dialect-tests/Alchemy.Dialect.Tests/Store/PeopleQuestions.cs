namespace Alchemy.StoreTests;

/// <summary>Customers, employees, and what they have to do with each other.</summary>
public sealed class PeopleQuestions(Database database, Stock stock) : StoreFixture(database, stock)
{
    [Test]
    public void Employees_and_their_reports() => AskNested(
        s => from e in s.Employees
             orderby e.EmployeeId
             select new { e.EmployeeId, Reports = e.Reports.OrderBy(r => r.LastName).ThenBy(r => r.EmployeeId).Select(r => new { r.LastName, Customers = r.Customers.Count }).ToList() },
        """
        SELECT e.EmployeeId, r.LastName, (SELECT COUNT(*) FROM Customer c WHERE c.SupportRepId = r.EmployeeId)
        FROM Employee e LEFT JOIN Employee r ON r.ReportsTo = e.EmployeeId ORDER BY e.EmployeeId, r.LastName, r.EmployeeId
        """,
        rows => rows.GroupBy(r => r.Int(0)).Select(g => new
        {
            EmployeeId = g.Key, Reports = g.Where(r => r.TextOrNull(1) is not null).Select(r => new { LastName = r.Text(1), Customers = r.Int(2) }).ToList(),
        }));

    [Test]
    public void Employees_with_the_managers_above_them() => Ask(
        s => from e in s.Employees
             orderby e.Manager == null ? "" : e.Manager.LastName, e.EmployeeId
             select new
             {
                 e.LastName,
                 Manager = e.Manager != null ? e.Manager.LastName : null,
                 Top = e.Manager != null && e.Manager.Manager != null ? e.Manager.Manager.LastName : "-",
                 Longer = e.Manager != null && e.HireDate < e.Manager.HireDate,
             },
        """
        SELECT e.LastName, m.LastName, COALESCE(t.LastName, '-'), CASE WHEN e.HireDate < m.HireDate THEN 1 ELSE 0 END
        FROM Employee e LEFT JOIN Employee m ON m.EmployeeId = e.ReportsTo LEFT JOIN Employee t ON t.EmployeeId = m.ReportsTo
        ORDER BY COALESCE(m.LastName, ''), e.EmployeeId
        """,
        r => new { LastName = r.Text(0), Manager = r.TextOrNull(1), Top = r.Text(2), Longer = r.Flag(3) });

    [Test]
    public void Customers_without_invoices() => Ask(
        s => from c in s.Customers
             join i in s.Invoices on c.CustomerId equals i.CustomerId into invoices
             where !invoices.Any()
             orderby c.LastName, c.CustomerId
             select new { c.CustomerId, c.Email },
        "SELECT c.CustomerId, c.Email FROM Customer c WHERE NOT EXISTS (SELECT 1 FROM Invoice i WHERE i.CustomerId = c.CustomerId) ORDER BY c.LastName, c.CustomerId",
        r => new { CustomerId = r.Int(0), Email = r.Text(1) });

    [Test]
    public void The_ten_best_customers_and_how_many_spent_more() => Ask(
        s => s.Customers
            .Select(c => new { c.CustomerId, Name = $"{c.FirstName} {c.LastName}", Spent = c.Invoices.Sum(i => i.Total) })
            .OrderByDescending(x => x.Spent).ThenBy(x => x.CustomerId)
            .Take(10)
            .Select(x => new { x.Name, x.Spent, Above = s.Customers.Count(o => o.Invoices.Sum(i => i.Total) > x.Spent) }),
        """
        WITH Spending AS (SELECT c.CustomerId, c.FirstName || ' ' || c.LastName AS Name, COALESCE(SUM(CENTS(i.Total)), 0) AS Spent
            FROM Customer c LEFT JOIN Invoice i ON i.CustomerId = c.CustomerId GROUP BY c.CustomerId, c.FirstName, c.LastName)
        SELECT Name, Spent, RANK() OVER (ORDER BY Spent DESC) - 1 FROM Spending ORDER BY Spent DESC, CustomerId LIMIT 10
        """,
        r => new { Name = r.Text(0), Spent = r.Money(1), Above = r.Int(2) });

    [Test]
    public void Customers_by_the_domain_of_their_mail() => Ask(
        s => from c in s.Customers
             group c by c.Email.Substring(c.Email.IndexOf("@") + 1).ToLower() into g
             orderby g.Count() descending, g.Key
             select new { Domain = g.Key, Customers = g.Count(), Companies = g.Count(c => c.Company != null), Countries = g.Select(c => c.Country).Where(x => x != null).Distinct().Count() },
        """
        SELECT Domain, COUNT(*), COUNT(Company), COUNT(DISTINCT Country)
        FROM (SELECT LOWER(REPLACE(Email, SUBSTR(Email, 1, LENGTH(RTRIM(Email, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_'))), '')) AS Domain, Company, Country FROM Customer) d
        GROUP BY Domain ORDER BY 2 DESC, 1
        """,
        r => new { Domain = r.Text(0), Customers = r.Int(1), Companies = r.Int(2), Countries = r.Int(3) });

    [Test]
    public void To_whom_letters_go() => Ask(
        s => from c in s.Customers
             where c.State != "CA" && !(c.Country == "Brazil")
             orderby c.Company ?? c.LastName, c.CustomerId
             select new { To = c.Company ?? c.FirstName + " " + c.LastName, c.State, Place = c.PostalCode + " " + c.City, Empty = string.IsNullOrEmpty(c.State) },
        """
        SELECT COALESCE(Company, FirstName || ' ' || LastName), State, COALESCE(PostalCode, '') || ' ' || COALESCE(City, ''), CASE WHEN COALESCE(State, '') = '' THEN 1 ELSE 0 END
        FROM Customer WHERE COALESCE(State, '-') <> 'CA' AND COALESCE(Country, '-') <> 'Brazil' ORDER BY COALESCE(Company, LastName), CustomerId
        """,
        r => new { To = r.Text(0), State = r.TextOrNull(1), Place = r.Text(2), Empty = r.Flag(3) });

    [Test]
    public void Customers_who_bought_of_seven_genres_or_more() => Ask(
        s => from c in s.Customers
             let genres = c.Invoices.SelectMany(i => i.Lines).Select(l => l.Track.GenreId).Distinct().Count(g => g != null)
             where genres >= 7
             orderby genres descending, c.CustomerId
             select new { c.CustomerId, genres },
        """
        SELECT i.CustomerId, COUNT(DISTINCT t.GenreId) FROM Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId JOIN Track t ON t.TrackId = l.TrackId
        GROUP BY i.CustomerId HAVING COUNT(DISTINCT t.GenreId) >= 7 ORDER BY 2 DESC, 1
        """,
        r => new { CustomerId = r.Int(0), genres = r.Int(1) });

    [Test]
    public void What_each_agent_sold_in_each_year() => Ask(
        s => from e in s.Employees
             from c in e.Customers
             from i in c.Invoices
             group i by new { e.EmployeeId, e.LastName, i.InvoiceDate.Year } into g
             orderby g.Key.EmployeeId, g.Key.Year
             select new { g.Key.LastName, g.Key.Year, Sold = g.Sum(i => i.Total), Customers = g.Select(i => i.CustomerId).Distinct().Count() },
        """
        SELECT e.LastName, YEAR(i.InvoiceDate), SUM(CENTS(i.Total)), COUNT(DISTINCT c.CustomerId)
        FROM Employee e JOIN Customer c ON c.SupportRepId = e.EmployeeId JOIN Invoice i ON i.CustomerId = c.CustomerId
        GROUP BY e.EmployeeId, e.LastName, YEAR(i.InvoiceDate) ORDER BY e.EmployeeId, 2
        """,
        r => new { LastName = r.Text(0), Year = r.Int(1), Sold = r.Money(2), Customers = r.Int(3) });

    [Test]
    public void Cities_of_customers_and_of_employees() => Ask(
        s => s.Customers.Select(c => new { c.City, c.Country }).Union(s.Employees.Select(e => new { e.City, e.Country })).OrderBy(x => x.Country).ThenBy(x => x.City),
        "SELECT City, Country FROM Customer UNION SELECT City, Country FROM Employee ORDER BY Country NULLS FIRST, City NULLS FIRST",
        r => new { City = r.TextOrNull(0), Country = r.TextOrNull(1) });

    [Test]
    public void Customers_in_the_country_of_their_agent() => Ask(
        s => s.Customers.Join(s.Employees, c => new { Id = c.SupportRepId, c.Country }, e => new { Id = (int?)e.EmployeeId, e.Country }, (c, e) => new { c.CustomerId, Agent = e.LastName })
            .OrderBy(x => x.Agent).ThenByDescending(x => x.CustomerId),
        """
        SELECT c.CustomerId, e.LastName FROM Customer c JOIN Employee e ON e.EmployeeId = c.SupportRepId AND e.Country IS NOT DISTINCT FROM c.Country
        ORDER BY e.LastName, c.CustomerId DESC
        """,
        r => new { CustomerId = r.Int(0), Agent = r.Text(1) });

    [Test]
    public void Customers_by_their_last_purchase() => Ask(
        s => from c in s.Customers
             let last = c.Invoices.Max(i => (DateTime?)i.InvoiceDate)
             orderby last, c.CustomerId
             select new { c.CustomerId, Last = last, Year = last == null ? 0 : last.Value.Year, Lost = last == null || last < new DateTime(2025, 1, 1), First = c.Invoices.OrderBy(i => i.InvoiceDate).ThenBy(i => i.InvoiceId).Select(i => (decimal?)i.Total).FirstOrDefault() },
        """
        SELECT c.CustomerId, l.Last, (SELECT CENTS(i.Total) FROM Invoice i WHERE i.CustomerId = c.CustomerId ORDER BY i.InvoiceDate, i.InvoiceId LIMIT 1)
        FROM Customer c LEFT JOIN (SELECT CustomerId, MAX(InvoiceDate) AS Last FROM Invoice GROUP BY CustomerId) l ON l.CustomerId = c.CustomerId
        ORDER BY l.Last NULLS FIRST, c.CustomerId
        """,
        r => new
        {
            CustomerId = r.Int(0), Last = r.DateOrNull(1), Year = r.DateOrNull(1)?.Year ?? 0, Lost = !(r.DateOrNull(1) >= new DateTime(2025, 1, 1)),
            First = r.IntOrNull(2) is null ? null : (decimal?)r.Money(2),
        });

    [Test]
    public void The_favourite_genre_of_each_customer() => Ask(
        s => from c in s.Customers
             orderby c.CustomerId
             select new
             {
                 c.CustomerId,
                 Genre = c.Invoices.SelectMany(i => i.Lines).Where(l => l.Track.GenreId != null).GroupBy(l => l.Track.GenreId)
                     .OrderByDescending(g => g.Sum(l => l.Quantity)).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault(),
             },
        """
        WITH Bought AS (SELECT i.CustomerId, t.GenreId, SUM(l.Quantity) AS Quantity FROM Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId
                JOIN Track t ON t.TrackId = l.TrackId WHERE t.GenreId IS NOT NULL GROUP BY i.CustomerId, t.GenreId),
            Ranked AS (SELECT Bought.*, ROW_NUMBER() OVER (PARTITION BY CustomerId ORDER BY Quantity DESC, GenreId) AS Place FROM Bought)
        SELECT c.CustomerId, r.GenreId FROM Customer c LEFT JOIN Ranked r ON r.CustomerId = c.CustomerId AND r.Place = 1 ORDER BY c.CustomerId
        """,
        r => new { CustomerId = r.Int(0), Genre = r.IntOrNull(1) });

    [Test]
    public void Customers_who_bought_every_kind_of_file_that_sells() => Ask(
        s => from c in s.Customers
             where s.MediaTypes.Where(m => m.Tracks.Any(t => t.UnitPrice < 1 && t.InvoiceLines.Count > 2))
                 .All(m => c.Invoices.SelectMany(i => i.Lines).Any(l => l.Track.MediaTypeId == m.MediaTypeId))
             orderby c.CustomerId
             select new { c.CustomerId, Initials = c.FirstName.Substring(0, 1) + c.LastName.Substring(0, 1) },
        """
        SELECT c.CustomerId, SUBSTR(c.FirstName, 1, 1) || SUBSTR(c.LastName, 1, 1) FROM Customer c WHERE NOT EXISTS (
            SELECT t.MediaTypeId FROM Track t JOIN InvoiceLine l ON l.TrackId = t.TrackId WHERE CENTS(t.UnitPrice) < 100 GROUP BY t.TrackId, t.MediaTypeId HAVING COUNT(*) > 2
            EXCEPT SELECT t.MediaTypeId FROM Invoice i JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId JOIN Track t ON t.TrackId = l.TrackId WHERE i.CustomerId = c.CustomerId)
        ORDER BY c.CustomerId
        """,
        r => new { CustomerId = r.Int(0), Initials = r.Text(1) });

    [Test]
    public void Who_has_nobody_above() => AskValue(
        s => s.Employees.Where(e => e.ReportsTo == null).Select(e => new Person { Name = e.FirstName, Reports = e.Reports.Count }).Single(),
        "SELECT e.FirstName, (SELECT COUNT(*) FROM Employee r WHERE r.ReportsTo = e.EmployeeId) FROM Employee e WHERE e.ReportsTo IS NULL",
        r => new Person { Name = r.Text(0), Reports = r.Int(1) });

    [Test]
    public void What_is_known_of_all_customers() => AskValue(
        s => new
        {
            AllHaveMail = s.Customers.All(c => c.Email.Contains("@")),
            AnyAbroad = s.Customers.Any(c => c.Country != "USA"),
            Brazil = s.Customers.Select(c => c.Country).Contains("Brazil"),
            Companies = s.Customers.Count(c => c.Company != null),
            Usual = s.Customers.Average(c => c.Invoices.Count),
            MostInvoices = s.Customers.Max(c => c.Invoices.Count),
            LastName = s.Customers.OrderBy(c => c.LastName).ThenBy(c => c.CustomerId).Last().LastName,
            Nobody = s.Customers.SingleOrDefault(c => c.CustomerId < 0)?.LastName,
        },
        """
        SELECT CASE WHEN MIN(CASE WHEN Email LIKE '%@%' THEN 1 ELSE 0 END) = 1 THEN 1 ELSE 0 END, MAX(CASE WHEN Country = 'USA' THEN 0 ELSE 1 END),
            MAX(CASE WHEN Country = 'Brazil' THEN 1 ELSE 0 END), COUNT(Company), 1.0 * (SELECT COUNT(*) FROM Invoice) / COUNT(*),
            (SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM Invoice GROUP BY CustomerId) x), MAX(LastName)
        FROM Customer
        """,
        r => new
        {
            AllHaveMail = r.Flag(0), AnyAbroad = r.Flag(1), Brazil = r.Flag(2), Companies = r.Int(3), Usual = r.Number(4), MostInvoices = r.Int(5), LastName = r.Text(6), Nobody = (string?)null,
        });

    private sealed class Person
    {
        public string Name { get; set; } = "";

        public int Reports { get; set; }
    }
}
