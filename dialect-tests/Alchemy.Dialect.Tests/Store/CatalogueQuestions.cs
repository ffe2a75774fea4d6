namespace Alchemy.StoreTests;

/// <summary>Artists, albums, tracks and genres.</summary>
public sealed class CatalogueQuestions(Database database, Stock stock) : StoreFixture(database, stock)
{
    [Test]
    public void Top_artists_by_seconds_sold() => Ask(
        s => (from l in s.InvoiceLines
              join t in s.Tracks on l.TrackId equals t.TrackId
              join a in s.Albums on t.AlbumId equals a.AlbumId
              join artist in s.Artists on a.ArtistId equals artist.ArtistId
              group l.Quantity * t.Milliseconds by new { artist.ArtistId, artist.Name } into g
              orderby g.Sum() descending, g.Key.ArtistId
              select new { g.Key.ArtistId, g.Key.Name, Seconds = g.Sum() / 1000 }).Take(10),
        """
        SELECT ar.ArtistId, ar.Name, SUM(l.Quantity * t.Milliseconds) / 1000
        FROM Artist ar JOIN Album al ON al.ArtistId = ar.ArtistId JOIN Track t ON t.AlbumId = al.AlbumId JOIN InvoiceLine l ON l.TrackId = t.TrackId
        GROUP BY ar.ArtistId, ar.Name ORDER BY SUM(l.Quantity * t.Milliseconds) DESC, ar.ArtistId LIMIT 10
        """,
        r => new { ArtistId = r.Int(0), Name = r.TextOrNull(1), Seconds = r.Int(2) });

    [Test]
    public void The_second_best_selling_track_of_each_album() => Ask(
        s => s.Albums.OrderBy(a => a.AlbumId).Select(a => new
        {
            a.AlbumId,
            Second = a.Tracks.OrderByDescending(t => t.InvoiceLines.Sum(l => l.Quantity)).ThenBy(t => t.TrackId).Select(t => t.Name).Skip(1).FirstOrDefault(),
        }),
        """
        WITH Sold AS (SELECT t.TrackId, t.AlbumId, t.Name, COALESCE(SUM(l.Quantity), 0) AS Quantity
                FROM Track t LEFT JOIN InvoiceLine l ON l.TrackId = t.TrackId GROUP BY t.TrackId, t.AlbumId, t.Name),
            Ranked AS (SELECT Sold.*, ROW_NUMBER() OVER (PARTITION BY AlbumId ORDER BY Quantity DESC, TrackId) AS Place FROM Sold)
        SELECT a.AlbumId, r.Name FROM Album a LEFT JOIN Ranked r ON r.AlbumId = a.AlbumId AND r.Place = 2 ORDER BY a.AlbumId
        """,
        r => new { AlbumId = r.Int(0), Second = r.TextOrNull(1) });

    [Test]
    public void Artists_without_albums() => Ask(
        s => s.Artists.Where(a => !a.Albums.Any()).OrderBy(a => a.Name).ThenBy(a => a.ArtistId).Select(a => a.Name),
        "SELECT Name FROM Artist WHERE ArtistId NOT IN (SELECT ArtistId FROM Album) ORDER BY Name NULLS FIRST, ArtistId",
        r => r.TextOrNull(0));

    [Test]
    public void Albums_with_one_track() => Ask(
        s => from a in s.Albums where a.Tracks.Count == 1 orderby a.Title, a.AlbumId select new { a.Title, Track = a.Tracks.Single().Name },
        """
        SELECT a.Title, MAX(t.Name) FROM Album a JOIN Track t ON t.AlbumId = a.AlbumId
        GROUP BY a.AlbumId, a.Title HAVING COUNT(*) = 1 ORDER BY a.Title, a.AlbumId
        """,
        r => new { Title = r.Text(0), Track = r.Text(1) });

    [Test]
    public void Tracks_longer_than_twice_the_usual_of_their_genre_or_the_longest_of_it() => Ask(
        s => from t in s.Tracks
             where t.Genre != null && (t.Milliseconds > 2 * t.Genre.Tracks.Average(x => x.Milliseconds) || t.Milliseconds == t.Genre.Tracks.Max(x => x.Milliseconds))
             orderby t.Genre!.Name, t.Milliseconds descending, t.TrackId
             select new { Genre = t.Genre!.Name, t.Name, t.Milliseconds },
        """
        SELECT g.Name, t.Name, t.Milliseconds FROM Track t JOIN Genre g ON g.GenreId = t.GenreId
        JOIN (SELECT GenreId, AVG(1.0 * Milliseconds) AS Usual, MAX(Milliseconds) AS Longest FROM Track GROUP BY GenreId) u ON u.GenreId = t.GenreId
        WHERE t.Milliseconds > 2 * u.Usual OR t.Milliseconds = u.Longest ORDER BY g.Name, t.Milliseconds DESC, t.TrackId
        """,
        r => new { Genre = r.Text(0), Name = r.Text(1), Milliseconds = r.Int(2) });

