namespace Alchemy;

public partial class SqlCompiler
{
    private readonly Dictionary<SelectBase, string?[]> _ownNames = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    protected internal override void VisitColumn(Column node) => WriteColumn(node.From, node.Name);

    /// <inheritdoc/>
    protected internal override void VisitProxyColumn(ProxyColumn node) => WriteColumn(node.From, RenderedName(node));

    private void WriteColumn(FromClause from, string name)
    {
        if (_context.BareColumns)
        {
            WriteName(name);
            return;
        }

        if (_context.Dml is { OutputName: { } output } && _context.Dml.Changes(from))
        {
            Write(output);
        }
        else if (from is Table table)
        {
            if (_context.Dml is not { WithoutSchema: true } || !_context.Dml.Changes(from))
            {
                _writer.Write(new SchemaSegment(table.Schema));
            }

            WriteName(table.Name);
        }
        else
        {
            WriteName(FromName(from)!);
        }

        Write(".").WriteName(name);
    }

    // The name that the inner SELECT gives to the column, which for an unnamed expression is known to this statement only.
    private string RenderedName(ProxyColumn column) => (column.From, column.Source) switch
    {
        (Subquery subquery, _) => OutputName(subquery.Select, column.Index),
        (CommonTableExpression cte, _) => OutputName(cte.Select, column.Index),
        (_, ProxyColumn inner) => RenderedName(inner),
        _ => column.Name,
    };

    private string OutputName(SelectBase select, int index)
    {
        while (select is CompoundSelect compound)
        {
            select = compound.Selects[0];
        }

        var own = OwnNames(select);
        var name = own[index];
        var repeated = name is not null && Array.IndexOf(own, name) < index;
        return name is not null && !repeated ? name : _labels.Column(select, index, name ?? Stem(select.Columns[index]), own);
    }

    private string?[] OwnNames(SelectBase select)
    {
        if (!_ownNames.TryGetValue(select, out var names))
        {
            names = [.. select.Columns.Select(c => c is ProxyColumn proxy ? RenderedName(proxy) : c.Name)];
            _ownNames.Add(select, names);
        }

        return names;
    }

    private static string Stem(ColumnElement column) => column switch { FunctionCall call => call.ShortName, AggregateOrderBy { Element: var ordered } => Stem(ordered), _ => "anon" };

    private void WriteSelectList(Select select)
    {
        var results = _columns is null ? new List<ResultColumn>(select.Columns.Count) : null;
        // Claimed before the columns are rendered: a SELECT nested in one of them must not put its own in their place.
        _columns ??= results;
        for (var i = 0; i < select.Columns.Count; i++)
        {
            var column = select.Columns[i];
            var name = column is TextClause text ? text.Text : column is ColumnClause { IsText: true } literal ? literal.Name : column is TableValuedColumn row ? FromName(row.From)! : OutputName(select, i);
            Write(i == 0 ? "" : ", ").RenderResult(column);
            var isPlain = column is TextClause or ColumnClause { IsText: true } or TableValuedColumn or FunctionColumn || column is NamedColumn or ColumnClause && name == OwnNames(select)[i];
            if (!isPlain || Converted(column) is not null)
            {
                Write(" AS ").WriteName(name);
            }

            results?.Add(new ResultColumn(name, column.Type, column));
        }
    }

    /// <summary>Renders a column of a SELECT list or RETURNING. A dialect may convert it to what the driver reads.</summary>
    protected virtual void RenderResult(ColumnElement column) => Visit(Converted(column) ?? column);

    // A type of the user's own may return its column through a function; inside of a subquery it is still the column.
    private ColumnElement? Converted(ColumnElement column) => (_statement is SelectBase ? _context.IsOutermost : _inReturning) ? column.Type.ColumnExpression(column is Label label ? label.Element : column)?.Node : null;
}
