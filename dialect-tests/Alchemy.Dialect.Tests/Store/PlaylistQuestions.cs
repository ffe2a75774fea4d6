namespace Alchemy.StoreTests;

/// <summary>What the shop asks about its playlists.</summary>
public sealed class PlaylistQuestions(StoreSource source) : StoreFixture(source)
{
    [Test]
    public void Playlists_that_hold_every_genre_of_another() => Ask(
        s => from p in s.Playlists
             from q in s.Playlists
             where p.PlaylistId != q.PlaylistId && q.Tracks.Any()
                && !s.Genres.Any(g => q.Tracks.Any(t => t.Track.GenreId == g.GenreId) && !p.Tracks.Any(t => t.Track.GenreId == g.GenreId))
             orderby p.PlaylistId, q.PlaylistId
             select new { Holds = p.PlaylistId, Other = q.PlaylistId },
        """
        WITH genres AS (SELECT DISTINCT i.playlist_id, t.genre_id FROM playlist_track i JOIN track t ON t.track_id = i.track_id)
        SELECT p.playlist_id, q.playlist_id FROM playlist p CROSS JOIN playlist q
        WHERE p.playlist_id <> q.playlist_id AND EXISTS (SELECT 1 FROM playlist_track i WHERE i.playlist_id = q.playlist_id)
          AND NOT EXISTS (SELECT 1 FROM genres a WHERE a.playlist_id = q.playlist_id AND a.genre_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM genres b WHERE b.playlist_id = p.playlist_id AND b.genre_id = a.genre_id))
        ORDER BY 1, 2
        """);

    [Test]
    public void Playlists_with_their_length_also_the_empty_ones() => Ask(
        s => s.Playlists.OrderBy(p => p.PlaylistId).Select(p => new { p.PlaylistId, Name = p.Name ?? "?", Tracks = p.Tracks.Count, Milliseconds = p.Tracks.Sum(t => (long)t.Track.Milliseconds) }),
        """
        SELECT p.playlist_id, COALESCE(p.name, '?'), COUNT(i.track_id), COALESCE(SUM(t.milliseconds), 0) FROM playlist p
        LEFT JOIN playlist_track i ON i.playlist_id = p.playlist_id LEFT JOIN track t ON t.track_id = i.track_id GROUP BY p.playlist_id, p.name ORDER BY 1
        """);

    [Test]
    public void Tracks_on_more_than_three_playlists() => Ask(
        s => s.Tracks.Where(t => t.Playlists.Count > 3).OrderBy(t => t.TrackId).Select(t => new { t.TrackId, t.Playlists.Count }),
        "SELECT track_id, COUNT(*) FROM playlist_track GROUP BY track_id HAVING COUNT(*) > 3 ORDER BY 1");

    [Test]
    public void Tracks_that_two_playlists_share() => Ask(
        s => s.PlaylistTracks.Where(i => i.PlaylistId == 1).Select(i => i.TrackId).Intersect(s.PlaylistTracks.Where(i => i.PlaylistId == 5).Select(i => i.TrackId)).OrderBy(id => id),
        "SELECT a.track_id FROM playlist_track a JOIN playlist_track b ON b.track_id = a.track_id AND b.playlist_id = 5 WHERE a.playlist_id = 1 ORDER BY 1");

    [Test]
    public void Tracks_of_one_playlist_and_not_of_another() => Ask(
        s => s.PlaylistTracks.Where(i => i.PlaylistId == 1).Select(i => i.TrackId).Except(s.PlaylistTracks.Where(i => i.PlaylistId == 5).Select(i => i.TrackId)).OrderByDescending(id => id).Take(25),
        "SELECT track_id FROM playlist_track WHERE playlist_id = 1 AND track_id NOT IN (SELECT track_id FROM playlist_track WHERE playlist_id = 5) ORDER BY 1 DESC LIMIT 25");

    [Test]
    public void Genres_of_each_playlist() => Ask(
        s => from i in s.PlaylistTracks
             where i.Track.Genre != null
             group i by new { i.PlaylistId, i.Track.Genre!.Name } into g
             orderby g.Key.PlaylistId, g.Count() descending, g.Key.Name
             select new { g.Key.PlaylistId, g.Key.Name, Tracks = g.Count() },
        """
        SELECT i.playlist_id, g.name, COUNT(*) FROM playlist_track i JOIN track t ON t.track_id = i.track_id JOIN genre g ON g.genre_id = t.genre_id
        GROUP BY i.playlist_id, g.name ORDER BY 1, 3 DESC, 2
        """);

    [Test]
    public void Playlists_of_dear_tracks_only() => Ask(
        s => s.Playlists.Where(p => p.Tracks.All(t => t.Track.UnitPrice > 1)).OrderBy(p => p.PlaylistId).Select(p => p.PlaylistId),
        """
        SELECT playlist_id FROM playlist p WHERE NOT EXISTS
        (SELECT 1 FROM playlist_track i JOIN track t ON t.track_id = i.track_id WHERE i.playlist_id = p.playlist_id AND NOT CAST(t.unit_price AS NUMERIC) > 1) ORDER BY 1
        """);
}
