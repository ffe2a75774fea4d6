namespace Alchemy;

/// <summary>Refuses what a database without types for it would compute to another value, without an error.</summary>
internal static class DialectChecks
{
    /// <summary>Refuses arithmetic with times: as text or as digits they would be added up as numbers.</summary>
    /// <exception cref="CompileException">The expression adds or subtracts, and one operand is a time.</exception>
    public static void RefuseTimes(BinaryExpression node, Dialect dialect)
    {
        if (node.Operator is SqlOperator.Add or SqlOperator.Subtract or SqlOperator.Multiply or SqlOperator.Divide or SqlOperator.Modulo && (IsTime(node.Left, dialect) || IsTime(node.Right, dialect)))
        {
            throw new CompileException($"{node.Operator} of dates, times or spans", dialect.Name, "the database has them as text or moments, and would compute with their digits: select them, and compute in the program; or use the functions of dates that LINQ has.");
        }
    }

    /// <summary>Refuses the sum and the average of what are no numbers.</summary>
    /// <exception cref="CompileException">The call is such a one.</exception>
    public static void RefuseSums(FunctionCall node, Dialect dialect)
    {
        if (node.FunctionName is "sum" or "avg" && node.Arguments is [var only] && (IsTime(only, dialect) || Stored(only, dialect) is StringType or TextType or BinaryType or GuidType))
        {
            throw new CompileException($"{node.FunctionName} of a {only.Type.ClrType.Name}", dialect.Name, "the database would make numbers of the values: select them, and compute in the program.");
        }
    }

    private static bool IsTime(ColumnElement element, Dialect dialect) => Stored(element, dialect) is DateType or TimeType or DateTimeType or DateTimeOffsetType or IntervalType;

    private static SqlType Stored(ColumnElement element, Dialect dialect) => dialect.Types.Stored(element.Type).StorageType;
}