    [Test]
    public void Who_wrote_the_tracks_of_the_first_albums() => Ask(
        s => from t in s.Tracks
             where t.AlbumId <= 12
             orderby t.AlbumId, t.TrackId
             select new { t.Name, Writer = t.Composer ?? t.Album!.Artist.Name ?? "unknown", Own = t.Composer == t.Album!.Artist.Name },
        """
        SELECT t.Name, COALESCE(t.Composer, ar.Name, 'unknown'), CASE WHEN t.Composer IS NOT DISTINCT FROM ar.Name THEN 1 ELSE 0 END
        FROM Track t JOIN Album al ON al.AlbumId = t.AlbumId JOIN Artist ar ON ar.ArtistId = al.ArtistId
        WHERE t.AlbumId <= 12 ORDER BY t.AlbumId, t.TrackId
        """,
        r => new { Name = r.Text(0), Writer = r.Text(1), Own = r.Flag(2) });

    [Test]
    public void Genres_by_how_much_music_they_have() => Ask(
        s => from g in s.Genres
             orderby g.Tracks.Count descending, g.Name
             select new
             {
                 g.Name,
                 Tracks = g.Tracks.Count,
                 Seconds = g.Tracks.Sum(t => t.Milliseconds) / 1000,
                 Usual = g.Tracks.Average(t => (int?)t.Milliseconds),
                 Longest = g.Tracks.Max(t => (int?)t.Milliseconds),
                 Dearest = g.Tracks.Max(t => (decimal?)t.UnitPrice),
             },
        """
        SELECT g.Name, COUNT(t.TrackId), COALESCE(SUM(t.Milliseconds) / 1000, 0), AVG(1.0 * t.Milliseconds), MAX(t.Milliseconds), MAX(CENTS(t.UnitPrice))
        FROM Genre g LEFT JOIN Track t ON t.GenreId = g.GenreId GROUP BY g.GenreId, g.Name ORDER BY 2 DESC, g.Name
        """,
        r => new
        {
            Name = r.TextOrNull(0), Tracks = r.Int(1), Seconds = r.Int(2),
            Usual = r.NumberOrNull(3), Longest = r.IntOrNull(4), Dearest = r.IntOrNull(5) is null ? null : (decimal?)r.Money(5),
        });

    [Test]
    public void Tracks_of_one_name_on_two_albums_of_one_artist() => Ask(
        s => from a in s.Tracks
             join b in s.Tracks on a.Name equals b.Name
             where a.TrackId < b.TrackId && a.AlbumId != b.AlbumId && a.Album != null && b.Album != null && a.Album.ArtistId == b.Album.ArtistId
             orderby a.TrackId, b.TrackId
             select new { First = a.TrackId, Second = b.TrackId, a.Name, a.Album!.Title },
        """
        SELECT a.TrackId, b.TrackId, a.Name, x.Title FROM Track a JOIN Track b ON b.Name = a.Name AND b.TrackId > a.TrackId
        JOIN Album x ON x.AlbumId = a.AlbumId JOIN Album y ON y.AlbumId = b.AlbumId AND y.ArtistId = x.ArtistId AND y.AlbumId <> x.AlbumId
        ORDER BY a.TrackId, b.TrackId
        """,
        r => new { First = r.Int(0), Second = r.Int(1), Name = r.Text(2), Title = r.Text(3) });

    [Test]
    public void Albums_of_one_price_all_of_whose_tracks_are_short() => Ask(
        s => from a in s.Albums
             let prices = a.Tracks.Select(t => t.UnitPrice).Distinct().Count()
             where prices == 1 && a.Tracks.All(t => t.Milliseconds < 400_000)
             orderby a.AlbumId
             select new { a.AlbumId, a.Artist.Name, prices },
        """
        SELECT al.AlbumId, ar.Name, COUNT(DISTINCT CENTS(t.UnitPrice)) FROM Album al JOIN Artist ar ON ar.ArtistId = al.ArtistId JOIN Track t ON t.AlbumId = al.AlbumId
        GROUP BY al.AlbumId, ar.Name HAVING COUNT(DISTINCT CENTS(t.UnitPrice)) = 1 AND MAX(t.Milliseconds) < 400000 ORDER BY al.AlbumId
        """,
        r => new { AlbumId = r.Int(0), Name = r.TextOrNull(1), prices = r.Int(2) });

    [Test]
    public void Albums_with_their_tracks() => AskNested(
        s => s.Albums.OrderByDescending(a => a.Title).ThenBy(a => a.AlbumId).Take(25)
            .Select(a => new { a.Title, Tracks = a.Tracks.OrderBy(t => t.Name).ThenBy(t => t.TrackId).Select(t => new { t.Name, t.UnitPrice }).ToList() }),
        """
        SELECT a.AlbumId, a.Title, t.Name, CENTS(t.UnitPrice) FROM (SELECT * FROM Album ORDER BY Title DESC, AlbumId LIMIT 25) a
        LEFT JOIN Track t ON t.AlbumId = a.AlbumId ORDER BY a.Title DESC, a.AlbumId, t.Name, t.TrackId
        """,
        rows => rows.GroupBy(r => r.Int(0)).Select(g => new
        {
            Title = g.First().Text(1), Tracks = g.Where(r => r.TextOrNull(2) is not null).Select(r => new { Name = r.Text(2), UnitPrice = r.Money(3) }).ToList(),
        }));

