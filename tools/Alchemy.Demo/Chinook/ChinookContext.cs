using Alchemy.Linq;

namespace Alchemy.Demo.Chinook;

/// <summary>The Chinook music shop. Its tables are called as the classes are, so hardly anything has to be said.</summary>
internal sealed class ChinookContext(Engine engine) : AlchemyContext(engine)
{
    // IQueryable and no EntitySet: this database is only read.
    public IQueryable<Artist> Artists => Set<Artist>();

    public IQueryable<Genre> Genres => Set<Genre>();

    public IQueryable<Track> Tracks => Set<Track>();

    public IQueryable<Playlist> Playlists => Set<Playlist>();

    public IQueryable<Customer> Customers => Set<Customer>();

    public IQueryable<Employee> Employees => Set<Employee>();

    public IQueryable<Invoice> Invoices => Set<Invoice>();

    protected override void OnModelCreating(ModelBuilder builder) => builder
        .Entity<Artist>()
        .Entity<Playlist>()
        .Entity<PlaylistTrack>(e => e.Key(t => new { t.PlaylistId, t.TrackId }))
        .Entity<Invoice>()
        .Entity<Employee>(e => e.Navigation(m => m.Manager).ForeignKey(nameof(Employee.ReportsTo)));
}
