namespace Alchemy.Demo.Chinook;

/// <summary>A list of tracks.</summary>
public sealed class Playlist
{
    public int PlaylistId { get; set; }

    public string? Name { get; set; }

    public List<PlaylistTrack> Tracks { get; set; } = [];
}
