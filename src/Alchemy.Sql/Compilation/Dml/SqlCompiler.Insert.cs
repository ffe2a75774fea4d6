using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitInsert(Insert node)
    {
        if (node.Conflicts.Count > 0 && Features.Upsert is Upsert.Merge)
        {
            var merge = UpsertAsMerge(node);
            _root = ReferenceEquals(node, _root) ? merge : _root;
            Visit(merge);
            return;
        }

        var outer = EnterDml(node, []);
        var content = node.Content;
        _context.Dml!.Columns = content.Columns;
        Write("INSERT ").WritePrefixes(node).Write("INTO ").WriteTable(node, node.Target);
        if (content.Source is not null)
        {
            WriteColumnNames(content.Columns);
            WriteOutput(node, "inserted");
            WriteInsertSource(node.Conflicts.Count > 0 ? ConflictSource(content.Source) : content.Source);
        }
        else if (_ctes.Count > 0 && node.Ctes.Count > 0 && Features.InsertCte is InsertCte.BeforeSelect)
        {
            throw Unsupported("WITH in front of INSERT … VALUES", "insert the rows of a SELECT, or make it a statement of its own.");
        }
        else if (content.Columns.Count == 0)
        {
            WriteEmptyRow(node);
        }
        else
        {
            WriteColumnNames(content.Columns);
            WriteOutput(node, "inserted");
            WriteRows(content);
        }

        WriteExtensions(node.Extensions, ExtensionPoint.AfterValues);
        WriteConflicts(node);
        WriteReturning(node);
        LeaveDml(outer);
    }

    /// <summary>The SELECT of an INSERT that ON CONFLICT follows.</summary>
    protected virtual SelectBase ConflictSource(SelectBase source) => source;

    private void WriteInsertSource(SelectBase source)
    {
        var columns = _columns;
        _columns ??= [];
        Write(" ");
        if (Features.InsertCte is InsertCte.BeforeSelect && _context.Dml is { IsInner: false })
        {
            var around = _writer;
            _writer = new SqlWriter();
            Render(source);
            around.Write(WithCtes(_writer));
            _writer = around;
            _ctes.Clear();
        }
        else
        {
            Render(source);
        }

        _columns = columns;
    }

    private void WriteRows(InsertContent content)
    {
        var union = content.Rows.Count > 1 && Features.ManyRows is ManyRows.SelectUnion;
        for (var i = 0; i < content.Rows.Count; i++)
        {
            _context.Dml!.Row = content.Rows[i];
            Write((union, i) switch { (true, 0) => " SELECT ", (true, _) => " UNION ALL SELECT ", (false, 0) => " VALUES (", (false, _) => ", (" });
            if (union && content.Rows[i].Contains(Constant.Default))
            {
                throw Unsupported("DEFAULT in one of many rows", "leave the column out, or insert the rows one by one.");
            }

            Render(content.Rows[i].Select(Grouping.AsValue));
            Write(union ? Features.EmptyFrom is EmptyFrom.Dual ? " FROM DUAL" : "" : ")");
        }
    }

    private void WriteEmptyRow(Insert node)
    {
        if (Features.EmptyInsert is EmptyInsert.DefaultValues)
        {
            WriteOutput(node, "inserted");
            Write(" DEFAULT VALUES");
            return;
        }

        WriteColumnNames(Features.EmptyInsert is EmptyInsert.EmptyLists ? [] : node.Table.Columns.Take(1));
        WriteOutput(node, "inserted");
        Write(Features.EmptyInsert is EmptyInsert.EmptyLists ? " VALUES ()" : " VALUES (DEFAULT)");
    }

    private void WriteColumnNames(IEnumerable<NamedColumn> columns)
        => Write(" (" + string.Join(", ", columns.Select(c => Dialect.Identifiers.Quote(c.Name))) + ")");
}
