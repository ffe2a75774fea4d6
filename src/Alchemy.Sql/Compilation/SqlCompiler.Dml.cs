using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitInsert(Insert node)
    {
        Write("INSERT INTO ").Render(node.Table);
        _columns ??= [];
        if (node.Source is not null)
        {
            WriteColumnNames(node.SourceColumns);
            var columns = _columns;
            _columns ??= [];
            Write(" ").Render(node.Source);
            _columns = columns;
        }
        else if (node.Assignments.Count == 0)
        {
            WriteEmptyRow(node.Table);
        }
        else
        {
            WriteColumnNames(node.Assignments.Select(a => a.Column));
            Write(" VALUES (").Render(node.Assignments.Select(a => a.Value)).Write(")");
        }

        WriteReturning(node.ReturningColumns);
    }

    /// <inheritdoc/>
    protected internal override void VisitUpdate(Update node)
    {
        if (node.Assignments.Count == 0)
        {
            throw Unsupported("UPDATE without SET", "set at least one column.");
        }

        _context.Push(SelectScope.Over([node.Table], _context.Scope));
        _columns ??= [];
        Write("UPDATE ").Render(node.Table).Write(" SET ");
        for (var i = 0; i < node.Assignments.Count; i++)
        {
            Write(i == 0 ? "" : ", ").WriteName(node.Assignments[i].Column.Name).Write("=").Render(node.Assignments[i].Value);
        }

        WriteConditions(" WHERE ", node.WhereClauses);
        WriteReturning(node.ReturningColumns);
        _context.Pop();
    }

    /// <inheritdoc/>
    protected internal override void VisitDelete(Delete node)
    {
        _context.Push(SelectScope.Over([node.Table], _context.Scope));
        _columns ??= [];
        Write("DELETE FROM ").Render(node.Table);
        WriteConditions(" WHERE ", node.WhereClauses);
        WriteReturning(node.ReturningColumns);
        _context.Pop();
    }

    /// <inheritdoc/>
    protected internal override void VisitExtensionStatement(ExtensionStatement node) => RenderExtension(node, node.Render);

    private void WriteEmptyRow(Table table) => Write(Features.EmptyInsert switch
    {
        EmptyInsert.DefaultValues => " DEFAULT VALUES",
        EmptyInsert.EmptyLists => " () VALUES ()",
        EmptyInsert.DefaultKeyword => $" ({Dialect.Identifiers.Quote(table.Columns[0].Name)}) VALUES (DEFAULT)",
    });

    private void WriteColumnNames(IEnumerable<Column> columns)
        => Write(" (" + string.Join(", ", columns.Select(c => Dialect.Identifiers.Quote(c.Name))) + ")");
}
