namespace Alchemy.Demo.Chinook;

/// <summary>A kind of music.</summary>
public sealed class Genre
{
    public int GenreId { get; set; }

    public string? Name { get; set; }

    public List<Track> Tracks { get; set; } = [];
}
