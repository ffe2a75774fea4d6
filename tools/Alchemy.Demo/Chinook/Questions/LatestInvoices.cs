using Alchemy.Linq;

namespace Alchemy.Demo.Chinook;

internal sealed class LatestInvoices() : Step<ChinookContext>("What was bought last, with every line?")
{
    public override IEnumerable<object> Run(ChinookContext db, Stage stage)
    {
        var latest = db.Invoices
            .Include(i => i.Customer)
            .Include(i => i.Lines).ThenInclude(l => l.Track)
            .OrderByDescending(i => i.InvoiceDate)
            .Take(3)
            .ToList();
        return latest.SelectMany(i => i.Lines, (i, l) => new { i.InvoiceDate, i.Customer.LastName, Track = l.Track.Name, l.UnitPrice }).Take(8);
    }
}
