using System.Linq.Expressions;

namespace Alchemy.Drivers;

/// <summary>Builds the expression that reads one column without boxing, out of a cursor's typed getters.</summary>
internal static class ColumnReader
{
    /// <param name="cursor">The cursor, of the driver's own cursor type.</param>
    /// <param name="ordinal">The column, an <see cref="int"/>.</param>
    /// <param name="type">The SQL type.</param>
    /// <param name="clr">The CLR type wanted: the type's own, its nullable form, or a number or enum that it converts to.</param>
    /// <param name="nullable">False when the column is never NULL.</param>
    public static Expression Read(Expression cursor, Expression ordinal, SqlType type, Type clr, bool nullable)
    {
        var value = Value(cursor, ordinal, type, clr);
        var acceptsNull = !clr.IsValueType || Nullable.GetUnderlyingType(clr) is not null;
        return nullable && acceptsNull
            ? Expression.Condition(Expression.Call(cursor, nameof(Cursor.IsNull), null, ordinal), Expression.Default(clr), value)
            : value;
    }

    private static Expression Value(Expression cursor, Expression ordinal, SqlType type, Type clr)
    {
        if (type is EnumType { ByName: true } named)
        {
            var parsed = Expression.Call(typeof(Enum), nameof(Enum.Parse), [named.Enum], Expression.Call(cursor, nameof(Cursor.Text), null, ordinal));
            return As(parsed, clr);
        }

        return Getter(type.StorageType) is { } getter
            ? As(Expression.Call(cursor, getter, null, ordinal), clr)
            : Expression.Convert(Expression.Call(cursor, nameof(Cursor.Value), null, ordinal, Expression.Constant(type, typeof(SqlType))), clr);
    }

    private static Expression As(Expression value, Type clr)
    {
        var underlying = Nullable.GetUnderlyingType(clr) ?? clr;
        if (value.Type == clr)
        {
            return value;
        }

        // A number that does not fit is an error, never another number.
        var converted = value.Type == underlying ? value : underlying.IsEnum || value.Type.IsEnum ? Expression.Convert(value, underlying) : Expression.ConvertChecked(value, underlying);
        return converted.Type == clr ? converted : Expression.Convert(converted, clr);
    }

    private static string? Getter(SqlType type) => type switch
    {
        SmallIntegerType => nameof(Cursor.Int16),
        IntegerType => nameof(Cursor.Int32),
        BigIntegerType => nameof(Cursor.Int64),
        BooleanType => nameof(Cursor.Boolean),
        DoubleType => nameof(Cursor.Double),
        RealType => nameof(Cursor.Single),
        NumericType => nameof(Cursor.Decimal),
        StringType or TextType => nameof(Cursor.Text),
        BinaryType => nameof(Cursor.Bytes),
        GuidType => nameof(Cursor.Guid),
        DateTimeType => nameof(Cursor.DateTime),
        DateTimeOffsetType => nameof(Cursor.DateTimeOffset),
        DateType => nameof(Cursor.Date),
        TimeType => nameof(Cursor.Time),
        _ => null,
    };
}
