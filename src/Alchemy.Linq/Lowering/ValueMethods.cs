using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Methods whose result is a value: of text, of numbers, of nullables.</summary>
internal static class ValueMethods
{
    // What C# trims, as far as it is a single character in every database.
    private static readonly LiteralValue Whitespace = new(" \t\n\r\f\v", SqlTypes.Text);

    /// <summary>The value, or null when the method is none of these.</summary>
    public static ScalarShape? Translate(ExpressionTranslator expressions, MethodCallExpression call)
    {
        var type = call.Method.DeclaringType!;
        var value = type == typeof(string) ? OfText(expressions, call)
            : type == typeof(Math) || type == typeof(decimal) ? NumberMethods.Translate(expressions, call)
            : type == typeof(DateTime) || type == typeof(DateOnly) ? DateMethods.Translate(expressions, call)
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>) && call.Method.Name == nameof(Nullable<int>.GetValueOrDefault) ? OrDefault(expressions, call)
            : null;
        return value ?? (call is { Method.Name: nameof(IComparable.CompareTo), Object: { } left, Arguments: [var right] } ? Compare(expressions, left, right) : null);
    }

    private static ScalarShape? OfText(ExpressionTranslator expressions, MethodCallExpression call) => (call.Method.Name, call.Arguments.Count) switch
    {
        (nameof(string.ToLower) or nameof(string.ToLowerInvariant), 0) => Text(expressions, call, "lower_invariant"),
        (nameof(string.ToUpper) or nameof(string.ToUpperInvariant), 0) => Text(expressions, call, "upper_invariant"),
        (nameof(string.Trim), 0) => Text(expressions, call, "trim", Whitespace),
        (nameof(string.TrimStart), 0) => Text(expressions, call, "ltrim", Whitespace),
        (nameof(string.TrimEnd), 0) => Text(expressions, call, "rtrim", Whitespace),
        (nameof(string.Replace), 2) when call.Arguments[0].Type == typeof(string) => Text(expressions, call, "replace", [.. call.Arguments.Select(a => expressions.Value(a))]),
        (nameof(string.Substring), 1 or 2) => Text(expressions, call, "substr", [FromOne(expressions.Value(call.Arguments[0])), .. call.Arguments.Skip(1).Select(a => expressions.Value(a))]),
        (nameof(string.IndexOf), 1) when call.Arguments[0].Type == typeof(string) => IndexOf(expressions, call),
        (nameof(string.Concat), _) when call.Object is null && call.Arguments.All(a => a.Type == typeof(string) || a.Type == typeof(object)) => new ScalarShape(expressions.Concatenation(call.Arguments), typeof(string)),
        (nameof(string.Compare), 2) => Compare(expressions, call.Arguments[0], call.Arguments[1]),
        _ => null,
    };

    private static ScalarShape Text(ExpressionTranslator expressions, MethodCallExpression call, string function, params ColumnElement[] arguments)
    {
        var text = expressions.Value(call.Object!);
        return new ScalarShape(new FunctionCall(function, [text, .. arguments], SqlTypes.Text, text.IsNullable), typeof(string));
    }

    private static ScalarShape IndexOf(ExpressionTranslator expressions, MethodCallExpression call)
    {
        var text = expressions.Value(call.Object!);
        var place = new FunctionCall("strpos", [text, expressions.Value(call.Arguments[0], text)], SqlTypes.Integer, text.IsNullable);
        return new ScalarShape(new Alchemy.BinaryExpression(SqlOperator.Subtract, place, One, SqlTypes.Integer), typeof(int));
    }

    private static LiteralValue One => new(1, SqlTypes.Integer);

    private static Alchemy.BinaryExpression FromOne(ColumnElement place) => new(SqlOperator.Add, place, One, SqlTypes.Integer);

    private static ScalarShape Compare(ExpressionTranslator expressions, Expression leftNode, Expression rightNode)
    {
        var (left, right) = expressions.Pair(leftNode, rightNode);
        return new ScalarShape(
            new Case([left.Condition(SqlOperator.Less, right), left.Condition(SqlOperator.Equal, right)], [new LiteralValue(-1, SqlTypes.Integer), new LiteralValue(0, SqlTypes.Integer)], One), typeof(int));
    }

    private static ScalarShape OrDefault(ExpressionTranslator expressions, MethodCallExpression call)
    {
        var value = expressions.Value(call.Object!);
        var otherwise = call.Arguments is [var given] ? expressions.Value(given, value) : new LiteralValue(Activator.CreateInstance(call.Type)!, value.Type);
        return new ScalarShape(new FunctionCall("coalesce", [value, otherwise], value.Type, nullable: false), call.Type);
    }
}
