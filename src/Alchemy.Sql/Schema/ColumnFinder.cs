namespace Alchemy;

/// <summary>The columns of tables that an expression names.</summary>
internal sealed class ColumnFinder : SqlVisitor
{
    private readonly List<Column> _columns = [];

    public static IReadOnlyList<Column> Columns(ClauseElement element)
    {
        var finder = new ColumnFinder();
        finder.Visit(element);
        return [.. finder._columns.Where(c => c.Owner is not null).Distinct<Column>(ReferenceEqualityComparer.Instance)];
    }

    protected internal override void VisitColumn(Column node) => _columns.Add(node);
}
