using System.Runtime.CompilerServices;

namespace Alchemy;

/// <summary>A typed handle on a value: it carries the operators of <typeparamref name="T"/> and wraps the untyped node that compilers see.</summary>
/// <typeparam name="T">The CLR type, never nullable: whether NULL may occur is a fact about the column.</typeparam>
/// <example><code>Sql.Select(users.Name).Where(users.Age &gt; 30 &amp; users.Name.Like("a%"))</code></example>
public abstract class ColumnExpression<T> : ColumnElement
{
    private protected ColumnExpression(ColumnElement node) => Node = node.Node;

    /// <inheritdoc/>
    public sealed override ColumnElement Node { get; }

    /// <inheritdoc/>
    public sealed override SqlType Type => Node.Type;

    /// <inheritdoc/>
    public sealed override bool IsNullable => Node.IsNullable;

    /// <inheritdoc/>
    public sealed override string? Name => Node.Name;

    internal sealed override ColumnElement Around(ColumnElement node) => node is NamedColumn column ? new Column<T>(column) : new TypedExpression<T>(node);

    internal sealed override SqlOperator? TopOperator => Node.TopOperator;

    internal sealed override CustomOperator? TopCustom => Node.TopCustom;

    /// <summary><c>expression AS name</c>, still typed.</summary>
    public new ColumnExpression<T> As(string name) => new Label(name, Node).Typed<T>();

    /// <summary><c>expression IN (…)</c>; an empty list is never true.</summary>
    public ColumnExpression<bool> In(params T[] values) => InList(values);

    /// <summary><c>expression NOT IN (…)</c>; an empty list is always true.</summary>
    public ColumnExpression<bool> NotIn(params T[] values) => NotInList(values);

    /// <summary><c>expression BETWEEN low AND high</c>, both ends included.</summary>
    public ColumnExpression<bool> Between(T low, T high) => new Between(Node, Coercion.Value(low, Node), Coercion.Value(high, Node), negated: false).Typed<bool>();

    /// <summary><c>a = b</c>; <c>a IS NULL</c> when <paramref name="right"/> is null.</summary>
    [OverloadResolutionPriority(1)]
    public static ColumnExpression<bool> operator ==(ColumnExpression<T>? left, ColumnExpression<T>? right) => Compared(SqlOperator.Equal, left, right);

    /// <summary><c>a &lt;&gt; b</c>; <c>a IS NOT NULL</c> when <paramref name="right"/> is null.</summary>
    [OverloadResolutionPriority(1)]
    public static ColumnExpression<bool> operator !=(ColumnExpression<T>? left, ColumnExpression<T>? right) => Compared(SqlOperator.NotEqual, left, right);

    /// <summary><c>a = :value</c>; <c>a IS NULL</c> for null.</summary>
    public static ColumnExpression<bool> operator ==(ColumnExpression<T> left, T right) => left.Condition(SqlOperator.Equal, right);

    /// <summary><c>a &lt;&gt; :value</c>; <c>a IS NOT NULL</c> for null.</summary>
    public static ColumnExpression<bool> operator !=(ColumnExpression<T> left, T right) => left.Condition(SqlOperator.NotEqual, right);

    /// <summary><c>a = :value</c>, written the other way round.</summary>
    public static ColumnExpression<bool> operator ==(T left, ColumnExpression<T> right) => right.Condition(SqlOperator.Equal, left);

    /// <summary><c>a &lt;&gt; :value</c>, written the other way round.</summary>
    public static ColumnExpression<bool> operator !=(T left, ColumnExpression<T> right) => right.Condition(SqlOperator.NotEqual, left);

    /// <summary>Joins text. A member, not an extension: <c>object + string</c> would win over an extension.</summary>
    public static ColumnExpression<string> operator +(ColumnExpression<T> left, string right) => BinaryExpression.Concat(left, right);

    /// <summary>Joins text, written the other way round.</summary>
    public static ColumnExpression<string> operator +(string left, ColumnExpression<T> right) => BinaryExpression.Concat(left, right);

    // null == column means what column == null means.
    private static ColumnExpression<bool> Compared(SqlOperator op, ColumnExpression<T>? left, ColumnExpression<T>? right)
        => (left ?? right ?? throw new InvalidStatementException("null is compared with null: one side must be a column or expression."))
            .Condition(op, left is null ? null : right);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    protected internal sealed override void Accept(SqlVisitor visitor) => Node.Accept(visitor);

    /// <inheritdoc/>
    protected internal sealed override void Describe(PartList parts) => parts.Node(Node);
}
