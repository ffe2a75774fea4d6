namespace Alchemy;

/// <summary>What SQL Server says differently in statements.</summary>
internal sealed class SqlServerCompiler(Dialect dialect, ClauseElement statement) : SqlCompiler(dialect, statement)
{
    /// <summary>A limit alone is <c>TOP n</c>, whose number is part of the text.</summary>
    protected override void WriteTop(ColumnElement? limit, ColumnElement? offset)
    {
        if (limit is not null && offset is null)
        {
            Write("TOP ");
            RenderLiteral(limit).Write(" ");
        }
    }

    /// <inheritdoc/>
    protected override void WritePaging(ColumnElement? limit, ColumnElement? offset)
    {
        if (offset is not null)
        {
            base.WritePaging(limit, offset);
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
        _ => base.FunctionName(node),
    };

    /// <inheritdoc/>
    protected override bool IsWord(FunctionCall node) => node.FunctionName is "now" || node.FunctionName is not "current_date" && base.IsWord(node);

    /// <summary>The ends of a frame take no parameter.</summary>
    protected override SqlCompiler RenderFrameValue(ColumnElement value) => RenderLiteral(value);
}
