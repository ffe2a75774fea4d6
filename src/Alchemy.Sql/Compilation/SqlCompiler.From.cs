using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    private bool _lateral;

    /// <inheritdoc/>
    protected internal override void VisitTable(Table node)
    {
        _writer.Write(new SchemaSegment(node.Schema));
        WriteName(node.Name);
    }

    /// <inheritdoc/>
    protected internal override void VisitAlias(Alias node)
    {
        // A CTE or subquery is rendered where it stands; an alias of it needs its inner text only.
        if (node.Inner is Subquery subquery)
        {
            WriteDerived(subquery);
        }
        else
        {
            Render(node.Inner);
        }

        WriteAlias(FromName(node)!);
    }

    /// <summary>Writes the name that a FROM is given.</summary>
    protected SqlCompiler WriteAlias(string name) => Write(Features.AliasKeyword is AliasKeyword.As ? " AS " : " ").WriteName(name);

    /// <inheritdoc/>
    protected internal override void VisitJoin(Join node)
    {
        Render(node.Left).Write(JoinText(node.Kind));
        Write(node.Right is Join ? "(" : "").Render(node.Right).Write(node.Right is Join ? ")" : "");
        if (node.On is not null)
        {
            var inFrom = _context.InFrom;
            _context.InFrom = false;
            Write(" ON ").RenderCondition(node.On);
            _context.InFrom = inFrom;
        }
    }

    /// <inheritdoc/>
    protected internal override void VisitSubquery(Subquery node)
    {
        WriteDerived(node);
        WriteAlias(FromName(node)!);
    }

    /// <inheritdoc/>
    protected internal override void VisitValues(Values node) => WriteNamedValues(node, node.Name);

    /// <summary>Writes a table of values and the names of its columns.</summary>
    protected virtual void WriteNamedValues(Values node, string name)
    {
        Write("(");
        WriteRows(node);
        Write(")");
        WriteNames(node, name);
    }

    /// <inheritdoc/>
    protected internal override void VisitUnnest(Unnest node)
    {
        var inFrom = _context.InFrom;
        _context.InFrom = false;
        Write("unnest(").Render(node.Arrays).Write(node.Ordinality is null ? ")" : ") WITH ORDINALITY");
        _context.InFrom = inFrom;
        WriteNames(node, node.Name);
    }

    /// <summary>Writes <c>VALUES (…), (…)</c>.</summary>
    protected void WriteRows(Values node)
    {
        var inFrom = _context.InFrom;
        _context.InFrom = false;
        for (var i = 0; i < node.Rows.Count; i++)
        {
            Write(i == 0 ? "VALUES (" : ", (").Render(node.Rows[i]).Write(")");
        }

        _context.InFrom = inFrom;
    }

    /// <inheritdoc/>
    protected internal override void VisitCte(CommonTableExpression node)
    {
        if (!_ctes.Exists(c => ReferenceEquals(c.Cte, node)))
        {
            var (around, text) = (_writer, new SqlWriter());
            _writer = text;
            var (inFrom, columns) = (_context.InFrom, _columns);
            _columns ??= [];
            _context.InFrom = true;
            Render(node.Select);
            (_context.InFrom, _columns, _writer) = (inFrom, columns, around);
            _ctes.Add((node, text));
        }

        WriteName(FromName(node)!);
    }

    /// <inheritdoc/>
    protected internal override void VisitExtensionFrom(ExtensionFromClause node) => RenderExtension(node, node.Render);

    /// <summary>The name by which the statement knows a FROM.</summary>
    protected string? FromName(FromClause from) => from.Name is not null && from is not Alias { Name: null } ? from.Name : from switch
    {
        Alias { Seed: { } seed } => _labels.From(from, seed, isSeed: true),
        Alias alias => _labels.From(from, alias.Inner.Name ?? "anon", isSeed: false),
        Subquery { Seed: { } seed } => _labels.From(from, seed, isSeed: true),
        Subquery or CommonTableExpression or TableFunction => _labels.From(from, "anon", isSeed: false),
        _ => null,
    };

    // AS name (columns)
    private void WriteNames(FromClause from, string name)
    {
        WriteAlias(name).Write(" (");
        for (var i = 0; i < from.Columns.Count; i++)
        {
            Write(i == 0 ? "" : ", ").WriteName(from.Columns[i].Name);
        }

        Write(")");
    }

    private void WriteFrom(IReadOnlyList<FromClause> froms)
    {
        if (froms.Count == 0)
        {
            Write(Features.EmptyFrom is EmptyFrom.Dual ? " FROM DUAL" : "");
            return;
        }

        _context.InFrom = true;
        Write(" FROM ").Render(froms);
        _context.InFrom = false;
    }

    /// <summary>Writes a SELECT that stands in FROM, without its name.</summary>
    protected virtual void WriteDerived(Subquery node)
    {
        Write(node.IsLateral ? "LATERAL (" : "(");
        _lateral = node.IsLateral;
        Render(node.Select);
        _lateral = false;
        Write(")");
    }

    // A SELECT inside an expression: it sees the FROMs of the SELECT around it.
    private SqlCompiler Nested(SelectBase select)
    {
        var inFrom = _context.InFrom;
        _context.InFrom = false;
        Render(select);
        _context.InFrom = inFrom;
        return this;
    }

    /// <summary>The text between the two sides of a join, with a space at both ends.</summary>
    protected virtual string JoinText(JoinKind kind) => kind switch
    {
        JoinKind.Inner => " JOIN ",
        JoinKind.LeftOuter => " LEFT OUTER JOIN ",
        JoinKind.RightOuter => " RIGHT OUTER JOIN ",
        JoinKind.FullOuter => " FULL OUTER JOIN ",
        JoinKind.Cross => " CROSS JOIN ",
    };
}
