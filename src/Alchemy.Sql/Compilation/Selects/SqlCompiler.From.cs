using Alchemy.Internals;

namespace Alchemy;

public partial class SqlCompiler
{
    private bool _lateral;
    private bool _inAlias;

    /// <inheritdoc/>
    protected internal override void VisitTable(Table node)
    {
        WriteTable(node);
        if (!_inAlias && AliasOf(node) is { } alias)
        {
            WriteAlias(alias);
        }
    }

    // The name under which a table of a schema is known in a SELECT, where it is not known by its schema.
    private string? AliasOf(Table table)
        => Features.SchemaTables is SchemaTables.Aliased && table.Schema is { Length: > 0 } && _context is { Dml: null, InDdl: false } || _context.Renamed.Contains(table) ? _labels.From(table, table.Name, isSeed: false) : null;

    // users.id is a column of shop.users too where both are there: then shop.users gets another name.
    private IReadOnlySet<FromClause> Renamed(IReadOnlyList<FromClause> froms)
    {
        var own = froms.SelectMany(f => f.Contained.Prepend(f)).OfType<Table>().ToList();
        if (!own.Exists(HasSchema))
        {
            return _context.Renamed;
        }

        var bare = _context.Scope!.All.OfType<Table>().Where(t => !HasSchema(t)).Select(t => t.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new HashSet<FromClause>(_context.Renamed.Except(own, ReferenceEqualityComparer.Instance).Cast<FromClause>().Concat(own.Where(t => HasSchema(t) && bare.Contains(t.Name))), ReferenceEqualityComparer.Instance);

        static bool HasSchema(Table table) => table.Schema is { Length: > 0 };
    }

    /// <inheritdoc/>
    protected internal override void VisitAlias(Alias node)
    {
        // A CTE or subquery is rendered where it stands; an alias of it needs its inner text only.
        if (node.Inner is Values values)
        {
            WriteNamedValues(values, FromName(node)!);
            return;
        }

        if (node.Inner is Subquery subquery)
        {
            WriteDerived(subquery);
        }
        else
        {
            var inAlias = _inAlias;
            _inAlias = true;
            Render(node.Inner);
            _inAlias = inAlias;
        }

        WriteAlias(node);
    }

    /// <summary>Writes the name that a FROM is given.</summary>
    protected SqlCompiler WriteAlias(string name) => Write(Features.AliasKeyword is AliasKeyword.As ? " AS " : " ").WriteName(name);

    private SqlCompiler WriteAlias(FromClause from) => Write(Features.AliasKeyword is AliasKeyword.As ? " AS " : " ").WriteFromName(from);

    private SqlCompiler WriteFromName(FromClause from) => WriteName(new QuotedName(FromName(from)!, from.NameQuote));

    /// <inheritdoc/>
    protected internal override void VisitJoin(Join node)
    {
        RenderFrom(node.Left);
        if (Features.Lateral is Lateral.Apply && IsLateral(node.Right))
        {
            WriteApply(node);
            return;
        }

        Write(JoinText(node.Kind)).Write(node.Right is Join ? "(" : "").RenderFrom(node.Right).Write(node.Right is Join ? ")" : "");
        if (node.On is not null)
        {
            var inFrom = _context.InFrom;
            _context.InFrom = false;
            Write(" ON ").RenderCondition(node.On);
            _context.InFrom = inFrom;
        }
    }

    // CROSS APPLY is JOIN LATERAL ON true, OUTER APPLY is LEFT JOIN LATERAL ON true.
    private void WriteApply(Join node)
    {
        if (node.On is not (null or Constant { Kind: ConstantKind.True }) || node.Kind is JoinKind.RightOuter or JoinKind.FullOuter)
        {
            throw Unsupported("A join of a LATERAL subquery with a condition", "APPLY takes none: put the condition into the subquery, and join it on Constant.True.");
        }

        Write(node.Kind is JoinKind.LeftOuter ? " OUTER APPLY " : " CROSS APPLY ").RenderFrom(node.Right);
    }

    private static bool IsLateral(FromClause from) => from is Subquery { IsLateral: true } or Values { IsLateral: true } or Alias { Inner: Subquery { IsLateral: true } };

    // A FROM of a SELECT, with the hint at it.
    private SqlCompiler RenderFrom(FromClause from)
    {
        if (_context.Hints.Count > 0 && Features.TableHints is TableHints.AfterTable or TableHints.BeforeTable
            && _context.Hints.FirstOrDefault(h => ReferenceEquals(h.From, from)) is { } hint)
        {
            return WriteHinted(from, HintText(hint));
        }

        return Render(from);
    }

    private string HintText(TableHint hint) => hint.Text.Replace("{name}", Dialect.Identifiers.Quote(FromName(hint.From) ?? ""), StringComparison.Ordinal);

    /// <inheritdoc/>
    protected internal override void VisitSubquery(Subquery node)
    {
        WriteDerived(node);
        WriteAlias(node);
    }

    /// <inheritdoc/>
    protected internal override void VisitValues(Values node)
    {
        if (Features.TableValues is TableValues.None or TableValues.InCte || node.Name is null && Features.TableValues is not TableValues.Anywhere)
        {
            throw Unsupported(node.Name is null ? "VALUES without a name in FROM" : "VALUES in FROM", Features.TableValues is TableValues.None or TableValues.InCte
                ? "select each row and join them with UnionAll(...)." : "give it a name.");
        }

        EnterCtes(node.Ctes);
        Write(node.IsLateral && Features.Lateral is Lateral.Keyword ? "LATERAL " : "");
        if (node.Name is { } name)
        {
            WriteNamedValues(node, name);
            return;
        }

        Write("(");
        WriteRows(node);
        Write(")");
    }

    /// <summary>Whether the values of VALUES are written into the text at execution, though they are parameters.</summary>
    protected virtual bool HasLiteralValues => false;

    /// <summary>A value that is written into the text of VALUES: itself, unless its text does not tell its type.</summary>
    protected virtual ColumnElement InValues(ColumnElement value) => value;

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

    /// <summary>Writes <c>VALUES (…), (…)</c>.</summary>
    protected void WriteRows(Values node)
    {
        if (node.Rows.Count == 0)
        {
            throw new InvalidStatementException($"VALUES '{node.Name}' has no rows: give them by Data(...).");
        }

        var (inFrom, literals) = (_context.InFrom, _context.LiteralBinds);
        (_context.InFrom, _context.LiteralBinds) = (false, literals || node.IsLiteral || HasLiteralValues);
        for (var i = 0; i < node.Rows.Count; i++)
        {
            Write(i == 0 ? "VALUES (" : ", (").Render(_context.LiteralBinds ? [.. node.Rows[i].Select(InValues)] : node.Rows[i]).Write(")");
        }

        (_context.InFrom, _context.LiteralBinds) = (inFrom, literals);
    }

    /// <inheritdoc/>
    protected internal override void VisitTableSample(TableSample node)
    {
        if (Features.TableSample is Support.No)
        {
            throw Unsupported("TABLESAMPLE", "select with a condition on a random number instead.");
        }

        Render(node.Inner);
        WriteAlias(FromName(node)!).Write(" TABLESAMPLE ").Render(node.Method);
        if (node.Seed is not null)
        {
            Write(" REPEATABLE (").Render(node.Seed).Write(")");
        }
    }

    /// <inheritdoc/>
    protected internal override void VisitExtensionFrom(ExtensionFromClause node) => RenderExtension(node, node.Render);

    /// <summary>The name by which the statement knows a FROM.</summary>
    protected string? FromName(FromClause from) => from.Name ?? from switch
    {
        Alias { Seed: { } seed } => _labels.From(from, seed, isSeed: true),
        Alias alias => _labels.From(from, alias.Stem, isSeed: false),
        TableSample sample => _labels.From(from, sample.Inner.Name ?? "anon", isSeed: false),
        Subquery { Seed: { } seed } => _labels.From(from, seed, isSeed: true),
        CommonTableExpression cte => _labels.From(cte.Root, cte.Root.Stem, isSeed: false),
        Subquery or TableFunction => _labels.From(from, "anon", isSeed: false),
        _ => null,
    };

    /// <summary>Writes what a SELECT without tables selects from.</summary>
    /// <param name="select">The SELECT.</param>
    /// <param name="isNested">True where it stands in another SELECT, in an UPDATE or in a DELETE.</param>
    protected virtual void WriteEmptyFrom(Select select, bool isNested) => Write(Features.EmptyFrom is EmptyFrom.Dual ? " FROM DUAL" : "");

    private void WriteFrom(Select select, IReadOnlyList<FromClause> froms, bool isNested)
    {
        if (froms.Count == 0)
        {
            WriteEmptyFrom(select, isNested);
            return;
        }

        _context.InFrom = true;
        Write(" FROM ");
        for (var i = 0; i < froms.Count; i++)
        {
            var apply = i > 0 && Features.Lateral is Lateral.Apply && IsLateral(froms[i]);
            Write(i == 0 ? "" : apply ? " CROSS APPLY " : ", ").RenderFrom(froms[i]);
        }

        _context.InFrom = false;
    }

    /// <summary>Writes a SELECT that stands in FROM, without its name.</summary>
    protected virtual void WriteDerived(Subquery node)
    {
        if (node.IsLateral && Features.Lateral is Lateral.None)
        {
            throw Unsupported("LATERAL", "this database has none: use a scalar subquery, or a join with GROUP BY.");
        }

        Write(node.IsLateral && Features.Lateral is Lateral.Keyword ? "LATERAL (" : "(");
        _lateral = node.IsLateral;
        RenderNested(node.Select);
        _lateral = false;
        Write(")");
    }

    // A SELECT inside an expression: it sees the FROMs of the SELECT around it.
    private SqlCompiler Nested(SelectBase select)
    {
        var inFrom = _context.InFrom;
        _context.InFrom = false;
        RenderNested(select);
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
