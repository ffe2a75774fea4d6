using Alchemy.Linq;

namespace Alchemy.StoreTests;

/// <summary>Entities with what was included: the objects answer.</summary>
public sealed class GraphQuestions(Database database, Stock stock) : StoreFixture(database, stock)
{
    [Test]
    public void Customers_with_what_they_bought() => AskGraph(
        s => s.Customers.Where(c => c.CustomerId % 5 == 0).OrderBy(c => c.CustomerId)
            .Include(c => c.Invoices).ThenInclude(i => i.Lines).ThenInclude(l => l.Track).Include(c => c.SupportRep),
        c => new
        {
            c.CustomerId, c.Company, Agent = c.SupportRep?.LastName,
            Lines = c.Invoices.SelectMany(i => i.Lines).OrderBy(l => l.InvoiceLineId).Select(l => new { l.Invoice.InvoiceDate, l.Track.Name, l.UnitPrice }).ToList(),
        },
        """
        SELECT c.CustomerId, c.Company, e.LastName, i.InvoiceDate, t.Name, CENTS(l.UnitPrice) FROM Customer c LEFT JOIN Employee e ON e.EmployeeId = c.SupportRepId
        LEFT JOIN Invoice i ON i.CustomerId = c.CustomerId LEFT JOIN InvoiceLine l ON l.InvoiceId = i.InvoiceId LEFT JOIN Track t ON t.TrackId = l.TrackId
        WHERE c.CustomerId % 5 = 0 ORDER BY c.CustomerId, l.InvoiceLineId
        """,
        rows => rows.GroupBy(r => r.Int(0)).Select(g => new
        {
            CustomerId = g.Key, Company = g.First().TextOrNull(1), Agent = g.First().TextOrNull(2),
            Lines = g.Where(r => r.TextOrNull(4) is not null).Select(r => new { InvoiceDate = r.Date(3), Name = r.Text(4), UnitPrice = r.Money(5) }).ToList(),
        }));

    [Test]
    public void The_tree_of_employees() => AskGraph(
        s => s.Employees.OrderByDescending(e => e.EmployeeId).Include(e => e.Manager).Include(e => e.Reports),
        e => new
        {
            e.EmployeeId, e.BirthDate, Manager = e.Manager?.EmployeeId,
            Reports = e.Reports.Select(r => r.EmployeeId).Order().ToList(), Mutual = e.Reports.TrueForAll(r => ReferenceEquals(r.Manager, e)),
        },
        "SELECT e.EmployeeId, e.BirthDate, e.ReportsTo, r.EmployeeId FROM Employee e LEFT JOIN Employee r ON r.ReportsTo = e.EmployeeId ORDER BY e.EmployeeId DESC, r.EmployeeId",
        rows => rows.GroupBy(r => r.Int(0)).Select(g => new
        {
            EmployeeId = g.Key, BirthDate = g.First().DateOrNull(1), Manager = g.First().IntOrNull(2), Reports = g.Select(r => r.IntOrNull(3)).OfType<int>().ToList(), Mutual = true,
        }));

    [Test]
    public void Playlists_through_their_composite_key() => AskGraph(
        s => s.Playlists.Where(p => p.Tracks.Count < 30).OrderBy(p => p.PlaylistId).Take(6).Include(p => p.Tracks).ThenInclude(x => x.Track.Genre).AsNoTracking(),
        p => new { p.Name, Tracks = p.Tracks.OrderBy(x => x.TrackId).Select(x => new { x.TrackId, Genre = x.Track.Genre?.Name }).ToList() },
        """
        SELECT p.PlaylistId, p.Name, t.TrackId, g.Name
        FROM (SELECT * FROM Playlist a WHERE (SELECT COUNT(*) FROM PlaylistTrack b WHERE b.PlaylistId = a.PlaylistId) < 30 ORDER BY PlaylistId LIMIT 6) p
        LEFT JOIN PlaylistTrack x ON x.PlaylistId = p.PlaylistId LEFT JOIN Track t ON t.TrackId = x.TrackId LEFT JOIN Genre g ON g.GenreId = t.GenreId
        ORDER BY p.PlaylistId, t.TrackId
        """,
        rows => rows.GroupBy(r => r.Int(0)).Select(g => new
        {
            Name = g.First().TextOrNull(1),
            Tracks = g.Where(r => r.IntOrNull(2) is not null).Select(r => new { TrackId = r.Int(2), Genre = r.TextOrNull(3) }).ToList(),
        }));
}
