using System.Collections;

namespace Alchemy;

public abstract partial class ColumnElement
{
    /// <summary>An operator by its text: <c>a op b</c>.</summary>
    /// <param name="text">The operator's text.</param>
    /// <param name="other">The right operand: an expression, or a value.</param>
    /// <param name="precedence">How tightly it binds; see <see cref="CustomOperator.Precedence"/>.</param>
    /// <param name="isComparison">True when its result is a condition.</param>
    /// <param name="type">The type of its result; null for that of the left operand, or boolean.</param>
    public UntypedColumn Op(string text, object? other, int precedence = 0, bool isComparison = false, SqlType? type = null)
        => Op(new CustomOperator(text) { Precedence = precedence, IsComparison = isComparison, ResultType = type }, other);

    /// <summary>A comparison by its text: <c>a op b</c> as a condition.</summary>
    public ColumnExpression<bool> BoolOp(string text, object? other, int precedence = 0) => Op(text, other, precedence, isComparison: true).Typed<bool>();

    /// <summary>An operator of the user's own: <c>a op b</c>.</summary>
    public UntypedColumn Op(CustomOperator op, object? other) => new(new BinaryExpression(op, Node, Coercion.Operand(other, Node)));

    /// <summary>An operator of the user's own with one operand: <c>op a</c>, or <c>a op</c>.</summary>
    public UntypedColumn UnaryOp(CustomOperator op, bool isPostfix = false) => new(new UnaryExpression(op, Node, isPostfix));

    /// <summary><c>a IS b</c>: with NULL, true, false, or an expression.</summary>
    public ColumnExpression<bool> Is(object? other) => Condition(SqlOperator.Is, other);

    /// <summary><c>a IS NOT b</c></summary>
    public ColumnExpression<bool> IsNot(object? other) => Condition(SqlOperator.IsNot, other);

    /// <summary><c>a IN (text)</c>: the text of a list or subquery.</summary>
    public ColumnExpression<bool> In(TextClause text) => new InExpression(Node, text, negated: false).Typed<bool>();

    /// <summary><c>a IN (parameter)</c>: an expanding parameter, whose list is given at execution.</summary>
    public ColumnExpression<bool> In(BindParameter list) => new InExpression(Node, Coercion.ListParameter(list, Node), negated: false).Typed<bool>();

    /// <summary><c>a NOT IN (parameter)</c>: an expanding parameter, whose list is given at execution.</summary>
    public ColumnExpression<bool> NotIn(BindParameter list) => new InExpression(Node, Coercion.ListParameter(list, Node), negated: true).Typed<bool>();

    /// <summary><c>a IN (SELECT columns FROM …)</c></summary>
    public ColumnExpression<bool> In(FromClause from) => In(Sql.Select(from));

    /// <summary><c>a BETWEEN low AND high</c>, both ends included.</summary>
    /// <param name="low">The least value, or an expression.</param>
    /// <param name="high">The greatest value, or an expression.</param>
    /// <param name="symmetric">True for BETWEEN SYMMETRIC: the ends may stand in either order.</param>
    public ColumnExpression<bool> Between(object? low, object? high, bool symmetric = false)
        => new Between(Node, Coercion.Operand(low, Node), Coercion.Operand(high, Node), negated: false, symmetric).Typed<bool>();

    /// <summary><c>a &amp; b</c>, bit by bit.</summary>
    public UntypedColumn BitwiseAnd(object other) => UntypedColumn.Operate(SqlOperator.BitwiseAnd, Node, other);

    /// <summary><c>a | b</c>, bit by bit.</summary>
    public UntypedColumn BitwiseOr(object other) => UntypedColumn.Operate(SqlOperator.BitwiseOr, Node, other);

    /// <summary><c>a ^ b</c>, bit by bit.</summary>
    public UntypedColumn BitwiseXor(object other) => UntypedColumn.Operate(SqlOperator.BitwiseXor, Node, other);

    /// <summary><c>~a</c>, bit by bit.</summary>
    public UntypedColumn BitwiseNot() => new(new UnaryExpression(SqlOperator.BitwiseNot, Node));

    /// <summary><c>a &lt;&lt; b</c>: the bits moved to the left.</summary>
    public UntypedColumn BitwiseLShift(object other) => UntypedColumn.Operate(SqlOperator.BitwiseLeftShift, Node, other);

    /// <summary><c>a &gt;&gt; b</c>: the bits moved to the right.</summary>
    public UntypedColumn BitwiseRShift(object other) => UntypedColumn.Operate(SqlOperator.BitwiseRightShift, Node, other);

    /// <summary><c>a / b</c> with its fraction, also of integers.</summary>
    public UntypedColumn TrueDiv(object other) => UntypedColumn.Operate(SqlOperator.TrueDivide, Node, other);

    /// <summary><c>a / b</c> rounded down.</summary>
    public UntypedColumn FloorDiv(object other) => UntypedColumn.Operate(SqlOperator.FloorDivide, Node, other);

    /// <summary><c>pow(a, b)</c></summary>
    public UntypedColumn Pow(object other) => Func.Call("pow", Node, other);

    /// <summary><c>DISTINCT a</c>, as the argument of an aggregate.</summary>
    public UntypedColumn Distinct() => new(new UnaryExpression(SqlOperator.Distinct, Node));

    /// <summary><c>ANY (a)</c> of an array: the right side of a comparison.</summary>
    public UntypedColumn Any() => Sql.Any(Node);

    /// <summary><c>ALL (a)</c> of an array: the right side of a comparison.</summary>
    public UntypedColumn All() => Sql.All(Node);

    /// <summary><c>TRY_CAST(a AS type)</c>: NULL for what cannot be converted.</summary>
    public UntypedColumn TryCast(SqlType type) => new(new Cast(Node, type, isTry: true));

    private ClauseElement Listed(ICollection values)
    {
        if (!values.Cast<object?>().Any(v => v is ColumnElement))
        {
            return Node is TupleExpression tuple ? Coercion.Tuples(values, tuple) : Coercion.Expanding(values, Node);
        }

        return new TupleExpression([.. values.Cast<object?>().Select(v => Coercion.Operand(v, Node))]);
    }
}
