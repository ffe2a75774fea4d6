using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Methods whose result is a value.</summary>
internal static class ValueMethods
{
    /// <summary>The value, or null when the method is none of these.</summary>
    public static ScalarShape? Translate(ExpressionTranslator expressions, MethodCallExpression call) => (call.Method.DeclaringType, call.Method.Name, call.Arguments.Count) switch
    {
        ({ } type, nameof(string.ToLower) or nameof(string.ToLowerInvariant), 0) when type == typeof(string) => new ScalarShape(Func.Lower(expressions.Value(call.Object!)), typeof(string)),
        ({ } type, nameof(string.ToUpper) or nameof(string.ToUpperInvariant), 0) when type == typeof(string) => new ScalarShape(Func.Upper(expressions.Value(call.Object!)), typeof(string)),
        ({ } type, nameof(string.Concat), _) when type == typeof(string) && call.Arguments.All(a => a.Type == typeof(string) || a.Type == typeof(object)) => new ScalarShape(expressions.Concatenation(call.Arguments), typeof(string)),
        ({ } type, nameof(Math.Abs), 1) when type == typeof(Math) => Abs(expressions.Value(call.Arguments[0]), call.Type),
        ({ IsGenericType: true } type, nameof(Nullable<int>.GetValueOrDefault), 0) when type.GetGenericTypeDefinition() == typeof(Nullable<>) => OrDefault(expressions.Value(call.Object!), call.Type),
        _ => null,
    };

    private static ScalarShape Abs(ColumnElement value, Type type) => new(new FunctionCall("abs", [value], value.Type, value.IsNullable), type);

    private static ScalarShape OrDefault(ColumnElement value, Type type)
        => new(new FunctionCall("coalesce", [value, new LiteralValue(Activator.CreateInstance(type)!, value.Type)], value.Type, nullable: false), type);
}
