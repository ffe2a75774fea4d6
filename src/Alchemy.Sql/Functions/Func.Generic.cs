namespace Alchemy;

public static partial class Func
{
    /// <summary>Any function by name, whose result takes any operand: <c>name(arguments)</c>. Packages stand before the name: <c>pkg.name</c>.</summary>
    public static UntypedColumn Call(string name, params object?[] arguments) => Call(KnownType(name, arguments), name, arguments);

    /// <summary>Any function by name, with the type of its result.</summary>
    public static UntypedColumn Call(SqlType type, string name, params object?[] arguments) => new(new FunctionCall(name, Arguments(name, arguments), type));

    /// <summary><c>now()</c>, or CURRENT_TIMESTAMP.</summary>
    public static ColumnExpression<DateTime> Now() => Call<DateTime>("now");

    /// <summary><c>CURRENT_DATE</c></summary>
    public static ColumnExpression<DateOnly> CurrentDate() => Call<DateOnly>("current_date");

    /// <summary><c>CURRENT_TIME</c></summary>
    public static ColumnExpression<TimeOnly> CurrentTime() => Call<TimeOnly>("current_time");

    /// <summary><c>CURRENT_TIMESTAMP</c></summary>
    public static ColumnExpression<DateTime> CurrentTimestamp() => Call<DateTime>("current_timestamp");

    /// <summary><c>LOCALTIME</c></summary>
    public static ColumnExpression<TimeOnly> LocalTime() => Call<TimeOnly>("localtime");

    /// <summary><c>LOCALTIMESTAMP</c></summary>
    public static ColumnExpression<DateTime> LocalTimestamp() => Call<DateTime>("localtimestamp");

    /// <summary><c>CURRENT_USER</c></summary>
    public static ColumnExpression<string> CurrentUser() => Call<string>("current_user");

    /// <summary><c>SESSION_USER</c></summary>
    public static ColumnExpression<string> SessionUser() => Call<string>("session_user");

    /// <summary><c>random()</c>, or <c>rand()</c>.</summary>
    public static ColumnExpression<double> Random() => Call<double>("random");

    /// <summary><c>char_length(text)</c></summary>
    public static ColumnExpression<int> CharLength(object? text) => Call<int>("char_length", text);

    /// <summary><c>concat(a, b, …)</c></summary>
    public static ColumnExpression<string> Concat(params object?[] parts) => Call<string>("concat", parts);

    /// <summary><c>nullif(a, b)</c>: NULL when they are equal.</summary>
    public static ColumnExpression<T> NullIf<T>(ColumnExpression<T> value, object? other) => new FunctionCall("nullif", [value, Coercion.Argument(other, "nullif")], value.Type).Typed<T>();

    /// <summary><c>row_number()</c></summary>
    public static ColumnExpression<long> RowNumber() => Call<long>("row_number");

    /// <summary><c>rank()</c></summary>
    public static ColumnExpression<long> Rank(params object?[] arguments) => Call<long>("rank", arguments);

    /// <summary><c>dense_rank()</c></summary>
    public static ColumnExpression<long> DenseRank(params object?[] arguments) => Call<long>("dense_rank", arguments);

    /// <summary><c>percent_rank()</c></summary>
    public static ColumnExpression<double> PercentRank(params object?[] arguments) => Call<double>("percent_rank", arguments);

    /// <summary><c>cume_dist()</c></summary>
    public static ColumnExpression<double> CumeDist(params object?[] arguments) => Call<double>("cume_dist", arguments);

    /// <summary><c>mode()</c>, which needs <c>WithinGroup(…)</c>.</summary>
    public static UntypedColumn Mode() => Call("mode");

    /// <summary><c>percentile_cont(fraction)</c>, which needs <c>WithinGroup(…)</c>.</summary>
    public static UntypedColumn PercentileCont(object fraction) => Call("percentile_cont", fraction);

    /// <summary><c>percentile_disc(fraction)</c>, which needs <c>WithinGroup(…)</c>.</summary>
    public static UntypedColumn PercentileDisc(object fraction) => Call("percentile_disc", fraction);

    /// <summary><c>array_agg(expression)</c></summary>
    public static UntypedColumn ArrayAgg(ColumnElement expression) => Call(new ArrayType(expression.Type), "array_agg", expression);

    /// <summary>The texts of a group joined with a separator: <c>string_agg</c>, <c>group_concat</c> or <c>LISTAGG</c>. The separator is written into the text at execution, because some databases take no parameter there.</summary>
    public static ColumnExpression<string> AggregateStrings(ColumnElement text, string separator)
        => new FunctionCall("aggregate_strings", [text, new BindParameter("aggregate_strings", SqlTypes.String(), separator, hasValue: true, unique: true, literal: true)], SqlTypes.Text).Typed<string>();

    /// <summary><c>CUBE(a, b)</c> in GROUP BY.</summary>
    public static UntypedColumn Cube(params ColumnElement[] columns) => Call("cube", [.. columns]);

    /// <summary><c>ROLLUP(a, b)</c> in GROUP BY.</summary>
    public static UntypedColumn Rollup(params ColumnElement[] columns) => Call("rollup", [.. columns]);

    /// <summary><c>GROUPING SETS(a, (b, c))</c> in GROUP BY.</summary>
    public static UntypedColumn GroupingSets(params ColumnElement[] sets) => Call("grouping_sets", [.. sets]);

    /// <summary><c>unnest(array)</c></summary>
    public static UntypedColumn Unnest(object array) => Call("unnest", array);

    private static IReadOnlyList<ColumnElement> Arguments(string name, object?[] arguments)
        => [.. arguments.Select(a => Coercion.Argument(a, name[(name.LastIndexOf('.') + 1)..]))];

    private static SqlType KnownType(string name, object?[] arguments) => name.ToLowerInvariant() switch
    {
        "count" or "row_number" or "rank" or "dense_rank" => SqlTypes.BigInteger,
        "now" or "current_timestamp" or "localtimestamp" or "sysdate" => SqlTypes.DateTime,
        "current_date" => SqlTypes.Date,
        "current_time" or "localtime" => SqlTypes.Time,
        "char_length" or "length" => SqlTypes.Integer,
        "concat" or "lower" or "upper" or "current_user" or "session_user" or "user" => SqlTypes.String(),
        "coalesce" or "max" or "min" or "sum" or "pow" or "abs" when arguments is [ColumnElement first, ..] => first.Type,
        _ => SqlTypes.Null,
    };
}
