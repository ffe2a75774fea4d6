namespace Alchemy.StoreTests;

/// <summary>Playlists and what they hold.</summary>
public sealed class PlaylistQuestions(Database database, Stock stock) : StoreFixture(database, stock)
{
    [Test]
    public void Playlists_that_hold_every_genre_of_another() => Ask(
        s => from p in s.Playlists
             from q in s.Playlists
             where p.PlaylistId != q.PlaylistId && q.Tracks.Any()
                 && !q.Tracks.Select(x => x.Track.GenreId).Except(p.Tracks.Select(x => x.Track.GenreId)).Any()
             orderby p.PlaylistId, q.PlaylistId
             select new { Holds = p.PlaylistId, Held = q.PlaylistId },
        """
        WITH Kinds AS (SELECT DISTINCT pt.PlaylistId, COALESCE(t.GenreId, -1) AS Kind FROM PlaylistTrack pt JOIN Track t ON t.TrackId = pt.TrackId)
        SELECT p.PlaylistId, q.PlaylistId FROM Playlist p JOIN Playlist q ON q.PlaylistId <> p.PlaylistId
        WHERE q.PlaylistId IN (SELECT PlaylistId FROM Kinds)
            AND NOT EXISTS (SELECT 1 FROM Kinds k WHERE k.PlaylistId = q.PlaylistId AND k.Kind NOT IN (SELECT Kind FROM Kinds WHERE PlaylistId = p.PlaylistId))
        ORDER BY 1, 2
        """,
        r => new { Holds = r.Int(0), Held = r.Int(1) });

    [Test]
    public void Empty_playlists() => Ask(
        s => from p in s.Playlists where !p.Tracks.Any() orderby p.Name, p.PlaylistId select new { p.PlaylistId, p.Name },
        "SELECT p.PlaylistId, p.Name FROM Playlist p LEFT JOIN PlaylistTrack t ON t.PlaylistId = p.PlaylistId WHERE t.TrackId IS NULL ORDER BY p.Name NULLS FIRST, 1",
        r => new { PlaylistId = r.Int(0), Name = r.TextOrNull(1) });

    [Test]
    public void Playlists_by_what_they_cost_and_how_long_they_play() => Ask(
        s => from p in s.Playlists
             let price = p.Tracks.Sum(x => x.Track.UnitPrice)
             orderby price descending, p.PlaylistId
             select new { p.Name, Price = price, Minutes = p.Tracks.Sum(x => x.Track.Milliseconds) / 60_000, Genres = p.Tracks.Select(x => x.Track.GenreId).Distinct().Count(), },
        """
        SELECT p.Name, COALESCE(SUM(CENTS(t.UnitPrice)), 0), COALESCE(SUM(t.Milliseconds) / 60000, 0),
            COUNT(DISTINCT CASE WHEN t.TrackId IS NOT NULL THEN COALESCE(t.GenreId, -1) END)
        FROM Playlist p LEFT JOIN PlaylistTrack x ON x.PlaylistId = p.PlaylistId LEFT JOIN Track t ON t.TrackId = x.TrackId
        GROUP BY p.PlaylistId, p.Name ORDER BY 2 DESC, p.PlaylistId
        """,
        r => new { Name = r.TextOrNull(0), Price = r.Money(1), Minutes = r.Int(2), Genres = r.Int(3) });

    [Test]
    public void Tracks_on_no_playlist_or_on_four() => Ask(
        s => s.Tracks.Where(t => t.Playlists.Count == 0 || t.Playlists.Count >= 4).OrderBy(t => t.Playlists.Count).ThenBy(t => t.TrackId).Select(t => new { t.TrackId, On = t.Playlists.Count() }),
        """
        SELECT t.TrackId, COUNT(p.PlaylistId) FROM Track t LEFT JOIN PlaylistTrack p ON p.TrackId = t.TrackId
        GROUP BY t.TrackId HAVING COUNT(p.PlaylistId) = 0 OR COUNT(p.PlaylistId) >= 4 ORDER BY 2, 1
        """,
        r => new { TrackId = r.Int(0), On = r.Int(1) });

    [Test]
    public void Pairs_of_playlists_that_share_tracks() => Ask(
        s => from a in s.PlaylistTracks
             join b in s.PlaylistTracks on a.TrackId equals b.TrackId
             where a.PlaylistId < b.PlaylistId
             group a by new { First = a.PlaylistId, Second = b.PlaylistId } into g
             where g.Count() > 2
             orderby g.Count() descending, g.Key.First, g.Key.Second
             select new { g.Key.First, g.Key.Second, Shared = g.Count() },
        """
        SELECT a.PlaylistId, b.PlaylistId, COUNT(*) FROM PlaylistTrack a JOIN PlaylistTrack b ON b.TrackId = a.TrackId AND a.PlaylistId < b.PlaylistId
        GROUP BY a.PlaylistId, b.PlaylistId HAVING COUNT(*) > 2 ORDER BY 3 DESC, 1, 2
        """,
        r => new { First = r.Int(0), Second = r.Int(1), Shared = r.Int(2) });

