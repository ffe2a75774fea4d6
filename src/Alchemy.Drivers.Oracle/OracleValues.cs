using System.Collections.Concurrent;
using System.Data.SqlTypes;
using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Turns the provider's own structures (<c>OracleDecimal</c>, <c>OracleTimeStampTZ</c>, <c>OracleClob</c> …) into values of .NET, by the members that they have.</summary>
internal sealed class OracleValues
{
    private const int ExactDigits = 28;
    private readonly ConcurrentDictionary<Type, Func<object, object>> _readers = new();

    /// <summary>The value; null for NULL. A value of .NET is itself.</summary>
    public object? Plain(object? value) => value switch
    {
        null or DBNull or INullable { IsNull: true } => null,
        _ => _readers.GetOrAdd(value.GetType(), Reader)(value),
    };

    private static Func<object, object> Reader(Type type)
    {
        var given = Expression.Parameter(typeof(object));
        if (type.GetProperty("Value") is not { } property || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            return static value => value;
        }

        var own = Expression.Convert(given, type);
        var value = Expression.Property(own, property);
        var plain = type.GetMethod("GetTimeZoneOffset", Type.EmptyTypes) is { } offset
            ? Expression.New(typeof(DateTimeOffset).GetConstructor([typeof(DateTime), typeof(TimeSpan)])!, Expression.Call(typeof(DateTime), nameof(DateTime.SpecifyKind), null, value, Expression.Constant(DateTimeKind.Unspecified)), Expression.Call(own, offset))
            : type.GetMethod("SetPrecision", [type, typeof(int)]) is { } round && type.GetProperty("IsInt") is { } isInt ? Number(own, value, round, isInt) : value;
        return Expression.Lambda<Func<object, object>>(Expression.Convert(plain, typeof(object)), given).Compile();
    }

    // A quotient has up to 40 digits: it is rounded, as C# does. A whole number is never rounded: one that does not fit is an error.
    private static Expression Number(Expression own, Expression value, System.Reflection.MethodInfo round, System.Reflection.PropertyInfo isInt)
        => Expression.Condition(Expression.Property(own, isInt), value, Expression.Property(Expression.Call(round, own, Expression.Constant(ExactDigits)), "Value"));
}
