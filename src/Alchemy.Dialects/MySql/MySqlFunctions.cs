namespace Alchemy;

/// <summary>Functions of LINQ that MySQL and MariaDB lack, or have under another name.</summary>
internal static class MySqlFunctions
{
    /// <summary>Writes the call; false when the database has the function as it is.</summary>
    public static bool TryWrite(SqlCompiler sql, FunctionCall node)
    {
        switch (node)
        {
            case { FunctionName: "trunc", Arguments: [var number] }:
                sql.Write("truncate(").Render(number).Write(", 0)");
                return true;
            case { FunctionName: "round_even", Type: NumericType, Arguments: [var number, var digits] }:
                DecimalRounding.WriteToEven(sql, number, digits, "truncate");
                return true;
            case { FunctionName: "round_even" or "round", Type: DoubleType, Arguments: [var number, var digits] }:
                RoundDouble(sql, number, digits, isEven: node.FunctionName is "round_even");
                return true;
            case { FunctionName: "trim" or "ltrim" or "rtrim", Arguments: [var text, LiteralValue { Value: string characters }] } when sql.Dialect.Features.Regexp is not Regexp.Keyword:
                Trim(sql, node.FunctionName, text, characters);
                return true;
            default:
                return TryWriteTime(sql, node);
        }
    }

    private static bool TryWriteTime(SqlCompiler sql, FunctionCall node)
    {
        switch (node)
        {
            case { FunctionName: "date_add", Arguments: [LiteralValue { Value: string unit }, var amount, var time] }:
                Add(sql, unit, amount, time);
                return true;
            case { FunctionName: "date_trunc", Arguments: [LiteralValue { Value: "day" }, var time] }:
                sql.Write("CAST(date(").Render(time).Write(") AS DATETIME(6))");
                return true;
            case { FunctionName: "ticks", Arguments: [var time] }:
                Time(sql.Write("(timestampdiff(MICROSECOND, '0001-01-01', "), time).Write(") * 10)");
                return true;
            case { FunctionName: "day_number", Arguments: [var date] }:
                sql.Write("(to_days(").Render(date).Write(") - 366)");
                return true;
            case { FunctionName: "make_date" or "make_timestamp", Arguments.Count: 3 or 6 }:
                Make(sql, node.Arguments);
                return true;
            default:
                return false;
        }
    }

    // As .NET does it: scale, round to a whole number, scale back; from 1e16 on a double is whole. round() of a double goes to even, and power() makes a double of what is none.
    private static void RoundDouble(SqlCompiler sql, ColumnElement number, ColumnElement digits, bool isEven)
    {
        void Scaled(string end) => Operand(sql, number).Write(end + " * power(10, ").Render(digits).Write(")");
        Operand(sql.Write("CASE WHEN abs("), number).Write(") < 1e16 THEN ");
        if (isEven)
        {
            sql.Write("round(");
            Scaled("");
        }
        else
        {
            Operand(sql.Write("sign("), number).Write(") * floor(abs(");
            Scaled(")");
            sql.Write(" + 0.49999999999999994e0");
        }

        sql.Write(") / power(10, ").Render(digits).Write(") ELSE ");
        Operand(sql, number).Write(" END");
    }

    // TRIM takes off a text here, not each of some characters.
    private static void Trim(SqlCompiler sql, string function, ColumnElement text, string characters)
    {
        var set = string.Concat(characters.EnumerateRunes().Select(c => $@"\x{{{c.Value:x}}}"));
        var (start, end) = ($@"\A[{set}]+", $@"(?<![{set}])[{set}]+\z");
        sql.Write("regexp_replace(").Render(text).Write(", ");
        sql.Render(new LiteralValue(function switch { "ltrim" => start, "rtrim" => end, _ => $"{start}|{end}" }, SqlTypes.Text)).Write(", '')");
    }

    // A span of .NET is whole units and ticks of the rest; the database has microseconds, and what is smaller is cut off, as of a value that is stored.
    private static void Add(SqlCompiler sql, string unit, ColumnElement amount, ColumnElement time)
    {
        Time(sql.Write("("), time).Write(" + INTERVAL ");
        if (unit is "tick")
        {
            Operand(sql.Write("floor("), amount).Write(" / 10) MICROSECOND)");
            return;
        }

        var (factor, field) = unit is "millisecond" ? (" * 1000", "MICROSECOND") : ("", unit.ToUpperInvariant());
        if (TimeUnits.AreWhole(amount))
        {
            Operand(sql, amount).Write($"{factor} {field})");
            return;
        }

        Operand(sql.Write("truncate("), amount).Write($", 0){factor} {field} + INTERVAL floor(truncate((");
        Operand(sql, amount).Write(" - truncate(");
        Operand(sql, amount).Write($", 0)) * {TimeUnits.TicksOf(unit)}, 0) / 10) MICROSECOND)");
    }

    // A year of two digits would be one of this century.
    private static void Make(SqlCompiler sql, IReadOnlyList<ColumnElement> parts)
    {
        ReadOnlySpan<string> before = ["", "'-', ", "'-', ", "' ', ", "':', ", "':', "];
        sql.Write("CAST(concat(lpad(").Render(parts[0]).Write(", 4, '0')");
        for (var i = 1; i < parts.Count; i++)
        {
            sql.Write(", " + before[i]).Render(parts[i]);
        }

        sql.Write(parts.Count > 3 ? ") AS DATETIME(6))" : ") AS DATE)");
    }

    // A parameter is a text to these functions, and what they make of it a text again.
    private static SqlCompiler Time(SqlCompiler sql, ColumnElement time) => time is BindParameter or LiteralValue
        ? sql.Write("CAST(").Render(time).Write(time.Type.StorageType is DateType ? " AS DATE)" : " AS DATETIME(6))")
        : Operand(sql, time);

    private static SqlCompiler Operand(SqlCompiler sql, ColumnElement operand) => operand is NamedColumn or ColumnClause or BindParameter or FunctionCall ? sql.Render(operand) : sql.Write("(").Render(operand).Write(")");
}
