namespace Alchemy.Internals;

/// <summary>Names the columns that a SELECT returns, so that each is told from the others.</summary>
internal sealed class OutputColumns
{
    private readonly Dictionary<SelectBase, OutputColumn[]> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The columns of a SELECT in order; of a UNION, those of its first SELECT.</summary>
    public OutputColumn[] Of(SelectBase select)
    {
        while (select is CompoundSelect compound)
        {
            select = compound.Selects[0];
        }

        if (!_known.TryGetValue(select, out var columns))
        {
            _known.Add(select, columns = Name(select.Columns, (select as Select)?.LabelStyle ?? LabelStyle.Disambiguate));
        }

        return columns;
    }

    /// <summary>The column inside that a proxy stands for.</summary>
    public OutputColumn Inner(ProxyColumn column) => column.From switch
    {
        Subquery subquery => First(subquery.Select, column.Index),
        CommonTableExpression cte => Inner(cte, column),
        Alias or TableSample when column.Source is ProxyColumn inner => Inner(inner),
        _ => new OutputColumn(new LabelName.Literal(column.Name), false, true, column.Index),
    };

    private OutputColumn Inner(CommonTableExpression cte, ProxyColumn column) => cte.Element switch
    {
        SelectBase select => First(select, column.Index),
        DmlStatement changing => First(changing.Returned, column.Index),
        _ => new OutputColumn(new LabelName.Literal(column.Name), false, true, column.Index),
    };

    // The same column twice has the same value, and the first is unambiguous; in a UNION only the first SELECT has it twice.
    private OutputColumn First(SelectBase select, int index)
    {
        var columns = Of(select);
        return select is Select ? columns[columns[index].First] : columns[index];
    }

    /// <summary>Names columns.</summary>
    public OutputColumn[] Name(IReadOnlyList<ColumnElement> columns, LabelStyle style)
    {
        var named = new Dictionary<LabelName, int>(columns.Count);
        var result = new OutputColumn[columns.Count];
        var repetition = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            var natural = style is LabelStyle.TableNamePlusColumn && Wrapped(column) is NamedColumn of ? Qualified(of) : Natural(column);
            var isOwn = column is NamedColumn or ColumnClause or Label || style is LabelStyle.TableNamePlusColumn && !ReferenceEquals(Wrapped(column), column);
            var name = natural ?? new LabelName.Numbered(new LabelName.Literal(column.LabelStem), column);
            var required = style is LabelStyle.TableNamePlusColumn && isOwn && Owner(column) is not null;
            var exact = column is Label { Name: not null } || natural is not null && column is ProxyColumn proxy && style is not LabelStyle.TableNamePlusColumn && Inner(proxy).IsExact;
            var first = i;
            if (style is not LabelStyle.None && named.TryGetValue(name, out var other))
            {
                var numbered = new LabelName.Numbered(name, column);
                var isSame = ReferenceEquals(columns[other], column);
                (exact, required) = (false, isOwn);
                if (isOwn && !isSame && !named.ContainsKey(numbered))
                {
                    name = numbered;
                }
                else
                {
                    first = isSame && column is NamedColumn ? other : isOwn && named.TryGetValue(numbered, out var earlier) && column is NamedColumn ? earlier : i;
                    name = new LabelName.Repeated(natural ?? new LabelName.Literal(column.LabelStem), column, ++repetition);
                }
            }

            named.TryAdd(name, i);
            result[i] = new OutputColumn(name, required, exact, first);
        }

        return result;
    }

    // What a conversion or an element of the user's own stands around.
    private static ColumnElement Wrapped(ColumnElement column) => column switch
    {
        Cast cast => Wrapped(cast.Operand),
        TypeCoerce coerced => Wrapped(coerced.Operand),
        ExtensionElement { WrappedColumn: { } inner } => Wrapped(inner.Node),
        Annotated annotated => Wrapped(annotated.Element),
        _ => column,
    };

    private LabelName? Natural(ColumnElement column) => column switch
    {
        ProxyColumn proxy => Inner(proxy).Name,
        ExtensionElement { WrappedColumn: { } inner } => Natural(inner.Node),
        Annotated annotated => Natural(annotated.Element),
        Cast cast => cast.Operand is TextClause ? null : Natural(cast.Operand),
        TextClause text when IsName(text) => new LabelName.Literal(text.Text),
        { Name: { } name } => new LabelName.Literal(name),
        _ => null,
    };

    /// <summary>Whether a text is just a name, by which a subquery that has it for a column can be asked for it.</summary>
    public static bool IsName(TextClause text) => text.Text.Length > 0 && !char.IsAsciiDigit(text.Text[0]) && text.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_');

    // table_column, which for a FROM without a name of its own is known to the statement only.
    private LabelName Qualified(NamedColumn column)
    {
        var own = Natural(column)!;
        return Owner(column) switch
        {
            null => own,
            Table { Schema: { Length: > 0 } schema } table => Prefixed($"{schema.Replace('.', '_')}_{table.Name}", own),
            { Name: { } name } => Prefixed(name, own),
            var from => new LabelName.Joined(new LabelName.OfFrom(from), own),
        };
    }

    // foo.bar_id and foo_bar.id come to the same name: as text they are seen to be equal.
    private static LabelName Prefixed(string table, LabelName own)
        => own is LabelName.Literal name ? new LabelName.Literal($"{table}_{name.Text}") : new LabelName.Joined(new LabelName.Literal(table), own);

    private static FromClause? Owner(ColumnElement column) => (column as NamedColumn)?.Owner;
}
