using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>The CLR form of primary keys: the value itself, or a tuple of the values.</summary>
internal static class KeyShape
{
    private const int MostMembers = 7;

    public static Type TypeOf(Mapper mapper)
    {
        var types = mapper.Key.Select(k => NotNull(k.Type)).ToArray();
        return types.Length switch
        {
            1 => types[0],
            > MostMembers => throw new MappingException(mapper.ClrType, null, $"its key has {types.Length} members; {MostMembers} are the most."),
            _ => Definition(types.Length).MakeGenericType(types),
        };
    }

    /// <summary>The key made of one expression per key attribute.</summary>
    public static Expression Of<TKey>(Mapper mapper, Func<ScalarAttribute, Expression> value)
    {
        var values = mapper.Key.Select(value).ToArray();
        return values.Length == 1 ? values[0] : Expression.New(typeof(TKey).GetConstructor([.. values.Select(v => v.Type)])!, values);
    }

    public static Type NotNull(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    /// <summary>The value of a nullable; the default when there is none, which no row has.</summary>
    public static Expression NotNull(Expression value)
        => Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Call(value, nameof(Nullable<int>.GetValueOrDefault), null);

    /// <summary>A key value in the member's type: whole numbers of another size are accepted, nothing else is.</summary>
    public static object? Convert(object? value, Type type, Mapper mapper) => value switch
    {
        null => null,
        _ when value.GetType() == type => value,
        byte or short or int or long when type == typeof(byte) || type == typeof(short) || type == typeof(int) || type == typeof(long) || type == typeof(decimal)
            => System.Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new SessionStateException($"A key of {mapper.ClrType.Name} is a {type.Name}, not a {value.GetType().Name}."),
    };

    private static Type Definition(int members) => members switch
    {
        2 => typeof(ValueTuple<,>),
        3 => typeof(ValueTuple<,,>),
        4 => typeof(ValueTuple<,,,>),
        5 => typeof(ValueTuple<,,,,>),
        6 => typeof(ValueTuple<,,,,,>),
        _ => typeof(ValueTuple<,,,,,,>),
    };
}
