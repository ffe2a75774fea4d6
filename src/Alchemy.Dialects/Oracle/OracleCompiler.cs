namespace Alchemy;

/// <summary>What Oracle says differently in statements.</summary>
internal sealed class OracleCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <inheritdoc/>
    protected override string FunctionName(FunctionCall node) => node.FunctionName switch
    {
        "now" => "CURRENT_TIMESTAMP",
        "char_length" => "LENGTH",
        "pow" => "POWER",
        "strpos" => "INSTR",
        "ceiling" => "CEIL",
        _ => base.FunctionName(node),
    };

    /// <inheritdoc/>
    protected override void VisitFunction(FunctionCall node)
    {
        switch (node)
        {
            case { FunctionName: "trim", Arguments: [var text, var characters] }:
                // TRIM takes off one character only.
                Write("RTRIM(LTRIM(").Render(text).Write(", ").Render(characters).Write("), ").Render(characters).Write(")");
                break;
            case { FunctionName: "date", Arguments.Count: 1 } or { FunctionName: "date_trunc", Arguments: [LiteralValue { Value: "day" }, _] }:
                Write("TRUNC(").Render(node.Arguments[^1]).Write(")");
                break;
            case var _ when LinqFunctions.IsOne(node):
                throw Unsupported($"The function {node.FunctionName}", "compute it in the program, or write it as text of Oracle's.");
            default:
                base.VisitFunction(node);
                break;
        }
    }

    /// <inheritdoc/>
    protected override bool IsWord(FunctionCall node) => node.FunctionName.ToUpperInvariant() is "NOW" or "UID" or "SYSDATE" or "USER" || base.IsWord(node);

    /// <summary>A function in FROM is turned into rows by TABLE.</summary>
    protected override void WriteTableFunction(TableFunction node)
    {
        var isTable = node.Function is FunctionCall { ShortName: var name } && name.Equals("table", StringComparison.OrdinalIgnoreCase);
        Write(isTable ? "" : "TABLE (");
        base.WriteTableFunction(node);
        Write(isTable ? "" : ")");
    }

    /// <summary>The one column of such rows has a name of Oracle's.</summary>
    protected override void VisitTableValuedColumn(TableValuedColumn node)
    {
        base.VisitTableValuedColumn(node);
        Write(".COLUMN_VALUE");
    }

    /// <summary>Oracle wants a length for text, and has no names for other parts of a date.</summary>
    protected override string ExtractField(string field) => field is "dow" or "doy" or "epoch" or "week" or "quarter"
        ? throw Unsupported($"EXTRACT({field})", "use TO_CHAR with a format, such as Func.Call(\"to_char\", date, \"DDD\").")
        : base.ExtractField(field);

    private const string RowNumber = "ora_rn";

    private readonly Dictionary<Select, ColumnElement> _firstRows = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    protected override void WriteOptimizerHint(Select node)
    {
        if (_firstRows.TryGetValue(node, out var rows))
        {
            Write(" /*+ FIRST_ROWS(").Render(rows).Write(") */");
        }
    }

    /// <summary>The optimizer must see the number: a simple one is part of the text.</summary>
    protected override SqlCompiler RenderRows(ColumnElement rows) => RenderLiteral(rows);

    /// <summary>Before FETCH came, a condition on ROWNUM around the SELECT did its work.</summary>
    protected override Select WithNumberedRows(Select node)
    {
        if (node.FetchClause is not null)
        {
            throw Unsupported("FETCH", "it begins with Oracle 12: use Limit(...).");
        }

        var (limit, offset) = (Simple(node.LimitClause), Simple(node.OffsetClause));
        ColumnElement[] locked = [.. (node.ForUpdate?.Of.OfType<ColumnElement>() ?? []).Where(c => !node.Columns.Contains(c))];
        var plain = node.WithColumns([.. node.Columns, .. locked]).Limit((ColumnElement?)null).Offset((ColumnElement?)null).WithoutLock();
        var inner = plain.Subquery();
        var wrapped = Sql.Select([.. inner.Columns.Take(node.Columns.Count)]);
        if (limit is not null)
        {
            var most = offset is null ? limit : new BinaryExpression(SqlOperator.Add, limit, offset, SqlTypes.Integer);
            wrapped = wrapped.Where(new BinaryExpression(SqlOperator.LessOrEqual, new TextClause("ROWNUM", SqlTypes.Integer), most, SqlTypes.Boolean));
        }

        if (offset is null)
        {
            return Hinted(wrapped.WithLockOf(node.ForUpdate, inner), limit);
        }

        var number = new TextClause("ROWNUM", SqlTypes.Integer).As(RowNumber);
        var numbered = Hinted(wrapped.WithColumns([.. wrapped.Columns, number, .. inner.Columns.Skip(node.Columns.Count)]).SelectFrom(inner), limit).Subquery();
        return Sql.Select([.. numbered.Columns.Take(node.Columns.Count)])
            .Where(new BinaryExpression(SqlOperator.Greater, Sql.Column<int>(RowNumber), offset, SqlTypes.Boolean)).WithLockOf(node.ForUpdate, numbered);
    }

    private Select Hinted(Select select, ColumnElement? limit)
    {
        if (limit is not null && Features.FirstRowsHint is Support.Yes)
        {
            _firstRows.Add(select, limit);
        }

        return select;
    }

    private static ColumnElement? Simple(ColumnElement? rows) => rows is BindParameter bind ? new InText(bind) : rows;

    // The same parameter, whose value is part of the text here.
    private sealed class InText(BindParameter bind) : ExtensionElement
    {
        public override SqlType Type => bind.Type;

        protected override void Render(SqlCompiler compiler) => ((OracleCompiler)compiler).RenderLiteral(bind);

        protected override void Describe(PartList parts) => parts.Node(bind);
    }
}
