namespace Alchemy.Internals;

/// <summary>Whether a statement uses columns of given FROMs, however deep.</summary>
internal sealed class FromReferences : SqlVisitor
{
    private readonly HashSet<FromClause> _wanted;
    private bool _found;

    private FromReferences(IEnumerable<FromClause> wanted) => _wanted = new(wanted, ReferenceEqualityComparer.Instance);

    public static bool Meets(ClauseElement statement, IEnumerable<FromClause> wanted)
    {
        var finder = new FromReferences(wanted);
        finder.Visit(statement);
        return finder._found;
    }

    /// <inheritdoc/>
    protected internal override void VisitColumn(Column column) => _found |= _wanted.Contains(column.From);

    /// <inheritdoc/>
    protected internal override void VisitProxyColumn(ProxyColumn column) => _found |= _wanted.Contains(column.From);
}
