using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitSelect(Select node)
    {
        var (outer, inFrom, bare) = (_context.Scope, _context.InFrom, _context.BareColumns);
        var froms = FromList.Of(node, outer, inFrom, _lateral);
        _context.Push(SelectScope.Over(froms, outer));
        (_context.InFrom, _context.BareColumns, _lateral) = (false, false, false);

        Write(node.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        WriteSelectList(node);
        WriteFrom(froms);
        WriteConditions(" WHERE ", node.WhereClauses);
        WriteGroupBy(node);
        WriteConditions(" HAVING ", node.HavingClauses);
        WriteOrderBy(node.OrderByClauses, node.Columns);
        WritePaging(node.LimitClause, node.OffsetClause);

        (_context.InFrom, _context.BareColumns) = (inFrom, bare);
        _context.Pop();
    }

    /// <inheritdoc/>
    protected internal override void VisitCompound(CompoundSelect node)
    {
        for (var i = 0; i < node.Selects.Count; i++)
        {
            Write(i == 0 ? "" : SetOperatorText(node.Operator));
            WriteMember(node.Selects[i]);
        }

        var bare = _context.BareColumns;
        _context.BareColumns = true;
        WriteOrderBy([.. node.OrderByClauses.Select(item => ByOutputName(node, item))], node.Columns);
        _context.BareColumns = bare;
        WritePaging(node.LimitClause, node.OffsetClause);
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
            Write("(").Render(member).Write(")");
        }
        else
        {
            Render(member);
        }
    }

    /// <summary>Whether a SELECT of a UNION must be kept apart from its neighbours.</summary>
    protected static bool NeedsParentheses(SelectBase member)
        => member is CompoundSelect or Select { OrderByClauses.Count: > 0 } or Select { LimitClause: not null } or Select { OffsetClause: not null };

    /// <summary>The text of an operator between SELECTs, with a space at both ends.</summary>
    protected virtual string SetOperatorText(SetOperator op) => op switch
    {
        SetOperator.Union => " UNION ",
        SetOperator.UnionAll => " UNION ALL ",
        SetOperator.Intersect => " INTERSECT ",
        SetOperator.IntersectAll => " INTERSECT ALL ",
        SetOperator.Except => " EXCEPT ",
        SetOperator.ExceptAll => " EXCEPT ALL ",
    };

    private void WriteConditions(string keyword, IReadOnlyList<ColumnElement> conditions)
    {
        if (conditions.Count > 0)
        {
            Write(keyword).Render(conditions, " AND ");
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

    // Two columns of one name: the name would mean the first of them.
    private static bool IsNamedOnce(Label label, IReadOnlyList<ColumnElement> columns)
        => columns.Contains(label) && columns.Count(c => c.Name == label.Name) == 1;

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

    /// <summary>Writes a window, <c>(PARTITION BY … ORDER BY …)</c>, with the meaning that equality and order have in GROUP BY and ORDER BY.</summary>
    /// <param name="partition">What is equal within a window; none for one window of all rows.</param>
    /// <param name="order">The order inside of it.</param>
    public SqlCompiler WriteWindow(IReadOnlyList<ColumnElement> partition, IReadOnlyList<ColumnElement> order)
    {
        Write("(");
        for (var i = 0; i < partition.Count; i++)
        {
            Write(i == 0 ? "PARTITION BY " : ", ");
            RenderGroupBy(partition[i]);
        }

        WriteOrderBy(order, []);
        return Write(")");
    }

    /// <summary>Renders LIMIT and OFFSET.</summary>
    protected virtual void WritePaging(ColumnElement? limit, ColumnElement? offset)
    {
        if (limit is not null)
        {
            Write(" LIMIT ").Render(limit);
        }
        else if (offset is not null && Features.Paging is Paging.LimitBeforeOffset)
        {
            Write(" LIMIT -1");
        }

        if (offset is not null)
        {
            Write(" OFFSET ").Render(offset);
        }
    }
}
