namespace Alchemy.StoreTests;

/// <summary>The rows of a store as objects that refer to each other: LINQ to Objects asks them.</summary>
internal sealed class StoreRows : IStore
{
    public List<Artist> Artists { get; init; } = [];

    public List<Album> Albums { get; init; } = [];

    public List<Track> Tracks { get; init; } = [];

    public List<MediaType> MediaTypes { get; init; } = [];

    public List<Genre> Genres { get; init; } = [];

    public List<Playlist> Playlists { get; init; } = [];

    public List<PlaylistTrack> PlaylistTracks { get; init; } = [];

    public List<Invoice> Invoices { get; init; } = [];

    public List<InvoiceLine> InvoiceLines { get; init; } = [];

    public List<Customer> Customers { get; init; } = [];

    public List<Employee> Employees { get; init; } = [];

    IQueryable<Artist> IStore.Artists => Artists.AsQueryable();

    IQueryable<Album> IStore.Albums => Albums.AsQueryable();

    IQueryable<Track> IStore.Tracks => Tracks.AsQueryable();

    IQueryable<MediaType> IStore.MediaTypes => MediaTypes.AsQueryable();

    IQueryable<Genre> IStore.Genres => Genres.AsQueryable();

    IQueryable<Playlist> IStore.Playlists => Playlists.AsQueryable();

    IQueryable<PlaylistTrack> IStore.PlaylistTracks => PlaylistTracks.AsQueryable();

    IQueryable<Invoice> IStore.Invoices => Invoices.AsQueryable();

    IQueryable<InvoiceLine> IStore.InvoiceLines => InvoiceLines.AsQueryable();

    IQueryable<Customer> IStore.Customers => Customers.AsQueryable();

    IQueryable<Employee> IStore.Employees => Employees.AsQueryable();

    public IEnumerable<object> All =>
    [
        .. Artists, .. Albums, .. Tracks, .. MediaTypes, .. Genres, .. Playlists, .. PlaylistTracks, .. Invoices, .. InvoiceLines, .. Customers, .. Employees,
    ];

    /// <summary>Makes references and collections of the foreign keys.</summary>
    public StoreRows Link()
    {
        Link(Albums, Artists, a => a.ArtistId, a => a.ArtistId, (a, artist) => a.Artist = artist, a => a.Albums);
        Link(Tracks, Albums, t => t.AlbumId, a => a.AlbumId, (t, album) => t.Album = album, a => a.Tracks);
        Link(Tracks, Genres, t => t.GenreId, g => g.GenreId, (t, genre) => t.Genre = genre, g => g.Tracks);
        Link(Tracks, MediaTypes, t => t.MediaTypeId, m => m.MediaTypeId, (t, type) => t.MediaType = type, m => m.Tracks);
        Link(PlaylistTracks, Playlists, p => p.PlaylistId, p => p.PlaylistId, (p, playlist) => p.Playlist = playlist, p => p.Tracks);
        Link(PlaylistTracks, Tracks, p => p.TrackId, t => t.TrackId, (p, track) => p.Track = track, t => t.Playlists);
        Link(Invoices, Customers, i => i.CustomerId, c => c.CustomerId, (i, customer) => i.Customer = customer, c => c.Invoices);
        Link(InvoiceLines, Invoices, l => l.InvoiceId, i => i.InvoiceId, (l, invoice) => l.Invoice = invoice, i => i.Lines);
        Link(InvoiceLines, Tracks, l => l.TrackId, t => t.TrackId, (l, track) => l.Track = track, t => t.InvoiceLines);
        Link(Customers, Employees, c => c.SupportRepId, e => e.EmployeeId, (c, employee) => c.SupportRep = employee, e => e.Customers);
        Link(Employees, Employees, e => e.ReportsTo, e => e.EmployeeId, (e, manager) => e.Manager = manager, e => e.Reports);
        return this;
    }

    private static void Link<TChild, TParent>(
        List<TChild> children, List<TParent> parents, Func<TChild, int?> foreignKey, Func<TParent, int> key, Action<TChild, TParent> refer, Func<TParent, List<TChild>> collection)
    {
        var byKey = parents.ToDictionary(key);
        foreach (var child in children)
        {
            if (foreignKey(child) is { } value)
            {
                refer(child, byKey[value]);
                collection(byKey[value]).Add(child);
            }
        }
    }
}
