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
        _ => base.FunctionName(node),
    };

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
}
