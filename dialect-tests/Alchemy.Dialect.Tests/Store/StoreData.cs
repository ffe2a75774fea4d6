using Alchemy.Demo.Chinook;
using Alchemy.Linq;

namespace Alchemy.StoreTests;

/// <summary>All rows of the shop as objects in memory, with their navigations.</summary>
internal sealed class StoreData : IStore
{
    public List<Artist> ArtistRows { get; init; } = [];

    public List<Album> AlbumRows { get; init; } = [];

    public List<Track> TrackRows { get; init; } = [];

    public List<MediaType> MediaTypeRows { get; init; } = [];

    public List<Genre> GenreRows { get; init; } = [];

    public List<Playlist> PlaylistRows { get; init; } = [];

    public List<PlaylistTrack> PlaylistTrackRows { get; init; } = [];

    public List<Customer> CustomerRows { get; init; } = [];

    public List<Employee> EmployeeRows { get; init; } = [];

    public List<Invoice> InvoiceRows { get; init; } = [];

    public List<InvoiceLine> InvoiceLineRows { get; init; } = [];

    public IQueryable<Artist> Artists => ArtistRows.AsQueryable();

    public IQueryable<Album> Albums => AlbumRows.AsQueryable();

    public IQueryable<Track> Tracks => TrackRows.AsQueryable();

    public IQueryable<MediaType> MediaTypes => MediaTypeRows.AsQueryable();

    public IQueryable<Genre> Genres => GenreRows.AsQueryable();

    public IQueryable<Playlist> Playlists => PlaylistRows.AsQueryable();

    public IQueryable<PlaylistTrack> PlaylistTracks => PlaylistTrackRows.AsQueryable();

    public IQueryable<Customer> Customers => CustomerRows.AsQueryable();

    public IQueryable<Employee> Employees => EmployeeRows.AsQueryable();

    public IQueryable<Invoice> Invoices => InvoiceRows.AsQueryable();

    public IQueryable<InvoiceLine> InvoiceLines => InvoiceLineRows.AsQueryable();

    public int Rows => ArtistRows.Count + AlbumRows.Count + TrackRows.Count + MediaTypeRows.Count + GenreRows.Count + PlaylistRows.Count + PlaylistTrackRows.Count
        + CustomerRows.Count + EmployeeRows.Count + InvoiceRows.Count + InvoiceLineRows.Count;

    /// <summary>Reads every row of a database.</summary>
    public static StoreData Read(StoreContext db)
    {
        var data = new StoreData
        {
            ArtistRows = [.. db.Artists.AsNoTracking()], AlbumRows = [.. db.Albums.AsNoTracking()], TrackRows = [.. db.Tracks.AsNoTracking()], MediaTypeRows = [.. db.MediaTypes.AsNoTracking()],
            GenreRows = [.. db.Genres.AsNoTracking()], PlaylistRows = [.. db.Playlists.AsNoTracking()], PlaylistTrackRows = [.. db.PlaylistTracks.AsNoTracking()],
            CustomerRows = [.. db.Customers.AsNoTracking()], EmployeeRows = [.. db.Employees.AsNoTracking()], InvoiceRows = [.. db.Invoices.AsNoTracking()], InvoiceLineRows = [.. db.InvoiceLines.AsNoTracking()],
        };
        data.Connect();
        return data;
    }

    // The foreign keys' objects, and the collections at their other ends.
    private void Connect()
    {
        Connect(AlbumRows, a => a.ArtistId, ArtistRows, a => a.ArtistId, (album, artist) => (album.Artist = artist).Albums.Add(album));
        Connect(TrackRows, t => t.AlbumId, AlbumRows, a => a.AlbumId, (track, album) => (track.Album = album).Tracks.Add(track));
        Connect(TrackRows, t => t.GenreId, GenreRows, g => g.GenreId, (track, genre) => (track.Genre = genre).Tracks.Add(track));
        Connect(TrackRows, t => t.MediaTypeId, MediaTypeRows, m => m.MediaTypeId, (track, type) => track.MediaType = type);
        Connect(PlaylistTrackRows, p => p.PlaylistId, PlaylistRows, p => p.PlaylistId, (item, list) => (item.Playlist = list).Tracks.Add(item));
        Connect(PlaylistTrackRows, p => p.TrackId, TrackRows, t => t.TrackId, (item, track) => (item.Track = track).Playlists.Add(item));
        Connect(EmployeeRows, e => e.ReportsTo, EmployeeRows, e => e.EmployeeId, (employee, manager) => (employee.Manager = manager).Reports.Add(employee));
        Connect(CustomerRows, c => c.SupportRepId, EmployeeRows, e => e.EmployeeId, (customer, agent) => (customer.SupportRep = agent).Customers.Add(customer));
        Connect(InvoiceRows, i => i.CustomerId, CustomerRows, c => c.CustomerId, (invoice, customer) => (invoice.Customer = customer).Invoices.Add(invoice));
        Connect(InvoiceLineRows, l => l.InvoiceId, InvoiceRows, i => i.InvoiceId, (line, invoice) => (line.Invoice = invoice).Lines.Add(line));
        Connect(InvoiceLineRows, l => l.TrackId, TrackRows, t => t.TrackId, (line, track) => (line.Track = track).InvoiceLines.Add(line));
    }

    private static void Connect<TRow, TTarget>(List<TRow> rows, Func<TRow, int?> key, List<TTarget> targets, Func<TTarget, int> targetKey, Action<TRow, TTarget> connect)
    {
        var byKey = targets.ToDictionary(targetKey);
        foreach (var row in rows)
        {
            if (key(row) is { } wanted)
            {
                connect(row, byKey[wanted]);
            }
        }
    }
}
