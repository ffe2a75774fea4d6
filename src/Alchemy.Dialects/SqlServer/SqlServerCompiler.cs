namespace Alchemy;

/// <summary>What SQL Server says differently in statements.</summary>
internal sealed class SqlServerCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    private const string RowNumber = "mssql_rn";
    private static readonly Version FirstWithTrimmedCharacters = new(16, 0);

    /// <summary>A limit alone is <c>TOP n</c>, whose number is part of the text.</summary>
    protected override void WriteTop(RowLimit rows)
    {
        if (UsesTop(rows))
        {
            Write(" TOP ");
            RenderLiteral(rows.Most!).Write((rows.IsPercent ? " PERCENT" : "") + (rows.WithTies ? " WITH TIES" : ""));
        }
    }

    /// <summary>OFFSET and FETCH belong to ORDER BY.</summary>
    protected override void WritePaging(RowLimit rows, bool isOrdered)
    {
        if (rows.IsEmpty || UsesTop(rows))
        {
            return;
        }

        if (Features.Paging is Paging.TopOrRowNumber)
        {
            throw Unsupported("LIMIT and OFFSET of a UNION", "this server version has neither: limit a SELECT from the UNION's Subquery().");
        }

        CheckPaging(rows, isOrdered);
        WriteOffsetFetch(rows, alwaysOffset: true);
    }

    /// <inheritdoc/>
    protected override bool KeepsOrder(RowLimit rows, bool isNested) => !isNested || UsesTop(rows) || !rows.IsEmpty;

    /// <summary>Before OFFSET came, a window of row numbers around the SELECT did its work.</summary>
    protected override Select WithNumberedRows(Select node)
    {
        var rows = new RowLimit(node.LimitClause, node.OffsetClause, node.FetchClause, false, false);
        if (UsesTop(rows) || Features.Paging is not Paging.TopOrRowNumber)
        {
            return node;
        }

        CheckPaging(rows, node.OrderByClauses.Count > 0);
        var number = new RowNumbers([.. node.OrderByClauses.Select(Unlabelled)]).As(RowNumber);
        var inner = node.WithColumns([.. node.Columns, number]).WithoutOrderBy().Limit((ColumnElement?)null).Offset((ColumnElement?)null).Subquery();
        var at = Sql.Column<int>(RowNumber);
        var paged = Sql.Select([.. inner.Columns.Take(node.Columns.Count)]);
        paged = rows.Offset is { } offset ? paged.Where(new BinaryExpression(SqlOperator.Greater, at, offset, SqlTypes.Boolean)) : paged;
        return rows.Most is { } most
            ? paged.Where(new BinaryExpression(SqlOperator.LessOrEqual, at, rows.Offset is { } before ? new BinaryExpression(SqlOperator.Add, most, before, SqlTypes.Integer) : most, SqlTypes.Boolean))
            : paged;
    }

    private static ColumnElement Unlabelled(ColumnElement item) => item switch
    {
        Label label => label.Element,
        Ordering { Element: Label label } ordering => new Ordering(label.Element, ordering.IsDescending, ordering.Nulls),
        _ => item,
    };

    // LIMIT is TOP where it can be; FETCH only where it must be.
    private static bool UsesTop(RowLimit rows) => rows.Offset is null && (rows.Limit is BindParameter or LiteralValue || rows is { Fetch: BindParameter or LiteralValue, IsSpecial: true });

    private void CheckPaging(RowLimit rows, bool isOrdered)
    {
        if (!isOrdered)
        {
            throw Unsupported("OFFSET, or a LIMIT that is an expression, without ORDER BY", "SQL Server counts rows of an order only: add OrderBy(...).");
        }

        if (rows.IsSpecial)
        {
            throw Unsupported("PERCENT or WITH TIES with an OFFSET", "TOP is without OFFSET: rank the rows with a window function in a subquery.");
        }
    }

    /// <summary>A member takes no ORDER BY of its own: it is selected from.</summary>
    protected override void WriteMember(SelectBase member)
    {
        if (NeedsParentheses(member))
        {
            Render(Sql.Select(member.Subquery("member")));
        }
        else
        {
            base.WriteMember(member);
        }
    }

    /// <inheritdoc/>
    protected override void VisitIn(InExpression node)
    {
        RefuseRow(node.Left);
        base.VisitIn(node);
    }

    /// <inheritdoc/>
    protected override void VisitBinary(BinaryExpression node)
    {
        RefuseRow(node.Left);
        base.VisitBinary(node);
    }

    /// <inheritdoc/>
    protected override void VisitFunction(FunctionCall node)
    {
        switch (node)
        {
            case { FunctionName: "trim", Arguments: [var text, var characters] }:
                Write("TRIM(").Render(characters).Write(" FROM ").Render(text).Write(")");
                break;
            case { FunctionName: "strpos", Arguments: [var text, var part] }:
                Write("CHARINDEX(").Render(part).Write(", ").Render(text).Write(")");
                break;
            case { FunctionName: "substr", Arguments: [var text, var start] }:
                Write("SUBSTRING(").Render(text).Write(", ").Render(start).Write($", {int.MaxValue})");
                break;
            case { FunctionName: "trunc", Arguments: [var number] }:
                Write("ROUND(").Render(number).Write(", 0, 1)");
                break;
            case { FunctionName: "date", Arguments: [var time] }:
                Write("CAST(").Render(time).Write(" AS DATE)");
                break;
            case { FunctionName: "date_trunc", Arguments: [LiteralValue { Value: "day" }, var time] }:
                Write("CAST(CAST(").Render(time).Write(" AS DATE) AS DATETIME2)");
                break;
            case var _ when LinqFunctions.IsOne(node):
                throw Unsupported($"The function {node.FunctionName}", "compute it in the program, or write it as text of SQL Server's.");
            case { FunctionName: "ltrim" or "rtrim", Arguments.Count: > 1 } when Dialect.ServerVersion < FirstWithTrimmedCharacters:
                throw Unsupported($"{node.FunctionName} of given characters", "this server version cuts spaces only: trim both ends, or select the text and trim it in the program.");
            default:
                base.VisitFunction(node);
                break;
        }
    }

    // It compares single values.
    private void RefuseRow(ColumnElement element)
    {
        if (element is TupleExpression)
        {
            throw Unsupported("A comparison of several values at once", "compare them one by one, with & and |, or join a subquery of VALUES.");
        }
    }

    /// <inheritdoc/>
    protected override void VisitExtract(Extract node)
    {
        if (node.Field is "dow")
        {
            // DATEPART(weekday) depends on the session's first day of the week.
            Write("((DATEPART(weekday, ").Render(node.Operand).Write(") + @@DATEFIRST - 1) % 7)");
            return;
        }

        Write($"DATEPART({ExtractField(node.Field)}, ").Render(node.Operand).Write(")");
    }

    /// <inheritdoc/>
    protected override string ExtractField(string field) => field switch
    {
        "doy" => "dayofyear",
        "milliseconds" => "millisecond",
        "microseconds" => "microsecond",
        _ => field,
    };

    /// <inheritdoc/>
    protected override string FunctionName(FunctionCall node) => node.FunctionName switch
    {
        "now" => "CURRENT_TIMESTAMP",
        "current_date" => "GETDATE",
        "length" or "char_length" => "LEN",
        "pow" => "POWER",
        "substr" => "SUBSTRING",
        _ => base.FunctionName(node),
    };

    /// <inheritdoc/>
    protected override bool IsWord(FunctionCall node) => node.FunctionName is "now" || node.FunctionName is not "current_date" && base.IsWord(node);
}