    [Test]
    public void Artists_by_the_first_letter_of_their_name() => Ask(
        s => from a in s.Artists
             where a.Name != null && a.Name != ""
             group a by a.Name!.Substring(0, 1) into g
             orderby g.Key
             select new { Letter = g.Key, Artists = g.Count(), Longest = g.Max(a => a.Name!.Length), First = g.Min(a => a.Name) },
        """
        SELECT SUBSTR(Name, 1, 1), COUNT(*), MAX(LENGTH(Name)), MIN(Name) FROM Artist WHERE Name <> '' GROUP BY SUBSTR(Name, 1, 1) ORDER BY 1
        """,
        r => new { Letter = r.Text(0), Artists = r.Int(1), Longest = r.Int(2), First = r.Text(3) });

    [Test]
    public void Tracks_that_nobody_bought_by_genre() => Ask(
        s => s.Tracks.LeftJoin(s.InvoiceLines, t => t.TrackId, l => l.TrackId, (t, l) => new { t.TrackId, t.GenreId, Unsold = l == null })
            .Where(x => x.Unsold)
            .GroupBy(x => x.GenreId)
            .Select(g => new { Genre = g.Key, Tracks = g.Count(), First = g.Min(x => x.TrackId) })
            .OrderBy(x => x.Genre),
        """
        SELECT GenreId, COUNT(*), MIN(TrackId) FROM Track t WHERE NOT EXISTS (SELECT 1 FROM InvoiceLine l WHERE l.TrackId = t.TrackId)
        GROUP BY GenreId ORDER BY GenreId NULLS FIRST
        """,
        r => new { Genre = r.IntOrNull(0), Tracks = r.Int(1), First = r.Int(2) });

    [Test]
    public void Writers_on_two_albums_or_more() => Ask(
        s => s.Tracks.Where(t => t.Composer != null && t.AlbumId != null)
            .GroupBy(t => t.Composer!, (composer, tracks) => new Writer(composer, tracks.Select(t => t.AlbumId).Distinct().Count()) { Tracks = tracks.Count() })
            .Where(w => w.Albums > 1)
            .OrderByDescending(w => w.Albums).ThenBy(w => w.Name),
        """
        SELECT Composer, COUNT(DISTINCT AlbumId), COUNT(*) FROM Track WHERE Composer IS NOT NULL AND AlbumId IS NOT NULL
        GROUP BY Composer HAVING COUNT(DISTINCT AlbumId) > 1 ORDER BY 2 DESC, 1
        """,
        r => new Writer(r.Text(0), r.Int(1)) { Tracks = r.Int(2) });

    [Test]
    public void Live_music_by_text() => Ask(
        s => from t in s.Tracks
             where t.Name.ToLower().Contains("live") || t.Name.StartsWith("100%") || t.Name.EndsWith("a_b")
             orderby t.Name.Length descending, t.TrackId
             select new { t.TrackId, Name = t.Name.Replace("(live)", "*").Trim(), At = t.Name.IndexOf("("), Size = t.Bytes == null ? -1 : t.Bytes.Value / 1024 },
        """
        SELECT TrackId, TRIM(REPLACE(Name, '(live)', '*')), Name, CASE WHEN Bytes IS NULL THEN -1 ELSE Bytes / 1024 END FROM Track
        WHERE LOWER(Name) LIKE '%live%' OR SUBSTR(Name, 1, 4) = '100%' OR SUBSTR(Name, LENGTH(Name) - 2) = 'a_b' ORDER BY LENGTH(Name) DESC, TrackId
        """,
        r => new { TrackId = r.Int(0), Name = r.Text(1), At = r.Text(2).IndexOf('('), Size = r.Int(3) });

    [Test]
    public void Genres_with_their_long_tracks() => AskNested(
        s => s.Genres.OrderBy(g => g.GenreId).Select(g => new
        {
            g.Name, Long = s.Tracks.Where(t => t.GenreId == g.GenreId && t.Milliseconds > 178_000 && t.TrackId % 5 == 0).OrderBy(t => t.TrackId).Select(t => t.Name).ToList(),
        }),
        """
        SELECT g.GenreId, g.Name, t.Name FROM Genre g LEFT JOIN Track t ON t.GenreId = g.GenreId AND t.Milliseconds > 178000 AND t.TrackId % 5 = 0
        ORDER BY g.GenreId, t.TrackId
        """,
        rows => rows.GroupBy(r => r.Int(0)).Select(g => new { Name = g.First().TextOrNull(1), Long = g.Select(r => r.TextOrNull(2)).OfType<string>().ToList() }));

    private sealed class Writer(string name, int albums)
    {
        public string Name { get; } = name;

        public int Albums { get; } = albums;

        public int Tracks { get; init; }
    }
}
