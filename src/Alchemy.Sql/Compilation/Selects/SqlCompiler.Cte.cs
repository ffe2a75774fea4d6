using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    // The first is of the whole statement; the others are of nested statements that have CTEs of their own.
    private readonly List<List<(CommonTableExpression Cte, SqlWriter Text)>> _cteFrames = [[]];
    private readonly List<CommonTableExpression> _openCtes = [];

    private List<(CommonTableExpression Cte, SqlWriter Text)> _ctes => _cteFrames[0];

    /// <inheritdoc/>
    protected internal override void VisitCte(CommonTableExpression node)
    {
        EnterCte(node, node.IsNesting);
        WriteName(FromName(node)!);
    }

    private void EnterCtes(IReadOnlyList<AddedCte> ctes)
    {
        foreach (var added in ctes)
        {
            EnterCte(added.Cte, added.Cte.IsNesting || added.IsNested);
        }
    }

    private void EnterCte(CommonTableExpression node, bool isNesting)
    {
        if (Features.RecursiveCte is RecursiveCte.None)
        {
            throw Unsupported("A common table expression", "this version has none: use Subquery(...).");
        }

        if (node.Element is DmlStatement && Features.ChangingCte is Support.No)
        {
            throw Unsupported("An INSERT, UPDATE or DELETE as a common table expression", "execute it before, in the same transaction.");
        }

        if (node.Element is Values && Features.TableValues is (TableValues.None or TableValues.NamedInFrom))
        {
            throw Unsupported("VALUES as a common table expression", "select each row and join them with UnionAll(...).");
        }

        if (_openCtes.Exists(c => ReferenceEquals(c.Root, node.Root)))
        {
            return;
        }

        var frame = isNesting ? _cteFrames[^1] : _ctes;
        if (!ReferenceEquals(frame, _ctes) && Features.NestedCte is Support.No)
        {
            throw Unsupported("A common table expression in front of a SELECT inside of another", "leave out nesting: it then stands in front of the whole statement.");
        }

        var target = frame;
        foreach (var around in _cteFrames)
        {
            var place = around.FindIndex(c => ReferenceEquals(c.Cte.Root, node.Root) || ReferenceEquals(around, target) && IsTwin(c.Cte, node));
            if (place >= 0)
            {
                // The UNION takes the place of the SELECT that it began with, met before it.
                if (!IsRestatedBy(around[place].Cte, node))
                {
                    return;
                }

                around.RemoveAt(place);
                frame = around;
                break;
            }
        }

        _openCtes.Add(node);
        var text = CteText(node);
        _openCtes.RemoveAt(_openCtes.Count - 1);
        frame.Add((node, text));
    }

    // Two CTEs of one name: the same, copied by a rewriting, or a mistake.
    private bool IsTwin(CommonTableExpression known, CommonTableExpression node)
    {
        if (node.Name is null || known.Name != node.Name)
        {
            return false;
        }

        return StructuralKey.AreEqual(known, node) || IsRestatedLike(known, node)
            ? true
            : throw new CompileException($"The common table expression '{node.Name}'", Dialect.Name, "two different ones have this name: rename one.", _writer.SoFar());
    }

    private static bool IsRestatedLike(CommonTableExpression known, CommonTableExpression node)
        => node.Restates is { } earlier && StructuralKey.AreEqual(known, earlier) || known.Restates is { } before && StructuralKey.AreEqual(before, node);

    private static bool IsRestatedBy(CommonTableExpression known, CommonTableExpression node)
    {
        for (var at = node.Restates; at is not null; at = at.Restates)
        {
            if (ReferenceEquals(at, known))
            {
                return true;
            }
        }

        return false;
    }

    private SqlWriter CteText(CommonTableExpression node)
    {
        var around = _writer;
        _writer = new SqlWriter();
        WriteName(FromName(node)!);
        WriteCteColumns(node);
        Write(" AS ").WriteTexts(node.Prefixes).Write("(");
        var (inFrom, columns, bare, hints) = (_context.InFrom, _columns, _context.BareColumns, _context.Hints);
        _columns ??= [];
        (_context.InFrom, _context.BareColumns, _context.Hints) = (true, false, []);
        if (node.Element is Values values)
        {
            WriteRows(values);
        }
        else
        {
            RenderNested(node.Element);
        }

        (_context.InFrom, _columns, _context.BareColumns, _context.Hints) = (inFrom, columns, bare, hints);
        Write(")").WriteTexts(node.Suffixes, before: true);
        var text = _writer;
        _writer = around;
        return text;
    }

    private void WriteCteColumns(CommonTableExpression node)
    {
        if (!node.IsRecursive && node.Element is not Values)
        {
            return;
        }

        IEnumerable<string> names = node.Element is SelectBase select
            ? select.Columns.Select((_, i) => OutputName(select, i))
            : node.Columns.Select(c => c.Name);
        Write("(" + string.Join(", ", names.Select(Dialect.Identifiers.Quote)) + ")");
    }

    // A statement inside another: CTEs that are nested in it stand in front of it.
    private SqlCompiler RenderNested(ClauseElement statement)
    {
        if (!_binds.HasNestedCtes)
        {
            return Render(statement);
        }

        var around = _writer;
        _writer = new SqlWriter();
        _cteFrames.Add([]);
        Render(statement);
        around.Write(WithCtes(_cteFrames[^1], _writer));
        _cteFrames.RemoveAt(_cteFrames.Count - 1);
        _writer = around;
        return this;
    }

    private SqlWriter WithCtes(SqlWriter body) => WithCtes(_ctes, body);

    private SqlWriter WithCtes(List<(CommonTableExpression Cte, SqlWriter Text)> ctes, SqlWriter body)
    {
        if (ctes.Count == 0)
        {
            return body;
        }

        var all = new SqlWriter();
        all.Write(Features.RecursiveCte is RecursiveCte.Keyword && ctes.Exists(c => c.Cte.IsRecursive) ? "WITH RECURSIVE " : "WITH ");
        for (var i = 0; i < ctes.Count; i++)
        {
            all.Write(i == 0 ? "" : ", ");
            all.Write(ctes[i].Text);
        }

        all.Write(" ");
        all.Write(body);
        return all;
    }

    private SqlCompiler WriteTexts(IReadOnlyList<DialectText> texts, bool before = false)
    {
        foreach (var text in texts.Where(t => IsMeant(t.Dialect)))
        {
            Write(before ? " " + text.Text : text.Text + " ");
        }

        return this;
    }
}
