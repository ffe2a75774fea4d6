namespace Alchemy.Demo.Chinook;

internal sealed class BestArtists() : Step<ChinookContext>("Which artists earn the most?")
{
    public override IEnumerable<object> Run(ChinookContext db, Stage stage)
    {
        return db.Artists
            .Select(a => new
            {
                a.Name,
                Albums = a.Albums.Count,
                Earned = a.Albums.SelectMany(x => x.Tracks).SelectMany(t => t.InvoiceLines).Sum(l => l.UnitPrice * l.Quantity),
            })
            .OrderByDescending(x => x.Earned).ThenBy(x => x.Name)
            .Take(5);
    }
}