    [Test]
    public void Playlists_with_their_long_tracks() => AskNested(
        s => s.Playlists.OrderBy(p => p.PlaylistId).Select(p => new
        {
            p.PlaylistId,
            Long = p.Tracks.Where(x => x.Track.Milliseconds >= 178_000 && x.TrackId % 10 == 0).OrderBy(x => x.TrackId).Select(x => x.Track.Name).ToList(),
        }),
        """
        SELECT p.PlaylistId, t.Name FROM Playlist p
        LEFT JOIN (SELECT x.PlaylistId, t.TrackId, t.Name FROM PlaylistTrack x JOIN Track t ON t.TrackId = x.TrackId
            WHERE t.Milliseconds >= 178000 AND t.TrackId % 10 = 0) t ON t.PlaylistId = p.PlaylistId
        ORDER BY p.PlaylistId, t.TrackId
        """,
        rows => rows.GroupBy(r => r.Int(0)).Select(g => new { PlaylistId = g.Key, Long = g.Select(r => r.TextOrNull(1)).OfType<string>().ToList() }));

    [Test]
    public void Playlists_of_one_kind_of_file_or_of_one_genre() => Ask(
        s => s.Playlists
            .Where(p => p.Tracks.Any() && (p.Tracks.All(x => x.Track.MediaTypeId == p.Tracks.Min(y => y.Track.MediaTypeId)) || p.Tracks.Select(x => x.Track.GenreId).Distinct().Count() == 1))
            .OrderBy(p => p.PlaylistId)
            .Select(p => p.PlaylistId),
        """
        SELECT x.PlaylistId FROM PlaylistTrack x JOIN Track t ON t.TrackId = x.TrackId GROUP BY x.PlaylistId
        HAVING COUNT(DISTINCT t.MediaTypeId) = 1 OR COUNT(DISTINCT COALESCE(t.GenreId, -1)) = 1 ORDER BY 1
        """,
        r => r.Int(0));

    [Test]
    public void Playlists_of_one_name() => Ask(
        s => from p in s.Playlists
             where s.Playlists.Any(q => q.Name == p.Name && q.PlaylistId != p.PlaylistId)
             orderby p.Name, p.PlaylistId
             select new { p.PlaylistId, p.Name },
        """
        SELECT PlaylistId, Name FROM Playlist WHERE Name IN (SELECT Name FROM Playlist GROUP BY Name HAVING COUNT(*) > 1) ORDER BY Name, PlaylistId
        """,
        r => new { PlaylistId = r.Int(0), Name = r.TextOrNull(1) });

    [Test]
    public void Artists_on_the_small_playlists() => Ask(
        s => (from p in s.Playlists
              where p.Tracks.Count < 60
              from x in p.Tracks
              where x.Track.Album != null
              select new { p.PlaylistId, x.Track.Album!.Artist.Name }).Distinct().OrderBy(x => x.PlaylistId).ThenBy(x => x.Name),
        """
        SELECT DISTINCT x.PlaylistId, ar.Name FROM PlaylistTrack x JOIN Track t ON t.TrackId = x.TrackId
        JOIN Album al ON al.AlbumId = t.AlbumId JOIN Artist ar ON ar.ArtistId = al.ArtistId
        WHERE (SELECT COUNT(*) FROM PlaylistTrack y WHERE y.PlaylistId = x.PlaylistId) < 60 ORDER BY 1, 2 NULLS FIRST
        """,
        r => new { PlaylistId = r.Int(0), Name = r.TextOrNull(1) });

    [Test]
    public void How_many_bytes_a_playlist_needs() => Ask(
        s => from p in s.Playlists
             orderby p.PlaylistId
             select new { p.PlaylistId, Bytes = p.Tracks.Sum(x => (long?)x.Track.Bytes), Usual = p.Tracks.Average(x => x.Track.Bytes), Unknown = p.Tracks.Count(x => x.Track.Bytes == null) },
        """
        SELECT p.PlaylistId, COALESCE(SUM(CAST(t.Bytes AS BIGINT)), 0), AVG(1.0 * t.Bytes), COUNT(t.TrackId) - COUNT(t.Bytes)
        FROM Playlist p LEFT JOIN PlaylistTrack x ON x.PlaylistId = p.PlaylistId LEFT JOIN Track t ON t.TrackId = x.TrackId GROUP BY p.PlaylistId ORDER BY 1
        """,
        r => new { PlaylistId = r.Int(0), Bytes = (long?)r.Number(1), Usual = r.NumberOrNull(2), Unknown = r.Int(3) });

    [Test]
    public void Tracks_on_the_first_playlist_but_on_none_of_the_named_others() => Ask(
        s => s.PlaylistTracks.Where(x => x.PlaylistId == 1).Select(x => x.Track)
            .Except(s.PlaylistTracks.Where(x => x.PlaylistId > 1 && x.Playlist.Name != null).Select(x => x.Track))
            .OrderByDescending(t => t.Milliseconds).ThenBy(t => t.TrackId).Take(20)
            .Select(t => new { t.TrackId, t.Name }),
        """
        SELECT t.TrackId, t.Name FROM Track t JOIN PlaylistTrack x ON x.TrackId = t.TrackId AND x.PlaylistId = 1
        WHERE t.TrackId NOT IN (SELECT y.TrackId FROM PlaylistTrack y JOIN Playlist p ON p.PlaylistId = y.PlaylistId WHERE p.PlaylistId > 1 AND p.Name IS NOT NULL)
        ORDER BY t.Milliseconds DESC, t.TrackId LIMIT 20
        """,
        r => new { TrackId = r.Int(0), Name = r.Text(1) });
}
