using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>The values of one execution: knows how to give them to a statement.</summary>
internal interface IStatementValues
{
    void Bind(Statement statement, FilledSql sql);

    /// <summary>The value of a marker as the program gave it, to show.</summary>
    object? Value(FilledSql sql, int marker);
}

/// <summary>Values known at run time only, in the order of <see cref="CompiledSql.Binds"/>.</summary>
internal readonly struct BoxedValues(object?[] values) : IStatementValues
{
    public void Bind(Statement statement, FilledSql sql) => Bind((StatementParameters)statement, sql);

    /// <summary>Gives the values to the markers of a text.</summary>
    public void Bind(StatementParameters statement, FilledSql sql)
    {
        for (var i = 0; i < sql.Parameters.Count; i++)
        {
            var (value, type) = (Value(sql, i), sql.Parameters[i].Type);
            while (type is DecoratedType decorated)
            {
                (value, type) = (decorated.Store(value), decorated.Impl);
            }

            statement.Set(i, type, JsonPlace.Of(type, Fitting(type, value), sql.Compiled.Dialect.Features));
        }
    }

    public object? Value(FilledSql sql, int marker)
    {
        var parameter = sql.Parameters[marker];
        return parameter.Element < 0 ? values[parameter.Bind] : Element(sql.Compiled.Binds[parameter.Bind].Type, values[parameter.Bind], parameter.Element);
    }

    /// <summary>A value that fits its type. What does not is taken by each provider in another way: one rounds, one cuts, and SQLite keeps whatever comes.</summary>
    /// <exception cref="InvalidStatementException">It does not fit.</exception>
    public static object? Fitting(SqlType type, object? value) => (type.StorageType, value) switch
    {
        (SmallIntegerType or IntegerType or BigIntegerType, decimal or double or float) when Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture) % 1 is not 0
            => throw Unfit(type, value, "is no whole number: give a whole number, or give the parameter the type of a fraction"),
        (DateType, DateTime { TimeOfDay.Ticks: not 0 }) => throw Unfit(type, value, "has a time of day: give its date, or give the parameter the type DateTime"),
        (DateTimeOffsetType, DateTime) => throw Unfit(type, value, "says no zone: give a DateTimeOffset"),
        (DateTimeType, DateTimeOffset) => throw Unfit(type, value, "is an instant, and the column has the reading of a clock: say of which, with UtcDateTime, LocalDateTime or DateTime"),
        _ => value,
    };

    private static InvalidStatementException Unfit(SqlType type, object? value, string why)
        => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value} as a {type.GetType().Name} {why}."));

    // The items of a list of tuples are counted through.
    private static object? Element(SqlType type, object? list, int index) => type is TupleType tuple
        ? ExpandingValue.Item(Element(list, index / tuple.Items.Count), index % tuple.Items.Count)
        : Element(list, index);

    // Beyond the last element the list was rounded up: the last value is repeated.
    private static object? Element(object? list, int index) => list switch
    {
        System.Collections.IList items => items[Math.Min(index, items.Count - 1)],
        System.Collections.IEnumerable items => items.Cast<object?>().ElementAtOrDefault(index) ?? items.Cast<object?>().Last(),
        _ => throw new InvalidStatementException("The value of an IN parameter is not a list."),
    };
}
