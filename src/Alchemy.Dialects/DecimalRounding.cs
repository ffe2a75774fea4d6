namespace Alchemy;

/// <summary>Rounds decimals to even, for databases whose own rounding goes away from zero.</summary>
internal static class DecimalRounding
{
    /// <summary>Writes the rounding. A number is half way when its two neighbours are as far; half of it has no half way, twice that is even.</summary>
    /// <param name="sql">Where it is written.</param>
    /// <param name="number">The decimal.</param>
    /// <param name="digits">The digits behind the point.</param>
    /// <param name="truncate">The function that cuts digits off.</param>
    public static void WriteToEven(SqlCompiler sql, ColumnElement number, ColumnElement digits, string truncate)
    {
        void Rounded(string function, string factor = "") => Operand(sql.Write($"{function}("), number).Write($"{factor}, ").Render(digits).Write(")");
        sql.Write("CASE WHEN ");
        Rounded("round");
        sql.Write(" != ");
        Rounded(truncate);
        sql.Write(" AND ");
        Rounded("round");
        sql.Write(" + ");
        Rounded(truncate);
        Operand(sql.Write(" = 2 * "), number).Write(" THEN 2 * ");
        Rounded("round", " * 0.5");
        sql.Write(" ELSE ");
        Rounded("round");
        sql.Write(" END");
    }

    private static SqlCompiler Operand(SqlCompiler sql, ColumnElement operand) => operand is NamedColumn ? sql.Render(operand) : sql.Write("(").Render(operand).Write(")");
}
