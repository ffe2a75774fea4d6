namespace Alchemy.Demo.Chinook;

/// <summary>A kind of file.</summary>
internal sealed class MediaType
{
    public int MediaTypeId { get; set; }

    public string? Name { get; set; }
}
