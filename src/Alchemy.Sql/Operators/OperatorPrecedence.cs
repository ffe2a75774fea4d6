namespace Alchemy;

/// <summary>How tightly operators bind, and so where parentheses are needed.</summary>
internal static class OperatorPrecedence
{
    private const int Tightest = 100;
    private const int Loosest = -100;

    /// <summary>True when an expression with operator <paramref name="inner"/> needs parentheses as an operand of <paramref name="around"/>.</summary>
    public static bool NeedsGrouping((SqlOperator Operator, CustomOperator? Custom) inner, (SqlOperator Operator, CustomOperator? Custom) around)
        => !(inner == around && IsSelfPrecedent(inner.Operator, inner.Custom))
            && (Inner(inner.Operator, inner.Custom) <= Around(around.Operator, around.Custom) || around.Operator is SqlOperator.Not && IsArithmetic(inner.Operator, inner.Custom));

    private static bool IsSelfPrecedent(SqlOperator op, CustomOperator? custom)
        => op is SqlOperator.And or SqlOperator.Or or SqlOperator.Add or SqlOperator.Multiply or SqlOperator.Concat or SqlOperator.Index || custom is { IsAssociative: true };

    // NOT of a number has no meaning in SQL; where a database gives it one, it must not be that of its first operand.
    private static bool IsArithmetic(SqlOperator op, CustomOperator? custom) => op switch
    {
        SqlOperator.Negate or SqlOperator.BitwiseNot or SqlOperator.Distinct or SqlOperator.Quantifier or SqlOperator.Filter => false,
        SqlOperator.Custom => custom is { IsComparison: false },
        _ => Of(op) > 5,
    };

    private static int Inner(SqlOperator op, CustomOperator? custom) => op switch
    {
        SqlOperator.Custom => custom!.Precedence,
        SqlOperator.LiteralMatch => Loosest,
        _ => Of(op),
    };

    private static int Around(SqlOperator op, CustomOperator? custom) => op switch
    {
        SqlOperator.Custom => custom!.Precedence,
        SqlOperator.LiteralMatch => Tightest,
        _ => Of(op),
    };

    private static int Of(SqlOperator op) => op switch
    {
        SqlOperator.Index or SqlOperator.Quantifier => 15,
        SqlOperator.Multiply or SqlOperator.Divide or SqlOperator.TrueDivide or SqlOperator.FloorDivide or SqlOperator.Modulo or SqlOperator.Negate or SqlOperator.BitwiseNot => 8,
        SqlOperator.Add or SqlOperator.Subtract or SqlOperator.BitwiseAnd or SqlOperator.BitwiseOr or SqlOperator.BitwiseXor
            or SqlOperator.BitwiseLeftShift or SqlOperator.BitwiseRightShift => 7,
        SqlOperator.Filter => 6,
        SqlOperator.Equal or SqlOperator.NotEqual or SqlOperator.Less or SqlOperator.LessOrEqual or SqlOperator.Greater or SqlOperator.GreaterOrEqual
            or SqlOperator.Like or SqlOperator.NotLike or SqlOperator.Is or SqlOperator.IsNot or SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom
            or SqlOperator.In or SqlOperator.Between or SqlOperator.Not or SqlOperator.Concat or SqlOperator.Match or SqlOperator.RegexpMatch
            or SqlOperator.Distinct or SqlOperator.LiteralMatch => 5,
        SqlOperator.Collate => 4,
        SqlOperator.And => 3,
        SqlOperator.Or => 2,
        SqlOperator.Exists or SqlOperator.Custom => 0,
    };
}
