using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitUpdate(Update node)
    {
        var content = node.Content;
        var others = OtherFroms(node, node.Froms, [.. node.WhereClauses, .. content.Select(a => a.Value)]);
        CheckUpdate(node, others);
        var outer = EnterDml(node, [node.Target, .. others]);
        (_context.Dml!.Columns, _context.Dml.Row) = ([.. content.Select(a => a.Column)], [.. content.Select(a => a.Value)]);

        var aliasApart = Features.UpdateFrom is UpdateFrom.FromBoth && node.Target is Alias;
        Write("UPDATE ").WritePrefixes(node);
        _ = aliasApart ? WriteName(FromName(node.Target)!)
            : Features.UpdateFrom is UpdateFrom.Tables ? WriteTables(node, [node.Target, .. others])
            : WriteTables(node, [node.Target]);
        WriteAssignments(node, others);
        WriteOutput(node, "inserted");
        if (Features.UpdateFrom is not UpdateFrom.Tables && (others.Count > 0 || aliasApart))
        {
            Write(" FROM ").WriteTables(node, Features.UpdateFrom is UpdateFrom.FromBoth && !Contained(others, node.Target) ? [node.Target, .. others] : others);
        }

        WriteConditions(" WHERE ", node.WhereClauses);
        WriteDmlLimit(node.OrderByClauses, node.LimitClause, others.Count > 0);
        WriteExtensions(node.Extensions, ExtensionPoint.AfterCriteria);
        WriteReturning(node);
        LeaveDml(outer);
    }

    /// <inheritdoc/>
    protected internal override void VisitDelete(Delete node)
    {
        var others = OtherFroms(node, node.Froms, node.WhereClauses);
        if (node.Target is Join || others.Count > 0 && Features.DeleteFrom is DeleteFrom.None)
        {
            throw Unsupported("DELETE over several tables", "delete from one table, and choose its rows with a subquery: Where(key.In(select)) or Where(select.Exists()).");
        }

        var outer = EnterDml(node, [node.Target, .. others]);
        IReadOnlyList<FromClause> all = Contained(others, node.Target) ? others : [node.Target, .. others];
        Write("DELETE ").WritePrefixes(node).Write("FROM ");
        var apart = others.Count > 0
            ? Features.DeleteFrom is DeleteFrom.UsingBoth or DeleteFrom.UsingBothAndAlias or DeleteFrom.From
            : node.Target is Alias && Features.DeleteFrom is DeleteFrom.UsingBothAndAlias or DeleteFrom.From;
        _ = apart && node.Target is Alias ? WriteName(FromName(node.Target)!) : WriteTables(node, [node.Target]);
        WriteOutput(node, "deleted");
        if (apart)
        {
            Write(Features.DeleteFrom is DeleteFrom.From ? " FROM " : " USING ").WriteTables(node, all);
        }
        else if (others.Count > 0)
        {
            Write(Features.DeleteFrom is DeleteFrom.Using ? " USING " : " , ").WriteTables(node, others);
        }

        WriteConditions(" WHERE ", node.WhereClauses);
        WriteDmlLimit(node.OrderByClauses, node.LimitClause, others.Count > 0);
        WriteExtensions(node.Extensions, ExtensionPoint.AfterCriteria);
        WriteReturning(node);
        LeaveDml(outer);
    }

    private static bool Contained(IEnumerable<FromClause> froms, FromClause wanted) => froms.Any(f => f.Contained.Contains(wanted, ReferenceEqualityComparer.Instance));

    private void CheckUpdate(Update node, IReadOnlyList<FromClause> others)
    {
        if (node.Content.Count == 0)
        {
            throw Unsupported("UPDATE without SET", "set at least one column.");
        }

        if (node.Target is Join && Features.UpdateFrom is not UpdateFrom.Tables)
        {
            throw Unsupported("UPDATE of a join", Features.UpdateFrom is UpdateFrom.None
                ? "update one table, with subqueries for the values and conditions of others."
                : "update one table, and name the others in From(...) or Where(...).");
        }

        if (others.Count > 0 && Features.UpdateFrom is UpdateFrom.None)
        {
            throw Unsupported($"UPDATE that reads other tables ({string.Join(", ", others.Select(o => o.Name ?? "a join or subquery"))})",
                "give the value by a scalar subquery, and the condition by EXISTS or IN.");
        }

        if (Features.RowAssignment is not RowAssignment.Values
            && node.Content.FirstOrDefault(a => a.Target is TupleExpression && (Features.RowAssignment is RowAssignment.None || a.Value is TupleExpression)) is { Target: not null })
        {
            throw Unsupported("SET of several columns at once", "set each column by itself.");
        }

        foreach (var target in node.Content.Select(a => a.Target).OfType<NamedColumn>().Where(c => !IsOfTarget(node, c, others)))
        {
            if (Features.UpdateFrom is not UpdateFrom.Tables)
            {
                throw Unsupported($"SET of a column of '{target.From.Name}' in an UPDATE of '{node.Table.Name}'", "write one UPDATE for each table.");
            }

            if (!others.Contains(target.From) && !Contained(others, target.From))
            {
                throw Unsupported($"SET of a column of '{target.From.Name}'", "the statement does not read that table: name it in Where(...) or From(...).");
            }
        }
    }

    private static bool IsOfTarget(Update node, NamedColumn column, IReadOnlyList<FromClause> others)
        => ReferenceEquals(column.From, node.Target) || node.Target.Contained.Contains(column.From)
            || node.Target is Alias alias && ReferenceEquals(alias.Inner, column.From) && !others.Contains(column.From);

    private void WriteAssignments(Update node, IReadOnlyList<FromClause> others)
    {
        var qualified = Features.UpdateFrom is UpdateFrom.Tables && (others.Count > 0 || node.Target is Join);
        var content = node.Content;
        for (var i = 0; i < content.Count; i++)
        {
            Write(i == 0 ? " SET " : ", ");
            if (qualified && content[i].Target is NamedColumn target)
            {
                Render(IsOfTarget(node, target, others) && node.Target is Alias alias ? alias.Columns[target.Key] : target);
            }
            else
            {
                WriteTarget(content[i].Target);
            }

            Write("=").Render(Grouping.AsValue(content[i].Value));
        }
    }

    // Left of an equals sign there is one table only: columns stand without it.
    private void WriteTarget(ColumnElement target)
    {
        var bare = _context.BareColumns;
        _context.BareColumns = true;
        Render(target);
        _context.BareColumns = bare;
    }
}
