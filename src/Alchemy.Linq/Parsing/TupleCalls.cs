using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>ValueTuple.Create and its like as the constructor that they call, with the members that show its arguments.</summary>
internal static class TupleCalls
{
    /// <summary>The constructor's call, or null when the method makes no tuple of up to seven items.</summary>
    public static NewExpression? TryRewrite(MethodCallExpression call)
    {
        var owner = call.Method.DeclaringType;
        return call is { Object: null, Method.Name: "Create", Arguments.Count: > 0 and < 8 } && (owner == typeof(ValueTuple) || owner == typeof(Tuple) || owner == typeof(KeyValuePair)) ? Named(call.Type, call.Arguments) : null;
    }

    /// <summary>A constructor's call with its members; null when it makes something else, or has them.</summary>
    public static NewExpression? TryName(NewExpression creation) => creation is { Members: null, Type: { IsGenericType: true, FullName: { } name }, Arguments.Count: > 0 and < 8 }
        && (name.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || name.StartsWith("System.Tuple`", StringComparison.Ordinal)) ? Named(creation.Type, creation.Arguments) : null;

    private static NewExpression Named(Type type, IReadOnlyList<Expression> arguments)
    {
        string[] names = type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal) ? ["Key", "Value"] : [.. Enumerable.Range(1, arguments.Count).Select(i => $"Item{i}")];
        IEnumerable<MemberInfo> members = names.Select(n => (MemberInfo?)type.GetField(n) ?? type.GetProperty(n)!);
        return Expression.New(type.GetConstructor(type.GetGenericArguments())!, arguments, members);
    }
}
