namespace Alchemy;

/// <summary>NOT of a condition: the opposite operator where there is one, which keeps SQL's three values; NOT otherwise.</summary>
public static class Negation
{
    /// <summary>The negated condition.</summary>
    public static ColumnElement Of(ColumnElement condition) => condition.Node switch
    {
        BinaryExpression binary when Opposite(binary.Operator) is { } op => new BinaryExpression(op, binary.Left, binary.Right, binary.Type, binary.Escape),
        InExpression list => new InExpression(list.Left, list.Right, !list.IsNegated),
        Between between => new Between(between.Operand, between.Low, between.High, !between.IsNegated),
        UnaryExpression { Operator: SqlOperator.Not } not => not.Operand is Grouping group ? group.Element : not.Operand,
        Constant { Kind: ConstantKind.True } => Constant.False,
        Constant { Kind: ConstantKind.False } => Constant.True,
        Grouping group => Of(group.Element),
        var other => new UnaryExpression(SqlOperator.Not, other, SqlTypes.Boolean),
    };

    private static SqlOperator? Opposite(SqlOperator op) => op switch
    {
        SqlOperator.Equal => SqlOperator.NotEqual,
        SqlOperator.NotEqual => SqlOperator.Equal,
        SqlOperator.Less => SqlOperator.GreaterOrEqual,
        SqlOperator.LessOrEqual => SqlOperator.Greater,
        SqlOperator.Greater => SqlOperator.LessOrEqual,
        SqlOperator.GreaterOrEqual => SqlOperator.Less,
        SqlOperator.Like => SqlOperator.NotLike,
        SqlOperator.NotLike => SqlOperator.Like,
        SqlOperator.Is => SqlOperator.IsNot,
        SqlOperator.IsNot => SqlOperator.Is,
        SqlOperator.IsDistinctFrom => SqlOperator.IsNotDistinctFrom,
        SqlOperator.IsNotDistinctFrom => SqlOperator.IsDistinctFrom,
        _ => null,
    };
}
