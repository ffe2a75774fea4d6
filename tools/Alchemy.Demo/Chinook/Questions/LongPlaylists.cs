namespace Alchemy.Demo.Chinook;

internal sealed class LongPlaylists() : Step<ChinookContext>("Which playlists hold the most, and how much of it is rock?")
{
    public override IEnumerable<object> Run(ChinookContext db, Stage stage)
    {
        return db.Playlists
            .Where(p => p.Tracks.Any())
            .OrderByDescending(p => p.Tracks.Count).ThenBy(p => p.PlaylistId)
            .Select(p => new { p.Name, Tracks = p.Tracks.Count, Rock = p.Tracks.Count(t => t.Track.Genre!.Name == "Rock") })
            .Take(6);
    }
}
