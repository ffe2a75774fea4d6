using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitSelect(Select node)
    {
        if (!ReferenceEquals(Paged(node), node))
        {
            VisitSelect(Paged(node));
            return;
        }

        var into = _context.Into;
        _context.Into = null;
        var (outer, inFrom, bare, hints, windows) = (_context.Scope, _context.InFrom, _context.BareColumns, _context.Hints, _context.Windows);
        var (isResult, renamed) = (_context.IsResult, _context.Renamed);
        _context.IsResult = false;
        var froms = FromList.Of(node, outer, inFrom, _lateral);
        _context.Push(SelectScope.Over(froms, outer));
        _context.Renamed = Renamed(froms);
        (_context.InFrom, _context.BareColumns, _lateral) = (false, false, false);
        _context.Windows = node.Windows;
        _context.Hints = node.Extras.Hints.Count == 0 ? [] : [.. node.Extras.Hints.Where(h => IsMeant(h.Dialect))];

        WriteSelectHead(node);
        WriteSelectList(node, inFrom, isResult);
        _ = into is null ? this : Write(" INTO ").WriteTable(into);
        WriteFrom(node, froms, isNested: inFrom || outer is not null);
        WriteConditions(" WHERE ", node.WhereClauses);
        WriteGroupBy(node, froms);
        WriteConditions(" HAVING ", node.HavingClauses);
        WriteWindows(node.Windows);
        WriteQualify(node.Extras.Qualify);
        WriteExtensions(node.Extras.Extensions, ExtensionPoint.AfterCriteria);
        var rows = RowLimit.Of(node);
        if (rows.IsApproximate && Features.ApproximateFetch is Support.No)
        {
            throw Unsupported("FETCH APPROX", "it returns the exact rows: leave out approximate.");
        }

        if (node.OrderByClauses.Count > 0 && KeepsOrder(rows, inFrom || outer is not null))
        {
            WriteOrderBy([.. node.OrderByClauses.Select(item => ByGivenName(node, item))], node.Columns);
        }

        WritePaging(rows, node.OrderByClauses.Count > 0);
        WriteLock(node.ForUpdate, inFrom || outer is not null);
        WriteExtensions(node.Extras.Extensions, ExtensionPoint.AfterBody);
        WriteTexts(node.Extras.StatementHints, before: true).WriteTexts(node.Extras.Suffixes, before: true);

        (_context.InFrom, _context.BareColumns, _context.Hints, _context.Windows, _context.Renamed) = (inFrom, bare, hints, windows, renamed);
        _context.Pop();
    }

    /// <inheritdoc/>
    protected internal override void VisitSelectInto(SelectInto node)
    {
        if (Features.TableOfSelect is not TableOfSelectForm.SelectInto)
        {
            throw Unsupported("SELECT … INTO", "say CREATE TABLE … AS SELECT: CreateTableAs, whose values are part of the text.");
        }

        _context.Into = node.Table;
        Visit(node.Select);
        _columns = [];
        if (_context.Into is not null)
        {
            throw Unsupported("SELECT … INTO of a SELECT given as text", "write INTO into the text, or select from its Subquery().");
        }
    }

    private void WriteSelectHead(Select node)
    {
        var extras = node.Extras;
        Write("SELECT");
        WriteExtensions(extras.Extensions, ExtensionPoint.AfterSelect);
        if (Features.TableHints is TableHints.Comment && _context.Hints.Count > 0)
        {
            Write(" /*+ " + string.Join(" ", _context.Hints.Select(HintText)) + " */");
        }

        WriteOptimizerHint(node);
        EnterCtes(extras.Ctes);
        WriteTexts(extras.Prefixes, before: true);
        if (extras.DistinctOn.Count > 0)
        {
            WriteDistinctOn(extras.DistinctOn, node.Columns);
        }
        else
        {
            Write(node.IsDistinct ? " DISTINCT" : "");
        }

        WriteTop(RowLimit.Of(node));
        WriteExtensions(extras.Extensions, ExtensionPoint.BeforeColumns);
        if (node.Columns.Count == 0 && Features.EmptySelect is Support.No)
        {
            throw Unsupported("A SELECT without columns", "select a constant: Sql.Select(Sql.Literal(1)).");
        }

        Write(node.Columns.Count == 0 ? "" : " ");
    }

    /// <summary>Writes what a dialect tells the optimizer about a SELECT, after its first word; nothing by default.</summary>
    protected virtual void WriteOptimizerHint(Select node)
    {
    }

    private void WriteQualify(IReadOnlyList<ColumnElement> conditions)
    {
        if (conditions.Count > 0 && Features.Qualify is Support.No)
        {
            throw Unsupported("QUALIFY", "select the window function in a subquery, and put the condition around it.");
        }

        WriteConditions(" QUALIFY ", conditions);
    }

    /// <summary>Whether ORDER BY is written; SQL Server takes none in a subquery without TOP or OFFSET.</summary>
    protected virtual bool KeepsOrder(RowLimit rows, bool isNested) => true;

    /// <inheritdoc/>
    protected internal override void VisitCompound(CompoundSelect node)
    {
        var (isResult, isCompared) = (_context.IsResult, _isCompared);
        _context.IsResult = false;
        EnterCtes(node.Extras.Ctes);
        _isCompared = node.Operator is SetOperator.Union or SetOperator.Intersect or SetOperator.Except;
        for (var i = 0; i < node.Selects.Count; i++)
        {
            Write(i == 0 ? "" : SetOperatorText(node.Operator));
            _context.IsResult = isResult;
            WriteMember(node.Selects[i]);
            _context.IsResult = false;
        }

        _isCompared = isCompared;
        var (bare, rows) = (_context.BareColumns, RowLimit.Of(node));
        _context.BareColumns = true;
        if (KeepsOrder(rows, _context.InFrom || _context.Scope is not null))
        {
            WriteOrderBy([.. node.OrderByClauses.Select(item => ByOutputName(node, item))], node.Columns);
        }

        _context.BareColumns = bare;
        // There is no place for TOP: the limit is said behind.
        WritePaging(Features.Paging is Paging.TopOrOffsetFetch or Paging.TopOrRowNumber ? rows with { Limit = null, Fetch = rows.Most } : rows, node.OrderByClauses.Count > 0);
    }

    // A UNION is sorted by the names that it returns, which for a repeated column is not the column's own.
    private ColumnElement ByOutputName(SelectBase select, ColumnElement item)
    {
        var element = item is Ordering ordering ? ordering.Element : item;
        for (var i = 0; i < select.Columns.Count; i++)
        {
            if (ReferenceEquals(select.Columns[i], element))
            {
                var name = new TextClause(Dialect.Identifiers.Quote(OutputName(select, i)), element.Type);
                return item is Ordering o ? new Ordering(name, o.IsDescending, o.Nulls) : name;
            }
        }

        return item;
    }

    // A label without a name of its own is known by the name that the statement gives it.
    private ColumnElement ByGivenName(Select select, ColumnElement item)
        => (item is Ordering ordering ? ordering.Element : item) is Label { Name: null } && Features.OrderByLabel is Support.Yes ? ByOutputName(select, item) : item;

    /// <summary>Renders one SELECT of a UNION; one with an order, a limit or an operator of its own stands in parentheses.</summary>
    protected virtual void WriteMember(SelectBase member)
    {
        if (NeedsParentheses(member))
        {
            Write("(").RenderNested(member).Write(")");
        }
        else
        {
            Render(member);
        }
    }

    /// <summary>Whether a SELECT of a UNION must be kept apart from its neighbours.</summary>
    protected static bool NeedsParentheses(SelectBase member) => member.HasOrderOrLimit;

    /// <summary>The text of an operator between SELECTs, with a space at both ends.</summary>
    protected virtual string SetOperatorText(SetOperator op) => op switch
    {
        SetOperator.Union => " UNION ",
        SetOperator.UnionAll => " UNION ALL ",
        SetOperator.Intersect => " INTERSECT ",
        SetOperator.IntersectAll => " INTERSECT ALL ",
        SetOperator.Except => Features.ExceptKeyword is ExceptKeyword.Minus ? " MINUS " : " EXCEPT ",
        SetOperator.ExceptAll => Features.ExceptKeyword is ExceptKeyword.Minus ? " MINUS ALL " : " EXCEPT ALL ",
    };

    private void WriteConditions(string keyword, IReadOnlyList<ColumnElement> conditions)
    {
        if (conditions.Count > 0)
        {
            Write(keyword);
            _ = conditions.Count == 1 ? RenderCondition(conditions[0]) : RenderConditions([.. conditions.Select(c => Grouping.IfNeeded(c, SqlOperator.And))], " AND ");
        }
    }

    // Its columns may be named as in ORDER BY.
    private void WriteDistinctOn(IReadOnlyList<ColumnElement> items, IReadOnlyList<ColumnElement> columns)
    {
        if (Features.DistinctOn is Support.No)
        {
            throw Unsupported("DISTINCT ON", "number the rows of each group with row_number() in a subquery, and take the first.");
        }

        for (var i = 0; i < items.Count; i++)
        {
            Write(i == 0 ? " DISTINCT ON (" : ", ");
            RenderOrderBy(items[i], columns);
        }

        Write(")");
    }

    private void WriteGroupBy(Select node, IReadOnlyList<FromClause> froms)
    {
        for (var i = 0; i < node.GroupByClauses.Count; i++)
        {
            Write(i == 0 ? " GROUP BY " : ", ");
            if (node.GroupByClauses[i] is LabelReference { Label: { Name: { } name } label } && IsGroupedByName(label) && IsNamedOnce(label, node.Columns) && !froms.Any(f => MayHave(f, name)))
            {
                WriteName(name);
            }
            else
            {
                RenderGroupBy(node.GroupByClauses[i]);
            }
        }
    }

    /// <summary>Whether GROUP BY takes a label by its name.</summary>
    protected virtual bool IsGroupedByName(Label label) => Features.GroupByLabel is Support.Yes;

    // In GROUP BY a name means a column before it means a label.
    private static bool MayHave(FromClause from, string name) => from is TextFrom or ExtensionFromClause || from.Columns.Any(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    protected internal override void VisitLabelReference(LabelReference node) => Render(node.Label.Element);

    /// <summary>Renders an item of GROUP BY.</summary>
    protected virtual void RenderGroupBy(ColumnElement item) => Visit(item);

    private void WriteOrderBy(IReadOnlyList<ColumnElement> items, IReadOnlyList<ColumnElement> columns)
    {
        for (var i = 0; i < items.Count; i++)
        {
            Write(i == 0 ? " ORDER BY " : ", ");
            RenderOrderBy(items[i], columns);
        }
    }

    // Two columns of one name: the name would mean the first of them. Labels of one name over one expression are one label.
    private bool IsNamedOnce(Label label, IReadOnlyList<ColumnElement> columns)
        => label.Name is not null && Features.OrderByLabel is Support.Yes && columns.Any(c => ReferenceEquals(c, label) || c is Label other && other.Name == label.Name && ReferenceEquals(other.Element, label.Element))
            && columns.Count(c => c.Name == label.Name) == 1;

    /// <summary>Renders an item of ORDER BY: a label of the SELECT list by its name.</summary>
    protected virtual void RenderOrderBy(ColumnElement item, IReadOnlyList<ColumnElement> columns)
    {
        if (EnumRank.Of(item is Ordering o ? o.Element : item, Dialect) is { } rank)
        {
            Visit(item is Ordering given ? new Ordering(rank, given.IsDescending, given.Nulls) : rank);
        }
        else if (item is Ordering { Element: Label sorted } ordering && IsNamedOnce(sorted, columns))
        {
            WriteName(sorted.Name!);
            VisitOrdering(new Ordering(new TextClause("", sorted.Type), ordering.IsDescending, ordering.Nulls));
        }
        else if (item is Label label && IsNamedOnce(label, columns))
        {
            WriteName(label.Name!);
        }
        else
        {
            Visit(item);
        }
    }
}
