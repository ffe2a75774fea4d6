namespace Alchemy.Demo.Chinook;

internal sealed class UnsoldTracks() : Step<ChinookContext>("Which long tracks has nobody bought?")
{
    public override IEnumerable<object> Run(ChinookContext db, Stage stage)
    {
        var (minutes, kinds) = (6, new[] { "Rock", "Metal", "Jazz" });
        var tracks =
            from t in db.Tracks
            where kinds.Contains(t.Genre!.Name) && t.Milliseconds > minutes * 60000 && !t.InvoiceLines.Any()
            orderby t.Milliseconds descending
            select new { t.Name, Artist = t.Album!.Artist.Name, Genre = t.Genre!.Name, Price = t.UnitPrice };
        return tracks.Take(8);
    }
}
