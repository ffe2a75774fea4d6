namespace Alchemy.StoreTests;

/// <summary>What the shop asks about its catalogue.</summary>
public sealed class CatalogueQuestions(StoreSource source) : StoreFixture(source)
{
    [Test]
    public void The_second_longest_track_of_each_album() => Ask(
        s => from t in s.Tracks
             where t.Album != null && t.Album.Tracks.Count(o => o.Milliseconds > t.Milliseconds || o.Milliseconds == t.Milliseconds && o.TrackId < t.TrackId) == 1
             orderby t.AlbumId
             select new { t.Album!.Title, t.Name, t.Milliseconds },
        """
        SELECT title, name, milliseconds FROM (
          SELECT a.album_id, a.title, t.name, t.milliseconds, ROW_NUMBER() OVER (PARTITION BY t.album_id ORDER BY t.milliseconds DESC, t.track_id) AS place
          FROM track t JOIN album a ON a.album_id = t.album_id) ranked WHERE place = 2 ORDER BY album_id
        """);

    [Test]
    public void The_second_best_selling_track_of_each_album() => Ask(
        s => from a in s.Albums
             let second = a.Tracks.OrderByDescending(t => t.InvoiceLines.Sum(l => l.Quantity)).ThenBy(t => t.TrackId).Skip(1).FirstOrDefault()
             where second != null
             orderby a.AlbumId
             select new { a.AlbumId, second.Name },
        """
        SELECT album_id, name FROM (
          SELECT t.album_id, t.name, ROW_NUMBER() OVER (PARTITION BY t.album_id ORDER BY COALESCE(sold.quantity, 0) DESC, t.track_id) AS place
          FROM track t LEFT JOIN (SELECT track_id, SUM(quantity) AS quantity FROM invoice_line GROUP BY track_id) sold ON sold.track_id = t.track_id) ranked
        WHERE place = 2 AND album_id IS NOT NULL ORDER BY album_id
        """);

    [Test]
    public void Albums_of_more_than_half_an_hour() => Ask(
        s => s.Albums.Where(a => a.Tracks.Sum(t => t.Milliseconds) > 1_800_000).OrderBy(a => a.AlbumId)
            .Select(a => new { a.AlbumId, a.Artist.Name, Tracks = a.Tracks.Count, Minutes = a.Tracks.Sum(t => t.Milliseconds) / 60_000 }),
        """
        SELECT a.album_id, ar.name, COUNT(*), SUM(t.milliseconds) / 60000 FROM album a JOIN artist ar ON ar.artist_id = a.artist_id JOIN track t ON t.album_id = a.album_id
        GROUP BY a.album_id, ar.name HAVING SUM(t.milliseconds) > 1800000 ORDER BY 1
        """);

    [Test]
    public void Genres_by_the_length_of_their_tracks() => Ask(
        s => s.Genres.Where(g => g.Tracks.Any()).OrderByDescending(g => g.Tracks.Average(t => t.Milliseconds)).ThenBy(g => g.GenreId)
            .Select(g => new { g.Name, Average = g.Tracks.Average(t => t.Milliseconds), Shortest = g.Tracks.Min(t => t.Milliseconds) }),
        """
        SELECT g.name, AVG(t.milliseconds * 1.0), MIN(t.milliseconds) FROM genre g JOIN track t ON t.genre_id = g.genre_id
        GROUP BY g.genre_id, g.name ORDER BY AVG(t.milliseconds * 1.0) DESC, g.genre_id
        """);

    [Test]
    public void Tracks_of_each_genre_that_nobody_bought() => Ask(
        s => from t in s.Tracks
             where !t.InvoiceLines.Any()
             group t by (t.Genre == null ? null : t.Genre.Name) into g
             orderby g.Count() descending, g.Key ?? ""
             select new { Genre = g.Key ?? "none", Unsold = g.Count() },
        """
        SELECT COALESCE(g.name, 'none'), COUNT(*) FROM track t LEFT JOIN genre g ON g.genre_id = t.genre_id
        WHERE NOT EXISTS (SELECT 1 FROM invoice_line l WHERE l.track_id = t.track_id) GROUP BY g.name ORDER BY COUNT(*) DESC, COALESCE(g.name, '')
        """);

    [Test]
    public void Artists_without_albums() => Ask(
        s => from a in s.Artists
             join b in s.Albums on a.ArtistId equals b.ArtistId into albums
             where !albums.Any()
             orderby a.ArtistId
             select a.Name,
        "SELECT name FROM artist WHERE artist_id NOT IN (SELECT artist_id FROM album) ORDER BY artist_id");

