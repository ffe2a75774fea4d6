namespace Alchemy;

/// <summary>Functions of LINQ that SQLite lacks: those of decimals and times, which it keeps as text, are registered with the connection.</summary>
internal static class SqliteFunctions
{
    /// <summary>Writes the call; false when SQLite has the function under its name.</summary>
    public static bool TryWrite(SqlCompiler sql, FunctionCall node)
    {
        switch (node)
        {
            case { FunctionName: "round" or "round_even", Type: NumericType or DoubleType, Arguments: [var number, var digits] }:
                var mode = node.FunctionName is "round" ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven;
                sql.Write(node.Type is NumericType ? "alchemy_round(" : "alchemy_round_real(").Render(number).Write(", ").Render(digits).Write($", {(int)mode})");
                return true;
            case { FunctionName: "date_trunc", Arguments: [LiteralValue { Value: "day" }, var time] }:
                sql.Write("strftime('%Y-%m-%d 00:00:00', ").Render(time).Write(")");
                return true;
            case { FunctionName: "date_add", Arguments: [LiteralValue { Value: "tick" }, var ticks, var time] }:
                sql.Write("alchemy_ticks_add(").Render(ticks).Write(", ").Render(time).Write(")");
                return true;
            case { FunctionName: "date_add", Arguments: var arguments }:
                sql.Write(node.Type is DateType ? "alchemy_date_add(" : "alchemy_time_add(").Render(arguments).Write(")");
                return true;
            case { FunctionName: "ticks", Arguments: [var time] }:
                sql.Write("alchemy_ticks(").Render(time).Write(")");
                return true;
            case { FunctionName: "day_number", Arguments: [var date] }:
                sql.Write("CAST(julianday(").Render(date).Write(") - 1721425.5 AS INTEGER)");
                return true;
            case { FunctionName: "make_date" }:
                sql.Write("printf('%04d-%02d-%02d', ").Render(node.Arguments).Write(")");
                return true;
            case { FunctionName: "make_timestamp" }:
                sql.Write("printf('%04d-%02d-%02d %02d:%02d:%02d', ").Render(node.Arguments).Write(")");
                return true;
            default:
                return false;
        }
    }
}
