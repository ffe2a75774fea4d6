namespace Alchemy;

/// <summary>Collects the branches of a CASE. Immutable; begins with <see cref="Sql.Case{T}"/>.</summary>
/// <typeparam name="T">The CLR type of the result.</typeparam>
public sealed class CaseBuilder<T>
{
    private readonly IReadOnlyList<ColumnElement> _conditions;
    private readonly IReadOnlyList<ColumnElement> _results;

    internal CaseBuilder()
        : this([], [])
    {
    }

    private CaseBuilder(IReadOnlyList<ColumnElement> conditions, IReadOnlyList<ColumnElement> results) => (_conditions, _results) = (conditions, results);

    /// <summary><c>WHEN condition THEN result</c></summary>
    public CaseBuilder<T> When(ColumnElement condition, object? result) => new([.. _conditions, condition.Node], [.. _results, Coercion.Operand(result, SqlTypes.Of<T>())]);

    /// <summary><c>ELSE result END</c></summary>
    public ColumnExpression<T> Else(object? result) => new Case(_conditions, _results, Coercion.Operand(result, SqlTypes.Of<T>())).Typed<T>();

    /// <summary><c>END</c>: NULL when no condition is true.</summary>
    public ColumnExpression<T> End() => new Case(_conditions, _results, null).Typed<T>();
}
