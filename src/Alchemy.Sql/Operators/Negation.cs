namespace Alchemy;

/// <summary>NOT of a condition: the opposite operator where there is one, which keeps SQL's three values; NOT otherwise.</summary>
public static class Negation
{
    /// <summary>The negated condition.</summary>
    public static ColumnElement Of(ColumnElement condition) => condition.Node switch
    {
        BinaryExpression binary when Opposite(binary) is { } op => new BinaryExpression(op, binary.Left, binary.Right, binary.Type),
        BinaryExpression binary => new UnaryExpression(SqlOperator.Not, new Grouping(binary), SqlTypes.Boolean),
        InExpression list => new InExpression(list.Left, list.Right, !list.IsNegated),
        Between between => between.Negated(),
        LikeExpression like => like.Negated(),
        MatchExpression match => match.Negated(),
        RegexpMatch match => match.Negated(),
        UnaryExpression { Operator: SqlOperator.Not } not => not.Operand is Grouping group ? group.Element : not.Operand,
        Constant { Kind: ConstantKind.True } => Constant.False,
        Constant { Kind: ConstantKind.False } => Constant.True,
        Grouping group => Of(group.Element),
        Label label => Of(label.Element),
        var other => new UnaryExpression(SqlOperator.Not, other, SqlTypes.Boolean),
    };

    // "Not equal to any" is not "equal to none": a comparison with ANY or ALL has no opposite.
    private static SqlOperator? Opposite(BinaryExpression binary) => IsQuantified(binary.Left) || IsQuantified(binary.Right) ? null : binary.Operator switch
    {
        SqlOperator.Equal => SqlOperator.NotEqual,
        SqlOperator.NotEqual => SqlOperator.Equal,
        SqlOperator.Less => SqlOperator.GreaterOrEqual,
        SqlOperator.LessOrEqual => SqlOperator.Greater,
        SqlOperator.Greater => SqlOperator.LessOrEqual,
        SqlOperator.GreaterOrEqual => SqlOperator.Less,
        SqlOperator.Is => SqlOperator.IsNot,
        SqlOperator.IsNot => SqlOperator.Is,
        SqlOperator.IsDistinctFrom => SqlOperator.IsNotDistinctFrom,
        SqlOperator.IsNotDistinctFrom => SqlOperator.IsDistinctFrom,
        _ => null,
    };

    // A function of this name is what ANY and ALL are on a database that has them as functions.
    private static bool IsQuantified(ColumnElement element) => element is Quantified or FunctionCall { FunctionName: "any" or "all" or "some" };
}
