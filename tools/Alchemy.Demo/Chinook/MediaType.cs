namespace Alchemy.Demo.Chinook;

/// <summary>A kind of file.</summary>
public sealed class MediaType
{
    public int MediaTypeId { get; set; }

    public string? Name { get; set; }

    public List<Track> Tracks { get; set; } = [];
}
