namespace Alchemy.Internals;

/// <summary>Finds out whether an upsert speaks of the row that could not be inserted.</summary>
internal sealed class ExcludedFinder : SqlVisitor
{
    private bool _found;

    public static bool IsIn(IEnumerable<ClauseElement> nodes)
    {
        var finder = new ExcludedFinder();
        foreach (var node in nodes)
        {
            finder.Visit(node);
        }

        return finder._found;
    }

    protected internal override void VisitExcludedColumn(ExcludedColumn node) => _found = true;
}
