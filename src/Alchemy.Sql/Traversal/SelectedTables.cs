namespace Alchemy.Internals;

/// <summary>Every table that a statement reads, also those of its subqueries.</summary>
internal sealed class SelectedTables : SqlVisitor
{
    private readonly HashSet<FromClause> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<Table> _tables = [];

    public static IReadOnlyList<Table> Tables(ClauseElement statement)
    {
        var finder = new SelectedTables();
        finder.Visit(statement);
        return finder._tables;
    }

    public override void Visit(ClauseElement node)
    {
        if (node is not FromClause from || _seen.Add(from))
        {
            base.Visit(node);
        }
    }

    protected internal override void VisitTable(Table node) => _tables.Add(node);

    protected internal override void VisitColumn(Column node)
    {
        if (node.Owner is { } table)
        {
            Visit(table);
        }
    }

    protected internal override void VisitProxyColumn(ProxyColumn node) => Visit(node.From);
}
