using System.Runtime.CompilerServices;

namespace Alchemy;

/// <summary>A column or expression whose type the program does not say. Its operators take any value and recognise another expression at run time.</summary>
/// <remarks>What an operator means follows from the SQL type: <c>+</c> joins text, arrays and documents, and adds numbers.</remarks>
public sealed partial class UntypedColumn(ColumnElement node) : ColumnElement
{
    /// <inheritdoc/>
    public override ColumnElement Node { get; } = node.Node;

    /// <inheritdoc/>
    public override SqlType Type => Node.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Node.IsNullable;

    /// <inheritdoc/>
    public override string? Name => Node.Name;

    internal override ColumnElement Around(ColumnElement node) => new UntypedColumn(node);

    internal override SqlOperator? TopOperator => Node.TopOperator;

    internal override CustomOperator? TopCustom => Node.TopCustom;

    /// <summary>The expression under a name.</summary>
    public new UntypedColumn As(string name) => new(new Label(name, Node));

    /// <summary><c>a = b</c>; <c>a IS NULL</c> for null.</summary>
    public static ColumnExpression<bool> operator ==(UntypedColumn? left, object? right) => Compare(SqlOperator.Equal, left, right);

    /// <summary><c>value = a</c>, written the other way round.</summary>
    [OverloadResolutionPriority(-1)]
    public static ColumnExpression<bool> operator ==(object? left, UntypedColumn right) => right.Condition(SqlOperator.Equal, left);

    /// <summary><c>a &lt;&gt; b</c>; <c>a IS NOT NULL</c> for null.</summary>
    public static ColumnExpression<bool> operator !=(UntypedColumn? left, object? right) => Compare(SqlOperator.NotEqual, left, right);

    /// <summary><c>value &lt;&gt; a</c>, written the other way round.</summary>
    [OverloadResolutionPriority(-1)]
    public static ColumnExpression<bool> operator !=(object? left, UntypedColumn right) => right.Condition(SqlOperator.NotEqual, left);

    /// <summary><c>a &lt; b</c></summary>
    public static ColumnExpression<bool> operator <(UntypedColumn left, object? right) => Compare(SqlOperator.Less, left, right);

    /// <summary><c>value &lt; a</c>, written the other way round.</summary>
    [OverloadResolutionPriority(-1)]
    public static ColumnExpression<bool> operator <(object? left, UntypedColumn right) => right.Condition(SqlOperator.Greater, left);

    /// <summary><c>a &gt; b</c></summary>
    public static ColumnExpression<bool> operator >(UntypedColumn left, object? right) => Compare(SqlOperator.Greater, left, right);

    /// <summary><c>value &gt; a</c>, written the other way round.</summary>
    [OverloadResolutionPriority(-1)]
    public static ColumnExpression<bool> operator >(object? left, UntypedColumn right) => right.Condition(SqlOperator.Less, left);

    /// <summary><c>a &lt;= b</c></summary>
    public static ColumnExpression<bool> operator <=(UntypedColumn left, object? right) => Compare(SqlOperator.LessOrEqual, left, right);

    /// <summary><c>value &lt;= a</c>, written the other way round.</summary>
    [OverloadResolutionPriority(-1)]
    public static ColumnExpression<bool> operator <=(object? left, UntypedColumn right) => right.Condition(SqlOperator.GreaterOrEqual, left);

    /// <summary><c>a &gt;= b</c></summary>
    public static ColumnExpression<bool> operator >=(UntypedColumn left, object? right) => Compare(SqlOperator.GreaterOrEqual, left, right);

    /// <summary><c>value &gt;= a</c>, written the other way round.</summary>
    [OverloadResolutionPriority(-1)]
    public static ColumnExpression<bool> operator >=(object? left, UntypedColumn right) => right.Condition(SqlOperator.LessOrEqual, left);

    /// <summary><c>a + b</c>, or <c>a || b</c> of text, arrays and documents.</summary>
    public static UntypedColumn operator +(UntypedColumn left, object? right) => Operate(SqlOperator.Add, left, right);

    /// <summary><c>value + a</c></summary>
    [OverloadResolutionPriority(-1)]
    public static UntypedColumn operator +(object left, UntypedColumn right) => Operate(SqlOperator.Add, left, right);

