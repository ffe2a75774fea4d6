using System.Linq.Expressions;

namespace Alchemy.Drivers;

/// <summary>Builds the expression that sets one marker without boxing: the counterpart of <see cref="ColumnReader"/>.</summary>
internal static class ColumnBinder
{
    /// <param name="statement">The statement, of the driver's own statement type.</param>
    /// <param name="ordinal">The marker, an <see cref="int"/>.</param>
    /// <param name="type">The SQL type.</param>
    /// <param name="value">The value: of the type's own CLR type, its nullable form, or a number or enum that converts to it.</param>
    public static Expression Bind(Expression statement, Expression ordinal, SqlType type, Expression value)
    {
        if (type is DecoratedType decorated)
        {
            return Decorated(statement, ordinal, decorated, value);
        }

        Expression Set(Expression stored) => Expression.Call(statement, nameof(Statement.Set), [stored.Type], ordinal, Expression.Constant(type, typeof(SqlType)), stored);
        if (Nullable.GetUnderlyingType(value.Type) is null)
        {
            return Set(Stored(value, type));
        }

        var read = Expression.Variable(value.Type, "value");
        return Expression.Block([read], Expression.Assign(read, value), Expression.IfThenElse(HasValue(read), Set(Stored(Value(read), type)), Set(Expression.Constant(null))));
    }

    // The decorator's own method is called with the model, of its own type: nothing is boxed. Null is left to what the decorator says of it.
    private static Expression Decorated(Expression statement, Expression ordinal, DecoratedType type, Expression value)
    {
        Expression Bound(Expression model) => Bind(statement, ordinal, type.Impl, ToStore(type, model));
        if (value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null)
        {
            return Bound(value);
        }

        var read = Expression.Variable(value.Type, "value");
        var (hasValue, model) = value.Type.IsValueType ? (HasValue(read), Value(read)) : ((Expression)Expression.ReferenceNotEqual(read, Expression.Constant(null)), read);
        var ofNull = Expression.Call(statement, nameof(Statement.Set), [typeof(object)], ordinal, Expression.Constant(type.Impl, typeof(SqlType)), Expression.Constant(type.StoreOfNull, typeof(object)));
        return Expression.Block([read], Expression.Assign(read, value), Expression.IfThenElse(hasValue, Bound(model), ofNull));
    }

    private static Expression ToStore(DecoratedType type, Expression model) => Expression.Call(
        Expression.Constant(type), nameof(TypeDecorator<,>.ToStore), null, model.Type == type.ClrType ? model : Expression.Convert(model, type.ClrType));

    /// <summary>A value as the CLR type that the SQL type is stored as, nullable where the value is.</summary>
    public static Expression Stored(Expression value, SqlType type)
    {
        if (Nullable.GetUnderlyingType(value.Type) is null)
        {
            return type is DecoratedType decorated && !value.Type.IsValueType ? NullOr(decorated, value) : NotNull(value, type);
        }

        var read = Expression.Variable(value.Type, "value");
        var stored = NotNull(Value(read), type);
        var nullable = stored.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(stored.Type) : stored.Type;
        return nullable == value.Type
            ? value
            : Expression.Block([read], Expression.Assign(read, value), Expression.Condition(HasValue(read), Expression.Convert(stored, nullable), Expression.Default(nullable)));
    }

    private static Expression NullOr(DecoratedType type, Expression value)
    {
        var stored = NotNull(value, type);
        var nullable = stored.Type.IsValueType ? typeof(Nullable<>).MakeGenericType(stored.Type) : stored.Type;
        return Expression.Condition(Expression.ReferenceNotEqual(value, Expression.Constant(null)), Expression.Convert(stored, nullable), Expression.Convert(Expression.Constant(type.StoreOfNull), nullable));
    }

    private static Expression NotNull(Expression value, SqlType type)
    {
        if (type is DecoratedType decorated)
        {
            return NotNull(ToStore(decorated, value), decorated.Impl);
        }

        if (type is EnumType { ByName: true } && value.Type.IsEnum)
        {
            return Expression.Call(typeof(ColumnBinder), nameof(NameOf), [value.Type], value);
        }

        var number = value.Type.IsEnum ? Expression.Convert(value, Enum.GetUnderlyingType(value.Type)) : value;
        // A number that does not fit is an error, never another number.
        return IsNumber(number.Type) && IsNumber(type.StorageType.ClrType) && number.Type != type.StorageType.ClrType ? Expression.ConvertChecked(number, type.StorageType.ClrType) : number;
    }

    // Several flags at once, and numbers without a name, have no one name.
    private static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => Enum.GetName(value) ?? value.ToString();

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static Expression HasValue(Expression nullable) => Expression.Property(nullable, nameof(Nullable<int>.HasValue));

    private static Expression Value(Expression nullable) => Expression.Call(nullable, nameof(Nullable<int>.GetValueOrDefault), null);
}
