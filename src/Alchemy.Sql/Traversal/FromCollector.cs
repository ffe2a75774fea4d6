namespace Alchemy.Internals;

/// <summary>Finds the FROMs that an expression's columns belong to, in the order in which they are met; subqueries keep their own.</summary>
internal sealed class FromCollector : SqlVisitor
{
    private readonly List<FromClause> _froms = [];
    private readonly HashSet<FromClause> _seen = new(ReferenceEqualityComparer.Instance);

    public static IReadOnlyList<FromClause> Collect(IEnumerable<ClauseElement> nodes)
    {
        var collector = new FromCollector();
        foreach (var node in nodes)
        {
            collector.Visit(node);
        }

        return collector._froms;
    }

    protected internal override void VisitColumn(Column node)
    {
        if (node.Owner is { } table)
        {
            Add(table);
        }
    }

    protected internal override void VisitProxyColumn(ProxyColumn node) => Add(node.From);

    protected internal override void VisitTableValuedColumn(TableValuedColumn node) => Add(node.From);

    protected internal override void VisitScalarSelect(ScalarSelect node)
    {
    }

    protected internal override void VisitExists(Exists node)
    {
    }

    protected internal override void VisitSelect(Select node)
    {
    }

    protected internal override void VisitCompound(CompoundSelect node)
    {
    }

    private void Add(FromClause from)
    {
        if (_seen.Add(from))
        {
            _froms.Add(from);
        }
    }
}
