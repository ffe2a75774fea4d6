namespace Alchemy.Demo.Chinook;

/// <summary>What an artist publishes.</summary>
public sealed class Album
{
    public int AlbumId { get; set; }

    public string Title { get; set; } = "";

    public int ArtistId { get; set; }

    public Artist Artist { get; set; } = null!;

    public List<Track> Tracks { get; set; } = [];
}
