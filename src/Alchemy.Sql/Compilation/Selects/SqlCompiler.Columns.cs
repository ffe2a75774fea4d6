using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    private readonly OutputColumns _outputs = new();
    private bool _isCompared;

    /// <inheritdoc/>
    protected internal override void VisitColumn(Column node) => WriteColumn(node.Owner, new QuotedName(node.Name, node.Quote));

    /// <inheritdoc/>
    protected internal override void VisitProxyColumn(ProxyColumn node)
    {
        if (node is { From: Subquery or CommonTableExpression { IsRecursive: false }, Source: TextClause text } && !OutputColumns.IsName(text))
        {
            throw Unsupported($"The text '{text.Text}' as a column of '{FromName(node.From)}'", "the database gives it no name that is known here: give it one, Sql.LiteralColumn(text).As(name).");
        }

        WriteColumn(node.From, new QuotedName(ResolvedName(node), QuoteOf(node.Source)));
    }

    // The column's own word, else its table's, counts for the labels made of their names too.
    private static bool? QuoteOf(ColumnElement column, bool withTable = false) => column switch
    {
        Column own => own.Quote ?? (withTable && own.Owner is Table table ? table.Quote : null),
        ProxyColumn proxy => QuoteOf(proxy.Source, withTable),
        // Text of the program's own may have its quotes already.
        ColumnClause { IsText: true, Name: ['"' or '`' or '[', ..] } => false,
        _ => null,
    };

    private void WriteColumn(FromClause? from, QuotedName name)
    {
        if (from is null || _context.BareColumns || !HasName(from))
        {
            WriteName(name);
            return;
        }

        if (_context.Dml is { OutputName: { } output } && _context.Dml.Changes(from))
        {
            Write(output);
        }
        else if (from is Table table && AliasOf(table) is { } alias)
        {
            WriteName(alias);
        }
        else if (from is Table named)
        {
            if (_context.Dml is not { WithoutSchema: true } || !_context.Dml.Changes(from))
            {
                _writer.Write(new SchemaSegment(named.Schema) { Quote = named.QuoteSchema });
            }

            WriteTableName(named);
        }
        else
        {
            WriteFromName(from);
        }

        Write(".").WriteName(name);
    }

    private static bool HasName(FromClause from) => from is not Values { IsUnnamed: true };

    // The name that the inner SELECT gives to the column, which for an unnamed expression is known to this statement only.
    private string ResolvedName(ProxyColumn column) => column.From switch
    {
        Subquery subquery => ResolvedName(subquery.Select, _outputs.Inner(column)),
        CommonTableExpression { Element: SelectBase select } => ResolvedName(select, _outputs.Inner(column)),
        CommonTableExpression { Element: DmlStatement changing } => ResolvedName(changing.Returned, _outputs.Inner(column)),
        Alias or TableSample when column.Source is ProxyColumn inner => ResolvedName(inner),
        _ => column.Name,
    };

    private string ResolvedName(SelectBase select, OutputColumn column)
    {
        if (column is { IsExact: true, Name: LabelName.Literal exact })
        {
            return exact.Text;
        }

        return _labels.Column(column.Name, name => Array.Exists(_outputs.Of(select), o => o.Name is LabelName.Literal own && own.Text == name), from => FromName(from) ?? "");
    }

    private string OutputName(SelectBase select, int index) => ResolvedName(select, _outputs.Of(select)[index]);

    private void WriteSelectList(Select select, bool isNested = false, bool converts = false)
    {
        var results = _columns is null ? new List<ResultColumn>(select.Columns.Count) : null;
        // Claimed before the columns are rendered: a SELECT nested in one of them must not put its own in their place.
        _columns ??= results;
        var outputs = _outputs.Of(select);
        for (var i = 0; i < select.Columns.Count; i++)
        {
            var column = select.Columns[i];
            if ((column is Label named ? named.Element : column) is TupleExpression && Features.TupleColumn is Support.No)
            {
                throw Unsupported("Values in parentheses as a column", "select each of them as a column of its own.");
            }

            var converted = (converts ? Converted(column) : null) ?? (_isCompared || select.IsDistinct ? Compared(column) : null);
            var label = !isNested && column is UnaryExpression { Operator: SqlOperator.Not, Operand: { Name: { } own } operand } && Features.BooleanValue is BooleanValue.Number && IsNumberCondition(operand) ? own
                : NeedsLabel(column, outputs[i], isNested) || converted is not null ? OutputName(select, i) : null;
            Write(i == 0 ? "" : ", ").RenderResult(converted ?? column);
            if (label is not null)
            {
                Write(" AS ").WriteName(new QuotedName(label, QuoteOf(column, withTable: true)));
            }

            results?.Add(new ResultColumn(label ?? PlainName(column), Dialect.Types.Implementation(column.Type), column));
        }
    }

    private static bool NeedsLabel(ColumnElement column, OutputColumn output, bool isNested) => column switch
    {
        Annotated annotated => NeedsLabel(annotated.Element, output, isNested),
        TextClause or ColumnClause { IsText: true } or TableValuedColumn or FunctionColumn => false,
        _ when output.IsRequired => true,
        ColumnClause => false,
        NamedColumn named => isNested && named.Owner is not null,
        // An operator alone before a column leaves the SELECT list as it is.
        UnaryExpression { Operand: var operand } => isNested || (operand is Grouping group ? group.Element : operand) is not (NamedColumn or ColumnClause or Label),
        _ => true,
    };

    private string PlainName(ColumnElement column) => column switch
    {
        TextClause text => text.Text,
        ProxyColumn proxy => ResolvedName(proxy),
        TableValuedColumn row => FromName(row.From) ?? "",
        _ => column.Name ?? "",
    };

    /// <summary>What stands in the place of a column whose rows are compared with each other, by DISTINCT, UNION, INTERSECT or EXCEPT; null (unless overridden) for the column itself.</summary>
    protected virtual ColumnElement? Compared(ColumnElement column) => null;

    /// <summary>Renders a column of a SELECT list or RETURNING. A dialect may convert it to what the driver reads.</summary>
    protected virtual void RenderResult(ColumnElement column) => Visit(column);

    // A type of the user's own may return its column through a function; inside of a subquery it is still the column.
    private ColumnElement? Converted(ColumnElement column)
        => Dialect.Types.Implementation(column.Type).ColumnExpression(column is Label label ? label.Element : column)?.Node;
}
