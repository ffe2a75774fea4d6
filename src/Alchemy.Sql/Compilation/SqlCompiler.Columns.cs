namespace Alchemy;

public partial class SqlCompiler
{
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

        if (from is Table table)
        {
            if (table.Schema is not null)
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

        var column = select.Columns[index];
        var own = column is ProxyColumn proxy ? RenderedName(proxy) : column.Name;
        var repeated = own is not null && select.Columns.Take(index).Any(c => (c is ProxyColumn p ? RenderedName(p) : c.Name) == own);
        return own is not null && !repeated ? own : _labels.Column(select, index, own ?? Stem(column));
    }

    private static string Stem(ColumnElement column) => column is FunctionCall call ? call.FunctionName : "anon";

    private void WriteSelectList(Select select)
    {
        var results = _columns is null ? new List<ResultColumn>(select.Columns.Count) : null;
        // Claimed before the columns are rendered: a SELECT nested in one of them must not put its own in their place.
        _columns ??= results;
        for (var i = 0; i < select.Columns.Count; i++)
        {
            var column = select.Columns[i];
            var name = column is TextClause text ? text.Text : OutputName(select, i);
            Write(i == 0 ? "" : ", ").RenderResult(column);
            var isPlain = column is TextClause || column is NamedColumn named && name == (named is ProxyColumn p ? RenderedName(p) : named.Name);
            if (!isPlain)
            {
                Write(" AS ").WriteName(name);
            }

            results?.Add(new ResultColumn(name, column.Type, column));
        }
    }

    /// <summary>Renders a column of a SELECT list or RETURNING. A dialect may convert it to what the driver reads.</summary>
    protected virtual void RenderResult(ColumnElement column) => Visit(column);

    private void WriteReturning(IReadOnlyList<ColumnElement> columns)
    {
        if (columns.Count == 0)
        {
            return;
        }

        if (Features.Returning is Returning.None)
        {
            throw Unsupported("RETURNING", "read the rows with a SELECT.");
        }

        Write(" RETURNING ");
        _columns = _columns is { Count: 0 } ? null : _columns;
        var select = new Select(columns);
        WriteSelectList(select);
    }
}
