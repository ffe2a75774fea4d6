using System.Collections;

namespace Alchemy;

/// <summary>Root of everything that is a value in SQL: columns, parameters, operators, functions, scalar subqueries.</summary>
public abstract partial class ColumnElement : ClauseElement
{
    /// <summary>The type of the value.</summary>
    public abstract SqlType Type { get; }

    /// <summary>False when the value is known never to be NULL.</summary>
    public virtual bool IsNullable => true;

    /// <summary>The untyped node; differs from this only for typed handles.</summary>
    public virtual ColumnElement Node => this;

    /// <summary>The same kind of handle around another node; the node itself for what is no handle.</summary>
    internal virtual ColumnElement Around(ColumnElement node) => node;

    /// <summary>The name under which a SELECT returns it, or null when it has none of its own.</summary>
    public virtual string? Name => null;

    /// <summary>What a statement calls a value that has no name, with a number after it: <c>max_1</c>, or <c>anon_1</c>.</summary>
    protected internal virtual string LabelStem => "anon";

    /// <summary>The operator on top, which decides about parentheses; null for what never needs them.</summary>
    internal virtual SqlOperator? TopOperator => null;

    /// <summary>The operator on top when it is a custom one.</summary>
    internal virtual CustomOperator? TopCustom => null;

    /// <summary>This value wrapped for typed operators.</summary>
    /// <typeparam name="T">The CLR type of the value, never nullable.</typeparam>
    public ColumnExpression<T> Typed<T>() => this as ColumnExpression<T> ?? new TypedExpression<T>(Node);

    /// <summary>This value wrapped for operators that take any operand.</summary>
    public UntypedColumn AsUntyped() => this as UntypedColumn ?? new UntypedColumn(Node);

    /// <summary><c>expression AS name</c></summary>
    public Label As(string name) => new(name, Node);

    /// <summary><c>expression ASC</c></summary>
    public Ordering Asc() => new(Node, descending: false);

    /// <summary><c>expression DESC</c></summary>
    public Ordering Desc() => new(Node, descending: true);

    /// <summary><c>expression NULLS FIRST</c>: NULL before every value; refused by name where the database has no words for it.</summary>
    public Ordering NullsFirst() => new(Node, descending: null, NullsOrder.First);

    /// <summary><c>expression NULLS LAST</c>: NULL after every value; refused by name where the database has no words for it.</summary>
    public Ordering NullsLast() => new(Node, descending: null, NullsOrder.Last);

    /// <summary><c>expression IS NULL</c></summary>
    public ColumnExpression<bool> IsNull() => Condition(SqlOperator.Is, Constant.Null);

    /// <summary><c>expression IS NOT NULL</c></summary>
    public ColumnExpression<bool> IsNotNull() => Condition(SqlOperator.IsNot, Constant.Null);

    /// <summary>True when the values differ, NULL being a value like any other: <c>a IS DISTINCT FROM b</c>.</summary>
    public ColumnExpression<bool> IsDistinctFrom(object? other) => Condition(SqlOperator.IsDistinctFrom, other);

    /// <summary>True when the values are the same, NULL being a value like any other: <c>a IS NOT DISTINCT FROM b</c>.</summary>
    public ColumnExpression<bool> IsNotDistinctFrom(object? other) => Condition(SqlOperator.IsNotDistinctFrom, other);

    /// <summary><c>expression IN (subquery)</c></summary>
    public ColumnExpression<bool> In(SelectBase subquery) => new InExpression(Node, subquery, negated: false).Typed<bool>();

    /// <summary><c>expression NOT IN (subquery)</c>; NULL among the subquery's rows makes it NULL.</summary>
    public ColumnExpression<bool> NotIn(SelectBase subquery) => new InExpression(Node, subquery, negated: true).Typed<bool>();

    /// <summary><c>expression IN (…)</c> over the elements of a list, which becomes one expanding parameter.</summary>
    public ColumnExpression<bool> InList(ICollection values) => new InExpression(Node, Listed(values), negated: false).Typed<bool>();

    /// <summary><c>expression NOT IN (…)</c> over the elements of a list.</summary>
    public ColumnExpression<bool> NotInList(ICollection values) => new InExpression(Node, Listed(values), negated: true).Typed<bool>();

    /// <summary><c>CAST(expression AS type)</c></summary>
    public ColumnExpression<T> Cast<T>() => new Cast(Node, SqlTypes.Of<T>()).Typed<T>();

    /// <summary><c>CAST(expression AS type)</c></summary>
    public UntypedColumn Cast(SqlType type) => new(new Cast(Node, type));

    /// <summary><c>expression COLLATE name</c></summary>
    public UntypedColumn Collate(string collation, string? schema = null) => new(new Collation(Node, collation, schema));

    /// <summary>A comparison or other condition with this value at the left.</summary>
    internal ColumnExpression<bool> Condition(SqlOperator op, object? right) => BinaryExpression.Condition(op, Node, right);
}
