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
        if (type is DecoratedType decorated)
        {
            return Decorated(cursor, ordinal, decorated, clr, nullable);
        }

        var value = Value(cursor, ordinal, type, clr);
        var acceptsNull = !clr.IsValueType || Nullable.GetUnderlyingType(clr) is not null;
        return nullable && acceptsNull
            ? Expression.Condition(Expression.Call(cursor, nameof(Cursor.IsNull), null, ordinal), Expression.Default(clr), value)
            : value;
    }

    // The decorator's own method is called with what is stored, of its own type: nothing is boxed.
    private static Expression Decorated(Expression cursor, Expression ordinal, DecoratedType type, Type clr, bool nullable)
    {
        var stored = Read(cursor, ordinal, type.Impl, type.StoreClrType, nullable: false);
        var model = As(Expression.Call(Expression.Constant(type), nameof(TypeDecorator<,>.FromStore), null, stored), clr);
        return nullable && (!clr.IsValueType || Nullable.GetUnderlyingType(clr) is not null || type.ModelOfNull is not null)
            ? Expression.Condition(Expression.Call(cursor, nameof(Cursor.IsNull), null, ordinal), OfNull(type.ModelOfNull, clr), model)
            : model;
    }

    private static Expression OfNull(object? value, Type clr) => value is null ? Expression.Default(clr) : Expression.Convert(Expression.Constant(value), clr);

    private static Expression Value(Expression cursor, Expression ordinal, SqlType type, Type clr)
    {
        if (type is EnumType { ByName: true } named)
        {
            var parsed = Expression.Call(typeof(Enum), nameof(Enum.Parse), [named.Enum], Expression.Call(cursor, nameof(Cursor.Text), null, ordinal));
            return As(parsed, clr);
        }

        if (type.StorageType is IntervalType)
        {
            return As(Expression.Call(cursor, nameof(Cursor.Interval), null, ordinal, Expression.Constant(type.StorageType)), clr);
        }

        return Getter(type.StorageType) is { } getter
            ? As(Expression.Call(cursor, getter, null, ordinal), clr)
            : As(Expression.Call(cursor, nameof(Cursor.Get), [Nullable.GetUnderlyingType(clr) ?? clr], ordinal, Expression.Constant(type, typeof(SqlType))), clr);
    }

    private static Expression As(Expression value, Type clr)
    {
        var underlying = Nullable.GetUnderlyingType(clr) ?? clr;
        if (value.Type == clr)
        {
            return value;
        }

        // A number that does not fit is an error, never another number: also not that of an enum.
        if (underlying.IsEnum && !value.Type.IsEnum)
        {
            value = Expression.ConvertChecked(value, Enum.GetUnderlyingType(underlying));
        }

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
        StringType or TextType or EnumerationType => nameof(Cursor.Text),
        BinaryType => nameof(Cursor.Bytes),
        GuidType => nameof(Cursor.Guid),
        DateTimeType => nameof(Cursor.DateTime),
        DateTimeOffsetType => nameof(Cursor.DateTimeOffset),
        DateType => nameof(Cursor.Date),
        TimeType => nameof(Cursor.Time),
        JsonType => nameof(Cursor.Json),
        _ => null,
    };
}
