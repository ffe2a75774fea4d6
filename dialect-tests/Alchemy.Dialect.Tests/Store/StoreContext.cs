using System.Linq.Expressions;
using System.Reflection;
using Alchemy.Linq;

namespace Alchemy.Tests.Store;

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

    /// <summary>The database's name for a class or a property.</summary>
    protected abstract string NameOf(string name);

    protected override void OnModelCreating(ModelBuilder builder) => builder
        .Entity<Artist>(Map)
        .Entity<Album>(Map)
        .Entity<Track>(Map)
        .Entity<MediaType>(Map)
        .Entity<Genre>(Map)
        .Entity<Playlist>(Map)
        .Entity<PlaylistTrack>(e => Map(e.Key(t => new { t.PlaylistId, t.TrackId })))
        .Entity<Invoice>(Map)
        .Entity<InvoiceLine>(Map)
        .Entity<Customer>(Map)
        .Entity<Employee>(e => Map(e.Navigation(m => m.Manager).ForeignKey(nameof(Employee.ReportsTo)).Inverse(nameof(Employee.Reports)).And));

    private void Map<T>(EntityBuilder<T> entity)
        where T : class
    {
        entity.Table(NameOf(typeof(T).Name));
        foreach (var property in typeof(T).GetProperties().Where(p => SqlTypes.TryOf(p.PropertyType) is not null))
        {
            // Chinook numbers its rows itself.
            entity.Property(Member<T>(property)).Column(NameOf(property.Name)).AutoIncrement(false);
        }
    }

    private static Expression<Func<T, object?>> Member<T>(PropertyInfo property)
    {
        var entity = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(entity, property), typeof(object)), entity);
    }
}

/// <summary>Chinook's file for SQLite has the names of C#.</summary>
public sealed class SqliteStoreContext(Engine engine) : StoreContext(engine)
{
    protected override string NameOf(string name) => name;
}

/// <summary>Chinook's script for PostgreSQL writes album_id for AlbumId.</summary>
public sealed class PostgreSqlStoreContext(Engine engine) : StoreContext(engine)
{
    protected override string NameOf(string name) => HandWritten.SnakeCase(name).ToLowerInvariant();
}