    [Test]
    public void Composers_of_many_tracks() => Ask(
        s => s.Tracks.Where(t => t.Composer != null).GroupBy(t => t.Composer!).Where(g => g.Count() >= 10).OrderBy(g => g.Key)
            .Select(g => new { Composer = g.Key, Tracks = g.Count(), Albums = g.Select(t => t.AlbumId).Distinct().Count() }),
        """
        SELECT composer, COUNT(*), COUNT(DISTINCT album_id) + MAX(CASE WHEN album_id IS NULL THEN 1 ELSE 0 END) FROM track
        WHERE composer IS NOT NULL GROUP BY composer HAVING COUNT(*) >= 10 ORDER BY composer
        """);

    [Test]
    public void Albums_of_several_genres() => Ask(
        s => s.Albums.Where(a => a.Tracks.Select(t => t.GenreId).Distinct().Count() > 1).OrderBy(a => a.AlbumId).Select(a => a.AlbumId),
        """
        SELECT album_id FROM track WHERE album_id IS NOT NULL GROUP BY album_id
        HAVING COUNT(DISTINCT genre_id) + MAX(CASE WHEN genre_id IS NULL THEN 1 ELSE 0 END) > 1 ORDER BY album_id
        """);

    [Test]
    public void The_longest_tracks_of_each_genre() => Ask(
        s => from t in s.Tracks
             where t.GenreId != null && t.Milliseconds == s.Tracks.Where(o => o.GenreId == t.GenreId).Max(o => o.Milliseconds)
             orderby t.GenreId, t.TrackId
             select new { Genre = t.Genre!.Name, t.Name, t.Milliseconds },
        """
        SELECT g.name, t.name, t.milliseconds FROM track t JOIN genre g ON g.genre_id = t.genre_id
        WHERE t.milliseconds = (SELECT MAX(o.milliseconds) FROM track o WHERE o.genre_id = t.genre_id) ORDER BY t.genre_id, t.track_id
        """);

    [Test]
    public void Tracks_named_after_their_album() => Ask(
        s => s.Tracks.Where(t => t.Album != null && t.Name.StartsWith(t.Album.Title)).OrderBy(t => t.TrackId).Select(t => new { t.TrackId, Rest = t.Name.Length - t.Album!.Title.Length }),
        "SELECT t.track_id, LENGTH(t.name) - LENGTH(a.title) FROM track t JOIN album a ON a.album_id = t.album_id WHERE SUBSTR(t.name, 1, LENGTH(a.title)) = a.title ORDER BY 1");

    [Test]
    public void Tracks_by_price() => Ask(
        s => s.Tracks.GroupBy(t => t.UnitPrice > 1 ? "dear" : "cheap").OrderBy(g => g.Key).Select(g => new { g.Key, Tracks = g.Count(), Bytes = g.Sum(t => (long?)t.Bytes) }),
        "SELECT CASE WHEN CAST(unit_price AS NUMERIC) > 1 THEN 'dear' ELSE 'cheap' END, COUNT(*), SUM(bytes) FROM track GROUP BY CASE WHEN CAST(unit_price AS NUMERIC) > 1 THEN 'dear' ELSE 'cheap' END ORDER BY 1");

    [Test]
    public void Media_types_with_their_share() => Ask(
        s => from m in s.MediaTypes
             join t in s.Tracks on m.MediaTypeId equals t.MediaTypeId into tracks
             orderby m.MediaTypeId
             select new { m.Name, Tracks = tracks.Count(), Percent = 100 * tracks.Count() / s.Tracks.Count(), Bytes = tracks.Sum(t => (long?)t.Bytes) ?? 0 },
        """
        SELECT m.name, COUNT(t.track_id), 100 * COUNT(t.track_id) / (SELECT COUNT(*) FROM track), COALESCE(SUM(t.bytes), 0) FROM media_type m
        LEFT JOIN track t ON t.media_type_id = m.media_type_id GROUP BY m.media_type_id, m.name ORDER BY m.media_type_id
        """);

    [Test]
    public void The_third_page_of_tracks_by_name() => Ask(
        s => s.Tracks.OrderBy(t => t.Name).ThenByDescending(t => t.TrackId).Skip(40).Take(20).Select(t => new { t.TrackId, t.Name, Artist = t.Album == null ? null : t.Album.Artist.Name }),
        """
        SELECT t.track_id, t.name, ar.name FROM track t LEFT JOIN album a ON a.album_id = t.album_id LEFT JOIN artist ar ON ar.artist_id = a.artist_id
        ORDER BY t.name, t.track_id DESC LIMIT 20 OFFSET 40
        """);

    [Test]
    public void Artists_by_first_letter() => Ask(
        s => s.Artists.Where(a => a.Name != null).GroupBy(a => a.Name!.Substring(0, 1)).OrderBy(g => g.Key).Select(g => new { g.Key, Artists = g.Count() }),
        "SELECT SUBSTR(name, 1, 1), COUNT(*) FROM artist WHERE name IS NOT NULL GROUP BY SUBSTR(name, 1, 1) ORDER BY 1");
}
