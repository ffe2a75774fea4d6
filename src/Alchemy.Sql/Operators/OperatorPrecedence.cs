namespace Alchemy;

/// <summary>How tightly operators bind, and so where parentheses are needed.</summary>
internal static class OperatorPrecedence
{
    /// <summary>True when an expression with operator <paramref name="inner"/> needs parentheses as an operand of <paramref name="around"/>.</summary>
    public static bool NeedsGrouping(SqlOperator inner, SqlOperator around)
        => !(inner == around && IsAssociative(inner)) && Of(inner) <= Of(around);

    private static bool IsAssociative(SqlOperator op)
        => op is SqlOperator.And or SqlOperator.Or or SqlOperator.Add or SqlOperator.Multiply or SqlOperator.Concat or SqlOperator.BitwiseAnd or SqlOperator.BitwiseOr;

    private static int Of(SqlOperator op) => op switch
    {
        SqlOperator.Exists => 15,
        SqlOperator.Multiply or SqlOperator.Divide or SqlOperator.Modulo or SqlOperator.Negate => 8,
        SqlOperator.Add or SqlOperator.Subtract or SqlOperator.BitwiseAnd or SqlOperator.BitwiseOr => 7,
        SqlOperator.Concat => 6,
        SqlOperator.Equal or SqlOperator.NotEqual or SqlOperator.Less or SqlOperator.LessOrEqual or SqlOperator.Greater or SqlOperator.GreaterOrEqual
            or SqlOperator.Like or SqlOperator.NotLike or SqlOperator.Is or SqlOperator.IsNot or SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom
            or SqlOperator.In or SqlOperator.Between or SqlOperator.Not => 5,
        SqlOperator.Collate => 4,
        SqlOperator.And => 3,
        SqlOperator.Or => 2,
    };
}
