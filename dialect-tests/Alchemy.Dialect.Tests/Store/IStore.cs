namespace Alchemy.StoreTests;

/// <summary>The tables of a music shop, wherever they are.</summary>
public interface IStore
{
    IQueryable<Artist> Artists { get; }

    IQueryable<Album> Albums { get; }

    IQueryable<Track> Tracks { get; }

    IQueryable<MediaType> MediaTypes { get; }

    IQueryable<Genre> Genres { get; }

    IQueryable<Playlist> Playlists { get; }

    IQueryable<PlaylistTrack> PlaylistTracks { get; }

    IQueryable<Invoice> Invoices { get; }

    IQueryable<InvoiceLine> InvoiceLines { get; }

    IQueryable<Customer> Customers { get; }

    IQueryable<Employee> Employees { get; }
}
