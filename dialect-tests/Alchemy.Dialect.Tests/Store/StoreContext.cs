using Alchemy.Linq;

namespace Alchemy.StoreTests;

/// <summary>All eleven tables of Chinook. What a name of C# is called in the database is said by the context of each database.</summary>
public abstract class StoreContext(Engine engine) : AlchemyContext(engine), IStore
{
    public IQueryable<Artist> Artists => Set<Artist>();

    public IQueryable<Album> Albums => Set<Album>();

    public IQueryable<Track> Tracks => Set<Track>();

    public IQueryable<MediaType> MediaTypes => Set<MediaType>();

    public IQueryable<Genre> Genres => Set<Genre>();

    public IQueryable<Playlist> Playlists => Set<Playlist>();

    public IQueryable<PlaylistTrack> PlaylistTracks => Set<PlaylistTrack>();

    public IQueryable<Invoice> Invoices => Set<Invoice>();

    public IQueryable<InvoiceLine> InvoiceLines => Set<InvoiceLine>();

    public IQueryable<Customer> Customers => Set<Customer>();

    public IQueryable<Employee> Employees => Set<Employee>();

    protected override void OnModelCreating(ModelBuilder builder) => builder
        .Entity<Artist>()
        .Entity<Playlist>()
        .Entity<PlaylistTrack>(e => e.Key(t => new { t.PlaylistId, t.TrackId }))
        .Entity<Invoice>()
        .Entity<Employee>(e => e.Navigation(m => m.Manager).ForeignKey(nameof(Employee.ReportsTo)).Inverse(nameof(Employee.Reports)));
}

/// <summary>Chinook's file for SQLite has the names of C#.</summary>
public sealed class SqliteStoreContext(Engine engine) : StoreContext(engine);

/// <summary>Chinook's script for PostgreSQL writes album_id for AlbumId.</summary>
public sealed class PostgreSqlStoreContext(Engine engine) : StoreContext(engine)
{
    protected override void OnModelCreating(ModelBuilder builder) => base.OnModelCreating(builder.UseNames(Naming.SnakeCase));
}
