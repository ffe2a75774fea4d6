namespace Alchemy.Demo.Chinook;

/// <summary>A track of a playlist: the row between the two.</summary>
public sealed class PlaylistTrack
{
    public int PlaylistId { get; set; }

    public Playlist Playlist { get; set; } = null!;

    public int TrackId { get; set; }

    public Track Track { get; set; } = null!;
}
