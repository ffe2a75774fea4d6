using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    // RETURNING at the end of a statement.
    private void WriteReturning(DmlStatement node)
    {
        var columns = node.ReturningColumns;
        if (columns.Count == 0 || Features.Returning is Returning.Output)
        {
            return;
        }

        if (Features.Returning is Returning.None || Features.Returning is Returning.InsertAndDelete && node is Update)
        {
            throw Unsupported(node is Update ? "RETURNING of an UPDATE" : "RETURNING", "read the rows with a SELECT.");
        }

        if (Features.Returning is Returning.BareColumns && FromCollector.Collect(columns).FirstOrDefault(f => !_context.Dml!.Changes(f)) is { } other)
        {
            throw Unsupported($"RETURNING of columns of '{other.Name}'", "it returns columns of the changed table only: read the others with a SELECT.");
        }

        if (Features.ReturningOfSelect is Support.No && node is Insert { Content: { Source: not null } or { Rows.Count: > 1 } })
        {
            throw Unsupported("RETURNING of many rows", "insert them one by one, or read them with a SELECT.");
        }

        Write(" RETURNING ");
        _columns = _columns is { Count: 0 } ? null : _columns;
        var bare = _context.BareColumns;
        _context.BareColumns = Features.Returning is Returning.BareColumns;
        if (Features.Returning is Returning.Into)
        {
            WriteReturningInto(node);
        }
        else
        {
            WriteReturned(node);
        }

        _context.BareColumns = bare;
    }

    // OUTPUT inserted.column, which stands in the middle of a statement.
    private void WriteOutput(DmlStatement node, string rows)
    {
        if (node.ReturningColumns.Count == 0 || Features.Returning is not Returning.Output)
        {
            return;
        }

        Write(" OUTPUT ");
        _columns = _columns is { Count: 0 } ? null : _columns;
        _context.Dml!.OutputName = rows;
        WriteReturned(node);
        _context.Dml.OutputName = null;
    }

    private void WriteReturningInto(DmlStatement node)
    {
        var columns = node.ReturningColumns;
        List<ResultColumn>? results = _columns is null ? [] : null;
        _columns ??= results;
        for (var i = 0; i < columns.Count; i++)
        {
            Write(i == 0 ? "" : ", ").RenderResult(Converted(columns[i]) ?? columns[i]);
            results?.Add(new ResultColumn(OutputName(node.Returned, i), columns[i].Type, columns[i]));
        }

        for (var i = 0; i < columns.Count; i++)
        {
            Write(i == 0 ? " INTO " : ", ").Render(new BindParameter($"ret_{i}", columns[i].Type, hasValue: true) { IsOutput = true });
        }
    }

    private void WriteReturned(DmlStatement node)
    {
        WriteSelectList(node.Returned, converts: _context.Dml is { IsInner: false });
    }
}
