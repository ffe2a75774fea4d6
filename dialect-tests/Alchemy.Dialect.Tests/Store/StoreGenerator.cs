namespace Alchemy.StoreTests;

/// <summary>A store of the shape of Chinook, always the same. What real data seldom shows is in it on purpose; the comments say what.</summary>
internal sealed class StoreGenerator
{
    private static readonly string[] Words =
        ["Nord", "Æther", "Café", "日本", "Straße", "Ocean", "blue", "O'Neil", "100%", "a_b", "Ночь", "Stone", "River", "señor", "Glass", "Iron", "Moon", "zeal", "Echo", "Quartz"];

    private static readonly (string Country, string City, string? State)[] Places =
    [
        ("USA", "Boston", "MA"), ("USA", "Cupertino", "CA"), ("Germany", "Berlin", null), ("Germany", "Köln", ""), ("France", "Paris", null),
        ("Canada", "Calgary", "AB"), ("Canada", "Montréal", "QC"), ("Brazil", "São Paulo", "SP"), ("Norway", "Oslo", null), ("Czech Republic", "Prague", null),
    ];

    private readonly Random _random = new(20_260_101);
    private readonly StoreRows _rows = new();

    private StoreGenerator()
    {
    }

    /// <summary>New objects each time, equal each time.</summary>
    public static StoreRows Rows()
    {
        var generator = new StoreGenerator();
        generator.AddCatalogue();
        generator.AddPlaylists();
        generator.AddPeople();
        generator.AddSales();
        return generator._rows.Link();
    }

    private void AddCatalogue()
    {
        string[] genres = ["Rock", "Jazz", "Metal", "Latin", "Blues", "Soul", "Opera", "Reggae", "TV", "Pop", "Classical", "Sertanejo"];
        _rows.Genres.AddRange(genres.Select((name, i) => new Genre { GenreId = i + 1, Name = name }));
        // No track is of the last media type.
        string[] mediaTypes = ["MPEG", "AAC", "Protected AAC", "Video", "Tape"];
        _rows.MediaTypes.AddRange(mediaTypes.Select((name, i) => new MediaType { MediaTypeId = i + 1, Name = name }));
        for (var id = 1; id <= 60; id++)
        {
            // Two artists of one name, one without a name.
            _rows.Artists.Add(new Artist { ArtistId = id, Name = id == 60 ? null : id % 20 == 0 ? "Various" : $"{Word()} {Word()} {id}" });
            // Each seventh artist has no album.
            for (var n = id % 7 == 0 ? 0 : 1 + _random.Next(4); n > 0; n--)
            {
                AddAlbum(id);
            }
        }

        // Music that is on no album.
        for (var n = 0; n < 10; n++)
        {
            AddTrack(null, n);
        }
    }

    private void AddAlbum(int artist)
    {
        var album = new Album { AlbumId = _rows.Albums.Count + 1, ArtistId = artist, Title = $"{Word()} {Word()}" };
        _rows.Albums.Add(album);
        // Albums of one track, and of none.
        for (var n = album.AlbumId % 50 == 0 ? 0 : album.AlbumId % 11 == 0 ? 1 : 2 + _random.Next(14); n > 0; n--)
        {
            AddTrack(album, n);
        }
    }

    private void AddTrack(Album? album, int number)
    {
        var artist = album is null ? null : _rows.Artists[album.ArtistId - 1].Name;
        _rows.Tracks.Add(new Track
        {
            TrackId = _rows.Tracks.Count + 1,
            // The same names on many albums.
            Name = number == 1 ? "Intro" : $"{Word()} {Word()}{(number % 3 == 0 ? " (live)" : "")}",
            AlbumId = album?.AlbumId,
            MediaTypeId = 1 + _random.Next(4),
            GenreId = _random.Next(15) == 0 ? null : 1 + _random.Next(11),
            Composer = _random.Next(4) switch { 0 => null, 1 => artist, _ => $"{Word()} / {Word()}" },
            // Few lengths, so that many are equal.
            Milliseconds = 1_000 * (120 + _random.Next(60)) + 500 * _random.Next(2),
            Bytes = _random.Next(20) == 0 ? null : _random.Next(1_000_000, 9_000_000),
            UnitPrice = _random.Next(8) switch { 0 => 1.99m, 1 => 0m, 2 => 1.1m, _ => 0.99m },
        });
    }

