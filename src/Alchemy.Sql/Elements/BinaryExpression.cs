namespace Alchemy;

/// <summary>An operator with two operands: <c>left op right</c>.</summary>
public sealed class BinaryExpression : ColumnElement
{
    /// <summary>Creates the expression; parentheses are put around the operands when they need them.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="type">The type of the result.</param>
    public BinaryExpression(SqlOperator op, ColumnElement left, ColumnElement right, SqlType type)
        : this(op, null, left, right, type)
    {
        if (op is SqlOperator.Custom)
        {
            throw new InvalidStatementException("A custom operator needs its text: create the expression with a CustomOperator.");
        }
    }

    /// <summary>Creates an expression with an operator of the user's own.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="type">The type of the result; null for what the operator says.</param>
    public BinaryExpression(CustomOperator op, ColumnElement left, ColumnElement right, SqlType? type = null)
        : this(SqlOperator.Custom, op, left, right, type ?? op.ResultType ?? (op.IsComparison ? SqlTypes.Boolean : left.Type))
    {
    }

    private BinaryExpression(SqlOperator op, CustomOperator? custom, ColumnElement left, ColumnElement right, SqlType type)
    {
        (Operator, Custom, Type) = (op, custom, type);
        (Left, Right) = (Grouping.IfNeeded(left.Node, op, custom), Grouping.IfNeeded(right.Node, op, custom));
    }

    /// <summary>The operator; <see cref="SqlOperator.Custom"/> when <see cref="Custom"/> says which.</summary>
    public SqlOperator Operator { get; }

    /// <summary>The operator of the user's own, or null.</summary>
    public CustomOperator? Custom { get; }

    /// <summary>The left operand.</summary>
    public ColumnElement Left { get; }

    /// <summary>The right operand.</summary>
    public ColumnElement Right { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable => Operator switch
    {
        SqlOperator.Is or SqlOperator.IsNot or SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom => false,
        SqlOperator.Custom => true,
        _ => Left.IsNullable || Right.IsNullable,
    };

    internal override SqlOperator? TopOperator => Operator;

    internal override CustomOperator? TopCustom => Custom;

    /// <summary>A comparison. NULL at the right makes <c>IS NULL</c> of <c>=</c> and <c>IS NOT NULL</c> of <c>&lt;&gt;</c>; true and false stand there as constants. ANY and ALL come to stand at the right.</summary>
    /// <exception cref="InvalidStatementException">NULL is compared by another operator, or two lists are compared.</exception>
    public static ColumnExpression<bool> Condition(SqlOperator op, ColumnElement left, object? right)
    {
        if (left.Node is Quantified quantified)
        {
            return new BinaryExpression(Mirrored(op), quantified.Opposite(right), quantified, SqlTypes.Boolean).Typed<bool>();
        }

        var isEquality = op is SqlOperator.Equal or SqlOperator.NotEqual or SqlOperator.Is or SqlOperator.IsNot or SqlOperator.IsDistinctFrom or SqlOperator.IsNotDistinctFrom;
        var element = isEquality && right is bool flag ? Constant.Of(flag) : Coercion.Operand(right, left);
        if (element is Constant { Kind: ConstantKind.Null })
        {
            op = op switch
            {
                SqlOperator.Equal => SqlOperator.Is,
                SqlOperator.NotEqual => SqlOperator.IsNot,
                SqlOperator.Less or SqlOperator.LessOrEqual or SqlOperator.Greater or SqlOperator.GreaterOrEqual when right is null
                    => throw new InvalidStatementException($"Nothing is {op} null: NULL is compared by ==, !=, IsNull(), IsNotNull() and IsDistinctFrom()."),
                _ => op,
            };
        }

        return new BinaryExpression(op, left, element, SqlTypes.Boolean).Typed<bool>();
    }

    /// <summary>Joins text: <c>left || right</c>.</summary>
    public static ColumnExpression<string> Concat(object left, object right)
    {
        var type = (left as ColumnElement)?.Type ?? (right as ColumnElement)?.Type ?? SqlTypes.Text;
        var text = type.ClrType == typeof(string) ? type : SqlTypes.Text;
        var (first, second) = Coercion.Pair(left, right);
        return new BinaryExpression(SqlOperator.Concat, first, second, text).Typed<string>();
    }

    /// <summary>Arithmetic whose result has the type of the left operand.</summary>
    /// <exception cref="InvalidStatementException">A <see cref="ulong"/> is divided.</exception>
    public static ColumnExpression<T> Arithmetic<T>(SqlOperator op, object left, object right)
    {
        if (op is SqlOperator.Divide && typeof(T) == typeof(ulong))
        {
            throw new InvalidStatementException("A ulong is kept as a decimal, whose quotient has a fraction: cast it to BIGINT first, or divide in the program.");
        }

        var type = (left as ColumnElement)?.Type ?? (right as ColumnElement)?.Type ?? SqlTypes.Of<T>();
        var (first, second) = Coercion.Pair(left, right);
        return new BinaryExpression(op, first, second, ResultType(type)).Typed<T>();
    }

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitBinary(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
    {
        parts.Number((int)Operator).Node(Left).Node(Right).Type(Type);
        if (Custom is not null)
        {
            parts.Data(Custom);
        }
    }

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (left, right) = (rewriter.Rewrite(Left), rewriter.Rewrite(Right));
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : new BinaryExpression(Operator, Custom, left, right, Type);
    }

    private static SqlOperator Mirrored(SqlOperator op) => op switch
    {
        SqlOperator.Less => SqlOperator.Greater,
        SqlOperator.LessOrEqual => SqlOperator.GreaterOrEqual,
        SqlOperator.Greater => SqlOperator.Less,
        SqlOperator.GreaterOrEqual => SqlOperator.LessOrEqual,
        _ => op,
    };

    // NUMERIC(10, 2) * NUMERIC(10, 2) is wider than either: only the bounds go.
    private static SqlType ResultType(SqlType type) => type is NumericType ? SqlTypes.Numeric() : type;
}
