namespace Alchemy;

/// <summary>An operator with two operands: <c>left op right</c>.</summary>
public sealed class BinaryExpression : ColumnElement
{
    /// <summary>Creates the expression; parentheses are put around the operands when they need them.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="type">The type of the result.</param>
    /// <param name="escape">The escape character of a LIKE, or null.</param>
    public BinaryExpression(SqlOperator op, ColumnElement left, ColumnElement right, SqlType type, char? escape = null)
    {
        (Operator, Type, Escape) = (op, type, escape);
        (Left, Right) = (Grouping.IfNeeded(left.Node, op), Grouping.IfNeeded(right.Node, op));
    }

    /// <summary>The operator.</summary>
    public SqlOperator Operator { get; }

    /// <summary>The left operand.</summary>
    public ColumnElement Left { get; }

    /// <summary>The right operand.</summary>
    public ColumnElement Right { get; }

    /// <summary>The escape character of a LIKE, or null.</summary>
    public char? Escape { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable => Operator switch
    {
        SqlOperator.Is or SqlOperator.IsNot or SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom => false,
        _ => Left.IsNullable || Right.IsNullable,
    };

    internal override SqlOperator? TopOperator => Operator;

    /// <summary>A comparison. NULL at the right makes <c>IS NULL</c> of <c>=</c> and <c>IS NOT NULL</c> of <c>&lt;&gt;</c>.</summary>
    public static ColumnExpression<bool> Condition(SqlOperator op, ColumnElement left, object? right)
    {
        var element = Coercion.Operand(right, left);
        if (element is Constant { Kind: ConstantKind.Null })
        {
            op = op switch { SqlOperator.Equal => SqlOperator.Is, SqlOperator.NotEqual => SqlOperator.IsNot, _ => op };
        }

        return new BinaryExpression(op, left, element, SqlTypes.Boolean).Typed<bool>();
    }

    /// <summary>Joins text: <c>left || right</c>.</summary>
    public static ColumnExpression<string> Concat(object left, object right)
    {
        var type = (left as ColumnElement)?.Type ?? (right as ColumnElement)?.Type ?? SqlTypes.Text;
        var text = type.ClrType == typeof(string) ? type : SqlTypes.Text;
        return new BinaryExpression(SqlOperator.Concat, Coercion.Operand(left, text), Coercion.Operand(right, text), text).Typed<string>();
    }

    /// <summary>Arithmetic whose result has the type of the left operand.</summary>
    public static ColumnExpression<T> Arithmetic<T>(SqlOperator op, object left, object right)
    {
        var type = (left as ColumnElement)?.Type ?? (right as ColumnElement)?.Type ?? SqlTypes.Of<T>();
        return new BinaryExpression(op, Coercion.Operand(left, type), Coercion.Operand(right, type), ResultType(type)).Typed<T>();
    }

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitBinary(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
        => parts.Number((int)Operator).Node(Left).Node(Right).Type(Type).Number(Escape ?? -1);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (left, right) = (rewriter.Rewrite(Left), rewriter.Rewrite(Right));
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : new BinaryExpression(Operator, left, right, Type, Escape);
    }

    // NUMERIC(10, 2) * NUMERIC(10, 2) is wider than either: only the bounds go.
    private static SqlType ResultType(SqlType type) => type is NumericType ? SqlTypes.Numeric() : type;
}
