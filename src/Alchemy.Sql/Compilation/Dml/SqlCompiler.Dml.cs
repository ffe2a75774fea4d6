using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    /// <inheritdoc/>
    protected internal override void VisitExtensionStatement(ExtensionStatement node) => RenderExtension(node, node.Render);

    /// <inheritdoc/>
    protected internal override void VisitDmlColumn(DmlColumn node)
    {
        for (var i = 0; i < _context.Dml?.Columns.Count; i++)
        {
            if (ReferenceEquals(_context.Dml.Columns[i], node.Column))
            {
                Render(Grouping.AsValue(_context.Dml.Row[i]));
                return;
            }
        }

        if (_context.Dml?.Statement is not Update)
        {
            throw Unsupported($"FromDmlColumn({node.Column.Name})", "the statement gives that column no value.");
        }

        Render(node.Column);
    }

    /// <summary>Writes a table of INSERT, UPDATE or DELETE with a hint at it.</summary>
    protected virtual SqlCompiler WriteHinted(FromClause from, string hint) => Render(from).Write(" " + hint);

    private DmlScope? EnterDml(DmlStatement node, IEnumerable<FromClause> froms)
    {
        var outer = _context.Dml;
        _context.Dml = new DmlScope(node, isInner: outer is not null || !ReferenceEquals(node, _root));
        _context.Push(SelectScope.Over(froms, _context.Scope));
        _columns ??= [];
        foreach (var cte in node.Ctes)
        {
            // Visited for its text, which stands in front; its name is not needed here.
            var around = _writer;
            _writer = new SqlWriter();
            Visit(cte);
            _writer = around;
        }

        return outer;
    }

    private void LeaveDml(DmlScope? outer)
    {
        if (_ctes.Count > 0 && _context.Dml is { IsInner: false, Statement: not Insert } && Features.DmlCte is Support.No)
        {
            throw Unsupported("WITH in front of UPDATE, DELETE or MERGE", "use a Subquery() in place of the common table expression.");
        }

        _context.Pop();
        _context.Dml = outer;
    }

    private SqlCompiler WritePrefixes(DmlStatement node)
    {
        foreach (var prefix in node.Prefixes.Where(p => IsMeant(p.Dialect)))
        {
            Write(prefix.Text + " ");
        }

        return this;
    }

    private bool IsMeant(string? dialect) => dialect is null or "*" || dialect == Dialect.Name;

    private SqlCompiler WriteTable(DmlStatement node, FromClause from)
    {
        var hint = node.Hints.FirstOrDefault(h => ReferenceEquals(h.From, from) && IsMeant(h.Dialect));
        return hint is null ? Render(from) : WriteHinted(from, hint.Text);
    }

    private SqlCompiler WriteTables(DmlStatement node, IEnumerable<FromClause> froms)
    {
        _context.InFrom = true;
        var first = true;
        foreach (var from in froms)
        {
            Write(first ? "" : ", ").WriteTable(node, from);
            first = false;
        }

        _context.InFrom = false;
        return this;
    }

    // What the statement reads besides what it changes: named FROMs, then those of its conditions and values.
    private static List<FromClause> OtherFroms(DmlStatement node, IReadOnlyList<FromClause> named, IEnumerable<ClauseElement> parts)
    {
        var all = named.Concat(FromCollector.Collect(parts)).Distinct(ReferenceEqualityComparer.Instance).Cast<FromClause>().ToList();
        var contained = all.SelectMany(f => f.Contained).Concat(node.Target.Contained).Append(node.Target).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return [.. all.Where(f => !contained.Contains(f))];
    }

    private void WriteDmlLimit(IReadOnlyList<ColumnElement> orderBy, ColumnElement? limit, bool overTables)
    {
        if (orderBy.Count == 0 && limit is null)
        {
            return;
        }

        if (Features.DmlLimit is Support.No || overTables)
        {
            throw Unsupported("ORDER BY or LIMIT of UPDATE or DELETE", overTables ? "it takes one table only." : "choose the rows with a subquery over the key: Where(key.In(select)).");
        }

        WriteOrderBy(orderBy, []);
        if (limit is not null)
        {
            Write(" LIMIT ").RenderLiteral(limit);
        }
    }
}
