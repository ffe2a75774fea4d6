namespace Alchemy;

/// <summary>Collects the branches of a CASE. Immutable; begins with <see cref="Sql.Case{T}"/> or <see cref="Sql.CaseOf{T}"/>.</summary>
/// <typeparam name="T">The CLR type of the result.</typeparam>
public sealed class CaseBuilder<T>
{
    private readonly ColumnElement? _value;
    private readonly IReadOnlyList<ColumnElement> _conditions;
    private readonly IReadOnlyList<ColumnElement> _results;

    internal CaseBuilder(ColumnElement? value = null)
        : this(value?.Node, [], [])
    {
    }

    private CaseBuilder(ColumnElement? value, IReadOnlyList<ColumnElement> conditions, IReadOnlyList<ColumnElement> results)
        => (_value, _conditions, _results) = (value, conditions, results);

    /// <summary><c>WHEN condition THEN result</c>; of a CASE over a value, <c>WHEN value THEN result</c>.</summary>
    /// <param name="condition">The condition, or the value to compare with: an expression, or a value that becomes a parameter.</param>
    /// <param name="result">The result: an expression, or a value that becomes a parameter.</param>
    public CaseBuilder<T> When(object condition, object? result)
        => new(_value, [.. _conditions, _value is null or { Type: NullType } ? Coercion.Literal(condition) : Coercion.Operand(condition, _value.Type)], [.. _results, Result(result)]);

    /// <summary><c>ELSE result END</c></summary>
    public ColumnExpression<T> Else(object? result) => new Case(_conditions, _results, Result(result), _value).Typed<T>();

    /// <summary><c>END</c>: NULL when no condition is true.</summary>
    public ColumnExpression<T> End() => new Case(_conditions, _results, null, _value).Typed<T>();

    private static ColumnElement Result(object? result) => typeof(T) == typeof(object) ? Coercion.Literal(result) : Coercion.Operand(result, SqlTypes.Of<T>());
}
