namespace Alchemy.StoreTests;

/// <summary>What the shop asks about the people in it.</summary>
public sealed class PeopleQuestions(StoreSource source) : StoreFixture(source)
{
    [Test]
    public void Employees_and_their_reports() => Ask(
        s => from e in s.Employees
             from r in e.Reports.DefaultIfEmpty()
             orderby e.EmployeeId, r == null ? 0 : r.EmployeeId
             select new { Manager = e.LastName, Report = r == null ? null : r.LastName },
        "SELECT e.last_name, r.last_name FROM employee e LEFT JOIN employee r ON r.reports_to = e.employee_id ORDER BY e.employee_id, COALESCE(r.employee_id, 0)");

    [Test]
    public void Employees_and_their_reports_as_lists() => Ask(
        s => s.Employees.OrderBy(e => e.EmployeeId).Select(e => new { e.LastName, Reports = e.Reports.OrderBy(r => r.EmployeeId).Select(r => r.LastName).ToList() }).AsEnumerable()
            .SelectMany(e => e.Reports.Select(r => new { e.LastName, Report = r })),
        "SELECT e.last_name, r.last_name FROM employee e JOIN employee r ON r.reports_to = e.employee_id ORDER BY e.employee_id, r.employee_id");

    [Test]
    public void Managers_of_managers() => Ask(
        s => s.Employees.OrderBy(e => e.EmployeeId).Select(e => new { e.LastName, Boss = e.Manager == null ? null : e.Manager.LastName, Above = e.Manager == null || e.Manager.Manager == null ? null : e.Manager.Manager.LastName }),
        """
        SELECT e.last_name, m.last_name, b.last_name FROM employee e
        LEFT JOIN employee m ON m.employee_id = e.reports_to LEFT JOIN employee b ON b.employee_id = m.reports_to ORDER BY e.employee_id
        """);

    [Test]
    public void Customers_in_the_city_of_an_employee() => Ask(
        s => from c in s.Customers
             join e in s.Employees on new { c.City, c.Country } equals new { e.City, e.Country }
             orderby c.CustomerId, e.EmployeeId
             select new { Customer = c.LastName, Employee = e.LastName, c.City },
        "SELECT c.last_name, e.last_name, c.city FROM customer c JOIN employee e ON e.city = c.city AND e.country = c.country ORDER BY c.customer_id, e.employee_id",
        mayBeEmpty: true);

    [Test]
    public void Everybody_by_name() => Ask(
        s => s.Customers.Select(c => new { c.LastName, c.FirstName }).Union(s.Employees.Select(e => new { e.LastName, e.FirstName })).OrderBy(p => p.LastName).ThenBy(p => p.FirstName),
        "SELECT last_name, first_name FROM customer UNION SELECT last_name, first_name FROM employee ORDER BY 1, 2");

    [Test]
    public void Who_is_written_to() => Ask(
        s => s.Customers.OrderBy(c => c.CustomerId).Select(c => new { To = c.Company ?? c.FirstName + " " + c.LastName, Domain = c.Email.Substring(c.Email.IndexOf("@") + 1), c.State }),
        """
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 60)
        SELECT COALESCE(company, first_name || ' ' || last_name), SUBSTR(email, (SELECT MIN(n) FROM numbers WHERE SUBSTR(email, n, 1) = '@') + 1), state FROM customer ORDER BY customer_id
        """);

    [Test]
    public void Customers_who_never_bought_the_genre_that_sells_best() => Ask(
        s =>
        {
            var best = s.InvoiceLines.Where(l => l.Track.GenreId != null).GroupBy(l => l.Track.GenreId).OrderByDescending(g => g.Sum(l => l.Quantity)).ThenBy(g => g.Key).Select(g => g.Key).First();
            return s.Customers.Where(c => !c.Invoices.SelectMany(i => i.Lines).Any(l => l.Track.GenreId == best)).OrderBy(c => c.CustomerId).Select(c => c.CustomerId);
        },
        """
        SELECT customer_id FROM customer c WHERE NOT EXISTS (SELECT 1 FROM invoice i JOIN invoice_line l ON l.invoice_id = i.invoice_id JOIN track t ON t.track_id = l.track_id
          WHERE i.customer_id = c.customer_id AND t.genre_id = (SELECT t2.genre_id FROM invoice_line l2 JOIN track t2 ON t2.track_id = l2.track_id
            WHERE t2.genre_id IS NOT NULL GROUP BY t2.genre_id ORDER BY SUM(l2.quantity) DESC, t2.genre_id LIMIT 1)) ORDER BY 1
        """,
        mayBeEmpty: true);

    [Test]
    public void Whether_every_agent_has_a_manager() => AskOne(
        s => s.Employees.Where(e => e.Customers.Any()).All(e => e.Manager != null),
        "SELECT CASE WHEN EXISTS (SELECT 1 FROM employee e JOIN customer c ON c.support_rep_id = e.employee_id WHERE e.reports_to IS NULL) THEN 0 ELSE 1 END");

    [Test]
    public void The_last_customer_by_name() => AskOne(
        s => s.Customers.OrderBy(c => c.LastName).ThenBy(c => c.CustomerId).Last().Email,
        "SELECT email FROM customer ORDER BY last_name DESC, customer_id DESC LIMIT 1");
}
