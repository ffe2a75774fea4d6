namespace Alchemy.Internals;

/// <summary>The parts of one node.</summary>
internal sealed class CollectedParts : PartList
{
    private readonly List<Part> _parts = [];

    public static IReadOnlyList<Part> Of(ClauseElement node)
    {
        var collected = new CollectedParts();
        node.Describe(collected);
        return collected._parts;
    }

    private protected override void Add(in Part part) => _parts.Add(part);
}