    /// <summary><c>a - b</c></summary>
    public static UntypedColumn operator -(UntypedColumn left, object? right) => Operate(SqlOperator.Subtract, left, right);

    /// <summary><c>value - a</c></summary>
    [OverloadResolutionPriority(-1)]
    public static UntypedColumn operator -(object left, UntypedColumn right) => Operate(SqlOperator.Subtract, left, right);

    /// <summary><c>a * b</c></summary>
    public static UntypedColumn operator *(UntypedColumn left, object? right) => Operate(SqlOperator.Multiply, left, right);

    /// <summary><c>value * a</c></summary>
    [OverloadResolutionPriority(-1)]
    public static UntypedColumn operator *(object left, UntypedColumn right) => Operate(SqlOperator.Multiply, left, right);

    /// <summary><c>a / b</c> with its fraction, also of integers. <see cref="ColumnElement.FloorDiv"/> rounds down.</summary>
    public static UntypedColumn operator /(UntypedColumn left, object? right) => Operate(SqlOperator.TrueDivide, left, right);

    /// <summary><c>value / a</c> with its fraction.</summary>
    [OverloadResolutionPriority(-1)]
    public static UntypedColumn operator /(object left, UntypedColumn right) => Operate(SqlOperator.TrueDivide, left, right);

    /// <summary><c>a % b</c></summary>
    public static UntypedColumn operator %(UntypedColumn left, object? right) => Operate(SqlOperator.Modulo, left, right);

    /// <summary><c>value % a</c></summary>
    [OverloadResolutionPriority(-1)]
    public static UntypedColumn operator %(object left, UntypedColumn right) => Operate(SqlOperator.Modulo, left, right);

    /// <summary><c>-a</c></summary>
    public static UntypedColumn operator -(UntypedColumn operand) => new(new UnaryExpression(SqlOperator.Negate, operand));

    /// <summary><c>a AND b</c></summary>
    public static ColumnExpression<bool> operator &(UntypedColumn left, ColumnElement right) => Sql.And(left, right);

    /// <summary><c>a AND b</c></summary>
    public static ColumnExpression<bool> operator &(ColumnExpression<bool> left, UntypedColumn right) => Sql.And(left, right);

    /// <summary><c>a OR b</c></summary>
    public static ColumnExpression<bool> operator |(UntypedColumn left, ColumnElement right) => Sql.Or(left, right);

    /// <summary><c>a OR b</c></summary>
    public static ColumnExpression<bool> operator |(ColumnExpression<bool> left, UntypedColumn right) => Sql.Or(left, right);

    /// <summary><c>NOT a</c></summary>
    public static ColumnExpression<bool> operator !(UntypedColumn operand) => Sql.Not(operand);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => Node.Accept(visitor);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Node);

    // null == column means what column == null means.
    private static ColumnExpression<bool> Compare(SqlOperator op, UntypedColumn? left, object? right) => left is null
        ? (right as ColumnElement ?? throw new InvalidStatementException("null is compared with null: one side must be a column or expression.")).Condition(op, null)
        : left.Condition(op, right);

    internal static UntypedColumn Operate(SqlOperator op, object? left, object? right)
    {
        var (first, second) = Coercion.Pair(left, right);
        if (op is SqlOperator.Add && IsJoined(first.Type) && (IsJoined(second.Type) || second.Type is NullType))
        {
            return new(new BinaryExpression(SqlOperator.Concat, first, second, first.Type));
        }

        return new(new BinaryExpression(op, first, second, ResultType(op, first.Type, second.Type)));
    }

    private static bool IsJoined(SqlType type) => type is StringType or TextType or BinaryType or ArrayType or JsonType or NativeType { Name: "HSTORE" };

    private static SqlType ResultType(SqlOperator op, SqlType left, SqlType right) => (left, right) switch
    {
        (NullType, not NullType) when op is SqlOperator.Add or SqlOperator.Multiply => right,
        (SmallIntegerType or IntegerType or BigIntegerType, NumericType or DoubleType or RealType) => right,
        (SmallIntegerType or IntegerType or BigIntegerType, _) when op is SqlOperator.TrueDivide => SqlTypes.Numeric(),
        (NumericType, _) => SqlTypes.Numeric(),
        _ => left,
    };
}
