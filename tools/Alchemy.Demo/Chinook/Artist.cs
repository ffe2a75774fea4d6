namespace Alchemy.Demo.Chinook;

/// <summary>Who plays.</summary>
public sealed class Artist
{
    public int ArtistId { get; set; }

    public string? Name { get; set; }

    public List<Album> Albums { get; set; } = [];
}
