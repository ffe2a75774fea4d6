namespace Alchemy;

/// <summary>The functions that every database has, by their usual names; <see cref="Call{T}"/> reaches any other.</summary>
public static partial class Func
{
    /// <summary><c>count(*)</c></summary>
    public static ColumnExpression<long> Count() => new FunctionCall("count", [new TextClause("*", SqlTypes.Null)], SqlTypes.BigInteger, nullable: false).Typed<long>();

    /// <summary><c>count(expression)</c>: rows where it is not NULL.</summary>
    /// <param name="expression">What is counted.</param>
    /// <param name="distinct">True to count each value once.</param>
    public static ColumnExpression<long> Count(ColumnElement expression, bool distinct = false)
        => new FunctionCall("count", [expression], SqlTypes.BigInteger, nullable: false, distinct).Typed<long>();

    /// <summary><c>max(expression)</c>; NULL without rows.</summary>
    public static ColumnExpression<T> Max<T>(ColumnExpression<T> expression) => Aggregate<T>("max", expression, expression.Type);

    /// <summary><c>min(expression)</c>; NULL without rows.</summary>
    public static ColumnExpression<T> Min<T>(ColumnExpression<T> expression) => Aggregate<T>("min", expression, expression.Type);

    /// <summary><c>sum(expression)</c>; NULL without rows.</summary>
    public static ColumnExpression<T> Sum<T>(ColumnExpression<T> expression) => Aggregate<T>("sum", expression, expression.Type is NumericType ? SqlTypes.Numeric() : expression.Type);

    /// <summary><c>avg(expression)</c> of decimals; NULL without rows.</summary>
    public static ColumnExpression<decimal> Avg(ColumnExpression<decimal> expression) => Aggregate<decimal>("avg", expression, SqlTypes.Numeric());

    /// <summary><c>avg(expression)</c> as floating point; NULL without rows.</summary>
    public static ColumnExpression<double> Avg<T>(ColumnExpression<T> expression) => Aggregate<double>("avg", expression, SqlTypes.Double);

    /// <summary><c>coalesce(a, b, …)</c>: the first that is not NULL.</summary>
    public static ColumnExpression<T> Coalesce<T>(ColumnExpression<T> first, params object?[] others)
    {
        var rest = others.Select(o => Coercion.Argument(o, "coalesce")).ToList();
        return new FunctionCall("coalesce", [first, .. rest], first.Type, nullable: rest.All(r => r.IsNullable)).Typed<T>();
    }

    /// <summary><c>lower(text)</c></summary>
    public static ColumnExpression<string> Lower(ColumnElement text) => new FunctionCall("lower", [text], SqlTypes.Text, text.IsNullable).Typed<string>();

    /// <summary><c>upper(text)</c></summary>
    public static ColumnExpression<string> Upper(ColumnElement text) => new FunctionCall("upper", [text], SqlTypes.Text, text.IsNullable).Typed<string>();

    /// <summary><c>length(text)</c>: characters.</summary>
    public static ColumnExpression<int> Length(ColumnElement text) => new FunctionCall("length", [text], SqlTypes.Integer, text.IsNullable).Typed<int>();

    /// <summary><c>abs(number)</c></summary>
    public static ColumnExpression<T> Abs<T>(ColumnExpression<T> number) => new FunctionCall("abs", [number], number.Type, number.IsNullable).Typed<T>();

    /// <summary>Any function by name: <c>name(arguments)</c>. Arguments that are not expressions become bind parameters.</summary>
    public static ColumnExpression<T> Call<T>(string name, params object?[] arguments)
        => new FunctionCall(name, Arguments(name, arguments), SqlTypes.Of<T>()).Typed<T>();

    private static ColumnExpression<T> Aggregate<T>(string name, ColumnElement expression, SqlType type) => new FunctionCall(name, [expression], type).Typed<T>();
}
