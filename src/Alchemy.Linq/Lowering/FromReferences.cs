namespace Alchemy.Internals;

/// <summary>The columns of given FROMs that a statement uses, however deep.</summary>
internal sealed class FromReferences : SqlVisitor
{
    private readonly HashSet<FromClause> _wanted;
    private readonly List<ColumnElement> _found = [];
    private bool _hasSelect;

    private FromReferences(IEnumerable<FromClause> wanted) => _wanted = new(wanted, ReferenceEqualityComparer.Instance);

    public static bool Meets(ClauseElement statement, IEnumerable<FromClause> wanted) => In(statement, wanted)._found.Count > 0;

    /// <summary>The columns that an expression uses; null when it holds a SELECT of its own.</summary>
    public static IReadOnlyList<ColumnElement>? ColumnsIn(ColumnElement expression, IEnumerable<FromClause> wanted)
        => In(expression, wanted) is { _hasSelect: false } finder ? finder._found : null;

    /// <inheritdoc/>
    protected internal override void VisitColumn(Column column) => Note(column.From, column);

    /// <inheritdoc/>
    protected internal override void VisitProxyColumn(ProxyColumn column) => Note(column.From, column);

    /// <inheritdoc/>
    protected internal override void VisitSelect(Select node)
    {
        _hasSelect = true;
        base.VisitSelect(node);
    }

    private static FromReferences In(ClauseElement statement, IEnumerable<FromClause> wanted)
    {
        var finder = new FromReferences(wanted);
        finder.Visit(statement);
        return finder;
    }

    private void Note(FromClause from, ColumnElement column)
    {
        if (_wanted.Contains(from))
        {
            _found.Add(column);
        }
    }
}
