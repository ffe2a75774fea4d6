using Alchemy.Demo.Chinook;
using Alchemy.Linq;

namespace Alchemy.StoreTests;

/// <summary>The music shop, wherever it is.</summary>
internal interface IStore
{
    IQueryable<Artist> Artists { get; }

    IQueryable<Album> Albums { get; }

    IQueryable<Track> Tracks { get; }

    IQueryable<MediaType> MediaTypes { get; }

    IQueryable<Genre> Genres { get; }

    IQueryable<Playlist> Playlists { get; }

    IQueryable<PlaylistTrack> PlaylistTracks { get; }

    IQueryable<Customer> Customers { get; }

    IQueryable<Employee> Employees { get; }

    IQueryable<Invoice> Invoices { get; }

    IQueryable<InvoiceLine> InvoiceLines { get; }
}

/// <summary>The whole schema of Chinook. The SQLite file names things as the classes do, the PostgreSQL script in snake case.</summary>
internal abstract class StoreContext(Engine engine) : AlchemyContext(engine), IStore
{
    public IQueryable<Artist> Artists => Set<Artist>();

    public IQueryable<Album> Albums => Set<Album>();

    public IQueryable<Track> Tracks => Set<Track>();

    public IQueryable<MediaType> MediaTypes => Set<MediaType>();

    public IQueryable<Genre> Genres => Set<Genre>();

    public IQueryable<Playlist> Playlists => Set<Playlist>();

    public IQueryable<PlaylistTrack> PlaylistTracks => Set<PlaylistTrack>();

    public IQueryable<Customer> Customers => Set<Customer>();

    public IQueryable<Employee> Employees => Set<Employee>();

    public IQueryable<Invoice> Invoices => Set<Invoice>();

    public IQueryable<InvoiceLine> InvoiceLines => Set<InvoiceLine>();

    protected override void OnModelCreating(ModelBuilder builder) => builder
        .Entity<Artist>()
        .Entity<Playlist>()
        .Entity<PlaylistTrack>(e => e.Key(t => new { t.PlaylistId, t.TrackId }))
        .Entity<Invoice>()
        .Entity<Employee>(e => e.Navigation(m => m.Manager).ForeignKey(nameof(Employee.ReportsTo)));
}

/// <summary>Tables and columns are named as the classes and members.</summary>
internal sealed class PascalStoreContext(Engine engine) : StoreContext(engine);

/// <summary>Tables and columns are named in snake case.</summary>
internal sealed class SnakeStoreContext(Engine engine) : StoreContext(engine)
{
    protected override void OnModelCreating(ModelBuilder builder) => base.OnModelCreating(builder.UseNames(NamingConvention.SnakeCase));
}
