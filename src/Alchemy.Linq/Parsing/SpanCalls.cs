using System.Linq.Expressions;

namespace Alchemy.Internals;

using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>C# 14 binds array.Contains(x) to MemoryExtensions over a span of the array, which no tree can evaluate. This gives back the Enumerable call.</summary>
internal static class SpanCalls
{
    public static MethodCallExpression? TryRewrite(MethodCallExpression call)
    {
        var arguments = call.Arguments;
        if (arguments.Count is < 2 or > 3 || arguments.Count == 3 && arguments[2] is not (ConstantExpression { Value: null } or DefaultExpression)
            || Array(arguments[0]) is not { } source)
        {
            return null;
        }

        var item = call.Method.GetGenericArguments()[0];
        return call.Method.Name switch
        {
            nameof(MemoryExtensions.Contains) => Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [item], source, arguments[1]),
            nameof(MemoryExtensions.SequenceEqual) when Array(arguments[1]) is { } other =>
                Expression.Call(typeof(Enumerable), nameof(Enumerable.SequenceEqual), [item], source, other),
            _ => null,
        };
    }

    /// <summary>What was made a span: the operand of op_Implicit, written as a call or as a conversion with that method.</summary>
    private static Expression? Array(Expression span) => span switch
    {
        MethodCallExpression { Method: { Name: "op_Implicit", DeclaringType: { } type }, Arguments: [var array] } when IsSpan(type) => array,
        UnaryExpression { NodeType: ExpressionType.Convert, Method.Name: "op_Implicit", Operand: var array } convert when IsSpan(convert.Type) =>
            IsSpan(array.Type) ? Array(array) : array,
        _ => null,
    };

    private static bool IsSpan(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>) || type.GetGenericTypeDefinition() == typeof(Span<>));
}
