namespace Alchemy;

/// <summary>What a column is given by an INSERT or UPDATE that does not name it.</summary>
/// <example><code>new Column("changed", SqlTypes.DateTime) { Default = ColumnDefault.Sql(Func.Now()), OnUpdate = ColumnDefault.Sql(Func.Now()) }</code></example>
public sealed class ColumnDefault
{
    private readonly ColumnElement? _expression;
    private readonly Func<object?>? _source;
    private readonly object? _value;

    private ColumnDefault(ColumnElement? expression, Func<object?>? source, object? value) => (_expression, _source, _value) = (expression, source, value);

    /// <summary>A value, bound as a parameter.</summary>
    public static ColumnDefault Value(object? value) => value is ClauseElement
        ? throw new InvalidStatementException("The default is a SQL expression: use ColumnDefault.Sql(...).")
        : new(null, null, value);

    /// <summary>A value made anew for each execution, bound as a parameter.</summary>
    public static ColumnDefault Call(Func<object?> source) => new(null, source, null);

    /// <summary>A SQL expression, written into the statement.</summary>
    public static ColumnDefault Sql(ColumnElement expression) => new(expression.Node, null, null);

    /// <summary>A SELECT of one value, written into the statement.</summary>
    public static ColumnDefault Sql(SelectBase select) => new(new ScalarSelect(select), null, null);

    internal bool IsNextOf(Sequence sequence) => _expression is NextValue next && ReferenceEquals(next.Sequence, sequence);

    /// <summary>The value for one row of one statement.</summary>
    /// <param name="column">The column.</param>
    /// <param name="suffix">What comes after the column's name in the name of the parameter.</param>
    internal ColumnElement ForRow(Column column, string suffix = "")
        => _expression ?? new BindParameter(column.Name + suffix, column.Type, _value, hasValue: true) { Source = _source, IsColumnValue = true };
}
