namespace Alchemy;

/// <summary>Functions of LINQ that PostgreSQL has under another name, or has to be told in full.</summary>
internal static class PostgreSqlFunctions
{
    private const string TenTo = "power(CAST(10 AS DOUBLE PRECISION), ";

    /// <summary>Writes the call; false when PostgreSQL has the function as it is.</summary>
    public static bool TryWrite(SqlCompiler sql, FunctionCall node)
    {
        switch (node)
        {
            case { FunctionName: "round_even", Type: NumericType, Arguments: [var number, var digits] }:
                DecimalRounding.WriteToEven(sql, number, digits, "trunc");
                return true;
            case { FunctionName: "round_even" or "round", Type: DoubleType, Arguments: [var number, var digits] }:
                RoundDouble(sql, number, digits, isEven: node.FunctionName is "round_even");
                return true;
            case { FunctionName: "date_add", Arguments: [LiteralValue { Value: string unit }, var amount, var time] }:
                Add(sql, node.Type, unit, amount, time);
                return true;
            case { FunctionName: "ticks", Arguments: [var time] }:
                sql.Write("(CAST(EXTRACT(EPOCH FROM ").Render(time).Write($") * 10000000 AS BIGINT) + {DateTime.UnixEpoch.Ticks})");
                return true;
            case { FunctionName: "day_number", Arguments: [var date] }:
                Operand(sql.Write("("), date).Write(" - DATE '0001-01-01')");
                return true;
            default:
                return false;
        }
    }

    // PostgreSQL's own clock has microseconds: what is smaller is cut off, as of a value that is stored, where `*` would round. A date plus an interval is a timestamp.
    private static void Add(SqlCompiler sql, SqlType type, string unit, ColumnElement amount, ColumnElement time)
    {
        var isDate = type is DateType;
        Operand(sql.Write(isDate ? "CAST(" : "("), time).Write(" + ");
        if (unit is "tick")
        {
            Operand(sql.Write("floor("), amount).Write(" / 10.0) * INTERVAL '1 microsecond'");
        }
        else if (isDate || TimeUnits.AreWhole(amount))
        {
            Operand(sql, amount).Write($" * INTERVAL '1 {unit}'");
        }
        else
        {
            Operand(sql.Write("trunc("), amount).Write($") * INTERVAL '1 {unit}' + floor(trunc((");
            Operand(sql, amount).Write(" - trunc(");
            Operand(sql, amount).Write($")) * {TimeUnits.TicksOf(unit)}) / 10) * INTERVAL '1 microsecond'");
        }

        sql.Write(isDate ? " AS DATE)" : ")");
    }

    // As .NET does it: scale, round to a whole number, scale back; from 1e16 on a double is whole. round() of a double goes to even.
    private static void RoundDouble(SqlCompiler sql, ColumnElement number, ColumnElement digits, bool isEven)
    {
        void Scaled() => Operand(sql, number).Write(" * " + TenTo).Render(digits).Write(")");
        sql.Write("CASE WHEN abs(").Render(number).Write(isEven ? ") < 1e16 THEN round(" : ") < 1e16 THEN trunc(");
        Scaled();
        if (!isEven)
        {
            sql.Write(" + 0.49999999999999994 * sign(").Render(number).Write(")");
        }

        sql.Write(") / " + TenTo).Render(digits).Write(") ELSE ").Render(number).Write(" END");
    }

    private static SqlCompiler Operand(SqlCompiler sql, ColumnElement operand) => operand is NamedColumn ? sql.Render(operand) : sql.Write("(").Render(operand).Write(")");
}
