using System.Runtime.CompilerServices;

namespace Alchemy;

/// <summary>A column taken by name whose type the program does not say. Its operators take any value and recognise another column at run time.</summary>
public sealed class UntypedColumn(ColumnElement node) : ColumnElement
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

    /// <summary><c>a = b</c>; <c>a IS NULL</c> for null.</summary>
    public static ColumnExpression<bool> operator ==(UntypedColumn left, object? right) => left.Condition(SqlOperator.Equal, right);

    /// <summary><c>a &lt;&gt; b</c>; <c>a IS NOT NULL</c> for null.</summary>
    public static ColumnExpression<bool> operator !=(UntypedColumn left, object? right) => left.Condition(SqlOperator.NotEqual, right);

    /// <summary><c>a &lt; b</c></summary>
    public static ColumnExpression<bool> operator <(UntypedColumn left, object right) => left.Condition(SqlOperator.Less, right);

    /// <summary><c>a &gt; b</c></summary>
    public static ColumnExpression<bool> operator >(UntypedColumn left, object right) => left.Condition(SqlOperator.Greater, right);

    /// <summary><c>a &lt;= b</c></summary>
    public static ColumnExpression<bool> operator <=(UntypedColumn left, object right) => left.Condition(SqlOperator.LessOrEqual, right);

    /// <summary><c>a &gt;= b</c></summary>
    public static ColumnExpression<bool> operator >=(UntypedColumn left, object right) => left.Condition(SqlOperator.GreaterOrEqual, right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => Node.Accept(visitor);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Node);
}
