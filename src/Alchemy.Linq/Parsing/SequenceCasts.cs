using System.Linq.Expressions;

namespace Alchemy.Internals;

using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>Removes conversions of an operator's source that change only its static type, which re-linq would take for a new source.</summary>
internal static class SequenceCasts
{
    public static MethodCallExpression Strip(MethodCallExpression call)
    {
        if (call.Arguments.Count == 0)
        {
            return call;
        }

        var source = call.Arguments[0];
        while (source is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs, Method: null } cast
            && cast.Type.IsAssignableFrom(cast.Operand.Type)
            && ItemType(cast.Type) is { } item && item == ItemType(cast.Operand.Type)
            && call.Method.GetParameters()[0].ParameterType.IsAssignableFrom(cast.Operand.Type))
        {
            source = cast.Operand;
        }

        return source == call.Arguments[0] ? call : call.Update(null, [source, .. call.Arguments.Skip(1)]);
    }

    private static Type? ItemType(Type sequence) =>
        sequence.GetInterfaces().Append(sequence)
            .FirstOrDefault(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