    private void AddPlaylists()
    {
        // The first holds all, the second nothing; two have one name.
        string?[] names = ["Everything", "Nothing yet", "Rock only", "Rock and Jazz", "Morning", "Morning", "Long ones", "Nachtmusik", null, "Live", "One", "Cheap"];
        _rows.Playlists.AddRange(names.Select((name, i) => new Playlist { PlaylistId = i + 1, Name = name }));
        foreach (var track in _rows.Tracks)
        {
            Put(1, track, track.TrackId % 40 != 0);
            Put(3, track, track.GenreId is 1 && track.TrackId % 2 == 0);
            Put(4, track, track.GenreId is 1 or 2 && track.TrackId % 3 == 0);
            Put(5, track, track.TrackId % 17 == 0);
            Put(6, track, track.TrackId % 34 == 0);
            Put(7, track, track.Milliseconds > 175_000);
            Put(8, track, track.GenreId is 7 or 11);
            Put(9, track, track.GenreId is null);
            Put(10, track, track.Name.EndsWith("(live)", StringComparison.Ordinal) && track.TrackId % 5 == 0);
            Put(11, track, track.TrackId == 7);
            Put(12, track, track.UnitPrice == 0);
        }
    }

    private void Put(int playlist, Track track, bool belongs)
    {
        if (belongs)
        {
            _rows.PlaylistTracks.Add(new PlaylistTrack { PlaylistId = playlist, TrackId = track.TrackId });
        }
    }

    private void AddPeople()
    {
        // The sixth was employed before the manager; the ninth, of unknown age, has nobody who reports or buys.
        int?[] managers = [null, 1, 2, 2, 2, 1, 6, 6, 7];
        for (var id = 1; id <= managers.Length; id++)
        {
            var (country, city, state) = Places[id % 4];
            _rows.Employees.Add(new Employee
            {
                EmployeeId = id, ReportsTo = managers[id - 1], FirstName = Word(), LastName = $"{Word()}{id}", Title = id < 3 ? "Manager" : id < 6 ? "Sales" : null,
                BirthDate = id == 9 ? null : new DateTime(1960 + id, id, 28), HireDate = new DateTime(id == 6 ? 2001 : 2002 + id / 3, 1 + id, 1 + id),
                Country = country, City = city, State = state, Email = $"e{id}@shop.example",
            });
        }

        for (var id = 1; id <= 60; id++)
        {
            var (country, city, state) = Places[_random.Next(Places.Length)];
            _rows.Customers.Add(new Customer
            {
                CustomerId = id, FirstName = Word(), LastName = $"{Word()}{id % 25}", Company = id % 4 == 0 ? $"{Word()} & Co" : null,
                Country = id == 13 ? null : country, City = city, State = state, PostalCode = id % 5 == 0 ? null : $"{10_000 + 37 * id}",
                Phone = id % 3 == 0 ? null : $"+{id}", Email = $"c{id}@{(id % 3 == 0 ? "mail.example" : id % 7 == 0 ? "Firma.example" : "post.example")}",
                SupportRepId = id % 10 == 0 ? null : 3 + id % 3,
            });
        }
    }

    private void AddSales()
    {
        for (var id = 1; id <= 320; id++)
        {
            // The last six customers never buy.
            var customer = _rows.Customers[_random.Next(54)];
            var invoice = new Invoice { InvoiceId = id, CustomerId = customer.CustomerId, InvoiceDate = Day(id) };
            // Some want the bill elsewhere.
            (invoice.BillingCountry, invoice.BillingCity, invoice.BillingState) = id % 9 == 0 ? Places[id % Places.Length] : (customer.Country, customer.City, customer.State);
            invoice.Total = AddLines(invoice);
            // Some get something off.
            invoice.Total -= id % 25 == 0 && invoice.Total > 1 ? 0.5m : 0;
            _rows.Invoices.Add(invoice);
        }
    }

    // Each third is at the first or at the last moment of a month.
    private DateTime Day(int number)
    {
        var month = new DateTime(2023, 1, 1).AddMonths(number % 36);
        return number % 3 != 0 ? month.AddDays(_random.Next(28)).AddHours(number % 24) : number % 2 == 0 ? month : month.AddMonths(1).AddSeconds(-1);
    }

    // An invoice may be without lines.
    private decimal AddLines(Invoice invoice)
    {
        var total = 0m;
        foreach (var track in Enumerable.Range(0, invoice.InvoiceId % 6).Select(_ => _rows.Tracks[_random.Next(_rows.Tracks.Count / 2)]))
        {
            var line = new InvoiceLine
            {
                InvoiceLineId = _rows.InvoiceLines.Count + 1, InvoiceId = invoice.InvoiceId, TrackId = track.TrackId, UnitPrice = track.UnitPrice, Quantity = 1 + _random.Next(3) / 2,
            };
            _rows.InvoiceLines.Add(line);
            total += line.UnitPrice * line.Quantity;
        }

        return total;
    }

    private string Word() => Words[_random.Next(Words.Length)];
}
