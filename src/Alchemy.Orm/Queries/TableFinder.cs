namespace Alchemy.Internals;

/// <summary>Finds the tables that a statement reads, wherever in it they stand.</summary>
internal sealed class TableFinder : SqlVisitor
{
    private readonly HashSet<Table> _tables = new(ReferenceEqualityComparer.Instance);

    public static IReadOnlySet<Table> In(ClauseElement statement)
    {
        var finder = new TableFinder();
        finder.Visit(statement);
        return finder._tables;
    }

    /// <inheritdoc/>
    protected internal override void VisitTable(Table table) => _tables.Add(table);

    /// <inheritdoc/>
    protected internal override void VisitColumn(Column column) => _tables.Add(column.Table);

    /// <inheritdoc/>
    protected internal override void VisitProxyColumn(ProxyColumn column) => Visit(column.From);
}
