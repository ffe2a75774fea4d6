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

        var (outer, inFrom, bare, hints) = (_context.Scope, _context.InFrom, _context.BareColumns, _context.Hints);
        var isResult = _context.IsResult;
        _context.IsResult = false;
        var froms = FromList.Of(node, outer, inFrom, _lateral);
        _context.Push(SelectScope.Over(froms, outer));
        (_context.InFrom, _context.BareColumns, _lateral) = (false, false, false);
        _context.Hints = node.Extras.Hints.Count == 0 ? [] : [.. node.Extras.Hints.Where(h => IsMeant(h.Dialect))];

        WriteSelectHead(node);
        WriteSelectList(node, inFrom, isResult);
        WriteFrom(froms);
        WriteConditions(" WHERE ", node.WhereClauses);
        WriteGroupBy(node);
        WriteConditions(" HAVING ", node.HavingClauses);
        WriteQualify(node.Extras.Qualify);
        WriteExtensions(node.Extras.Extensions, ExtensionPoint.AfterCriteria);
        var rows = RowLimit.Of(node);
        if (node.OrderByClauses.Count > 0 && KeepsOrder(rows, inFrom || outer is not null))
        {
            WriteOrderBy(node.OrderByClauses, node.Columns);
        }

        WritePaging(rows, node.OrderByClauses.Count > 0);
        WriteLock(node.ForUpdate, inFrom || outer is not null);
        WriteExtensions(node.Extras.Extensions, ExtensionPoint.AfterBody);
        WriteTexts(node.Extras.StatementHints, before: true).WriteTexts(node.Extras.Suffixes, before: true);

        (_context.InFrom, _context.BareColumns, _context.Hints) = (inFrom, bare, hints);
        _context.Pop();
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

        EnterCtes(extras.Ctes);
        WriteTexts(extras.Prefixes, before: true);
        if (extras.DistinctOn.Count > 0)
        {
            _ = Features.DistinctOn is Support.Yes
                ? Write(" DISTINCT ON (").Render(extras.DistinctOn).Write(")")
                : throw Unsupported("DISTINCT ON", "number the rows of each group with row_number() in a subquery, and take the first.");
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
        var isResult = _context.IsResult;
        _context.IsResult = false;
        EnterCtes(node.Extras.Ctes);
        for (var i = 0; i < node.Selects.Count; i++)
        {
            Write(i == 0 ? "" : SetOperatorText(node.Operator));
            _context.IsResult = isResult;
            WriteMember(node.Selects[i]);
            _context.IsResult = false;
        }

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
    private ColumnElement ByOutputName(CompoundSelect compound, ColumnElement item)
    {
        var element = item is Ordering ordering ? ordering.Element : item;
        for (var i = 0; i < compound.Columns.Count; i++)
        {
            if (ReferenceEquals(compound.Columns[i], element))
            {
                var name = new TextClause(Dialect.Identifiers.Quote(OutputName(compound, i)), element.Type);
                return item is Ordering o ? new Ordering(name, o.IsDescending, o.Nulls) : name;
            }
        }

        return item;
    }

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

    private void WriteGroupBy(Select node)
    {
        for (var i = 0; i < node.GroupByClauses.Count; i++)
        {
            Write(i == 0 ? " GROUP BY " : ", ");
            RenderGroupBy(node.GroupByClauses[i]);
        }
    }

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
        => Features.OrderByLabel is Support.Yes && columns.Any(c => ReferenceEquals(c, label) || c is Label other && other.Name == label.Name && ReferenceEquals(other.Element, label.Element))
            && columns.Count(c => c.Name == label.Name) == 1;

    /// <summary>Renders an item of ORDER BY: a label of the SELECT list by its name.</summary>
    protected virtual void RenderOrderBy(ColumnElement item, IReadOnlyList<ColumnElement> columns)
    {
        if (item is Ordering { Element: Label sorted } ordering && IsNamedOnce(sorted, columns))
        {
            WriteName(sorted.Name);
            VisitOrdering(new Ordering(new TextClause("", sorted.Type), ordering.IsDescending, ordering.Nulls));
        }
        else if (item is Label label && IsNamedOnce(label, columns))
        {
            WriteName(label.Name);
        }
        else
        {
            Visit(item);
        }
    }
}
