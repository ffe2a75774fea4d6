namespace Alchemy.Demo.Chinook;

/// <summary>A piece of music, and what it costs.</summary>
public sealed class Track
{
    public int TrackId { get; set; }

    public string Name { get; set; } = "";

    public int? AlbumId { get; set; }

    public Album? Album { get; set; }

    public int MediaTypeId { get; set; }

    public MediaType MediaType { get; set; } = null!;

    public int? GenreId { get; set; }

    public Genre? Genre { get; set; }

    public string? Composer { get; set; }

    public int Milliseconds { get; set; }

    public int? Bytes { get; set; }

    public decimal UnitPrice { get; set; }

    public List<PlaylistTrack> Playlists { get; set; } = [];

    public List<InvoiceLine> InvoiceLines { get; set; } = [];
}
