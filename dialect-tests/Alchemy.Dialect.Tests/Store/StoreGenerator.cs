using Alchemy.Demo.Chinook;

namespace Alchemy.StoreTests;

/// <summary>Makes a shop of the shape of Chinook: the same rows each time, with the cases in it that a real one has only by luck.</summary>
/// <remarks>Customers without invoices, artists without albums, an empty playlist, albums of one track, tracks without album or genre, equal prices and lengths,
/// NULL in every column that allows it, names in several scripts, invoices at the first and last moment of a month.</remarks>
internal sealed class StoreGenerator
{
    private static readonly string[] Genres = ["Rock", "Jazz", "Blues", "Fado", "Música popular", "クラシック", "Opera"];
    private static readonly string[] Countries = ["Norway", "Brazil", "Germany", "日本", "Côte d'Ivoire"];
    private static readonly string[] Words = ["blue", "river", "night", "São", "love", "Über", "rain", "50%", "train_", "fire", "O'Hara", "夜"];
    private static readonly string[] Cities = ["Oslo", "Rio", "Berlin", "東京", "Abidjan"];

    private readonly Random _random = new(20_260_101);

    /// <summary>The rows, whose keys the database gives when they are saved.</summary>
    public static IReadOnlyList<object> Make() => new StoreGenerator().All();

    private List<object> All()
    {
        var (genres, types) = (Genres.Select(n => new Genre { Name = n }).ToList(), new[] { "MPEG", "AAC", null }.Select(n => new MediaType { Name = n }).ToList());
        var artists = Enumerable.Range(0, 40).Select(i => new Artist { Name = i == 7 ? null : $"{Word()} {Word()} {i}" }).ToList();
        var albums = artists.Take(34).SelectMany(a => Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => new Album { Title = $"{Word()} {Word()}", Artist = a })).ToList();
        var tracks = albums.SelectMany((album, i) => Enumerable.Range(0, i % 9 == 0 ? 1 : 2 + _random.Next(14)).Select(_ => Track(album, genres, types))).ToList();
        tracks.AddRange(Enumerable.Range(0, 5).Select(_ => Track(null, genres, types)));
        var employees = Employees();
        var customers = Enumerable.Range(0, 45).Select(i => Customer(i, employees)).ToList();
        var invoices = customers.Where((_, i) => i % 11 != 5).SelectMany(c => Enumerable.Range(0, 1 + _random.Next(9)).Select(n => Invoice(c, n, tracks))).ToList();
        return [.. genres, .. types, .. artists, .. albums, .. tracks, .. employees, .. customers, .. invoices, .. Playlists(tracks)];
    }

    private string Word() => Words[_random.Next(Words.Length)];

    private Track Track(Album? album, List<Genre> genres, List<MediaType> types) => new()
    {
        Name = _random.Next(12) == 0 && album is not null ? $"{album.Title} ({Word()})" : $"{Word()} {Word()}",
        Album = album,
        Genre = _random.Next(15) == 0 ? null : genres[_random.Next(_random.Next(1, genres.Count + 1))],
        MediaType = types[_random.Next(3) / 2],
        Composer = _random.Next(3) == 0 ? null : Word(),
        Milliseconds = 1000 * (60 + _random.Next(240)),
        Bytes = _random.Next(10) == 0 ? null : 1_000_000 + _random.Next(9_000_000),
        UnitPrice = _random.Next(5) == 0 ? 1.99m : 0.99m,
    };

    private List<Employee> Employees()
    {
        var all = Enumerable.Range(0, 9).Select(i => new Employee { FirstName = Word(), LastName = $"Employee {i}", Title = i == 0 ? null : "Agent", City = Cities[i % 5], Country = Countries[i % 5], HireDate = new DateTime(2020, 1 + i, 1) }).ToList();
        for (var i = 1; i < all.Count; i++)
        {
            all[i].Manager = all[(i - 1) / 2];
        }

        return all;
    }

    private Customer Customer(int number, List<Employee> employees) => new()
    {
        FirstName = Word(), LastName = $"Customer {number}", Email = $"c{number}@{(number % 3 == 0 ? "shop.com" : "example.org")}",
        Company = number % 4 == 0 ? $"{Word()} & Co" : null, City = Cities[number % 5], Country = Countries[number % 5], State = number % 2 == 0 ? null : "XX",
        SupportRep = number % 10 == 9 ? null : employees[3 + number % 4],
    };

    private Invoice Invoice(Customer customer, int number, List<Track> tracks)
    {
        var start = new DateTime(2021 + _random.Next(4), 1 + _random.Next(12), 1);
        var invoice = new Invoice
        {
            Customer = customer,
            InvoiceDate = number == 0 ? start : number == 1 ? start.AddMonths(1).AddSeconds(-1) : start.AddDays(_random.Next(28)),
            BillingCity = customer.City, BillingCountry = customer.Country, BillingState = customer.State,
        };
        for (var i = _random.Next(1, 11); i > 0; i--)
        {
            var track = tracks[_random.Next(tracks.Count)];
            invoice.Lines.Add(new InvoiceLine { Invoice = invoice, Track = track, UnitPrice = track.UnitPrice, Quantity = 1 + _random.Next(3) / 2 });
        }

        // One in a dozen was put in wrong.
        invoice.Total = invoice.Lines.Sum(l => l.UnitPrice * l.Quantity) + (_random.Next(12) == 0 ? 0.01m : 0);
        return invoice;
    }

    private List<Playlist> Playlists(List<Track> tracks)
    {
        var all = Enumerable.Range(0, 8).Select(i => new Playlist { Name = i == 6 ? null : $"{Word()} list {i}" }).ToList();
        for (var i = 0; i < 7; i++)
        {
            var list = all[i];
            list.Tracks.AddRange(tracks.Where(t => _random.Next(i + 2) == 0).Select(t => new PlaylistTrack { Playlist = list, Track = t }));
        }

        return all;
    }
}
