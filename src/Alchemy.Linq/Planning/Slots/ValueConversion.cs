using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>Conversions the C# compiler puts around captured values, done on the box instead of by a compiled expression.</summary>
internal static class ValueConversion
{
    private static readonly MethodInfo unbox = typeof(ValueConversion).GetMethod(nameof(Unbox), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Strips conversions that keep the box, and one between an enum and its number. False when some conversion must be computed.</summary>
    public static bool TryPeel(Expression term, out Expression inner, out Func<object?, object?>? rebox)
    {
        rebox = null;
        inner = term;
        while (inner is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked, Method: null } convert)
        {
            var (from, to) = (Underlying(convert.Operand.Type), Underlying(convert.Type));
            if (!KeepsBox(convert, from, to))
            {
                if (rebox is not null || !IsEnumAndNumber(from, to) || LosesNull(convert))
                {
                    return false;
                }

                rebox = unbox.MakeGenericMethod(to).CreateDelegate<Func<object?, object?>>();
            }

            inner = convert.Operand;
        }

        return inner is MemberExpression or RootExpression;
    }

    // T to T?, and to a base type or an interface. T? to T is not here: null must fail.
    private static bool KeepsBox(UnaryExpression convert, Type from, Type to) =>
        convert.Type.IsAssignableFrom(convert.Operand.Type)
        || from == to && Nullable.GetUnderlyingType(convert.Type) is not null;

    private static bool IsEnumAndNumber(Type from, Type to) =>
        from.IsEnum && Enum.GetUnderlyingType(from) == to || to.IsEnum && Enum.GetUnderlyingType(to) == from;

    private static bool LosesNull(UnaryExpression convert) =>
        Nullable.GetUnderlyingType(convert.Operand.Type) is not null && Nullable.GetUnderlyingType(convert.Type) is null;

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static object? Unbox<T>(object? value) => value is null ? null : (T)value;
}
