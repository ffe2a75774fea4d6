using System.Linq.Expressions;
using System.Reflection;

namespace Alchemy.Internals;

/// <summary>Methods that are conditions: of text, and equality.</summary>
internal static class ConditionMethods
{
    /// <summary>The condition, or null when the method is none of these.</summary>
    public static ColumnElement? Translate(ExpressionTranslator expressions, MethodCallExpression call) => (call.Method.DeclaringType, call.Method.Name, call.Arguments.Count) switch
    {
        ({ } type, nameof(string.StartsWith), 1) when type == typeof(string) => Like(expressions, call, "{0}%"),
        ({ } type, nameof(string.EndsWith), 1) when type == typeof(string) => Like(expressions, call, "%{0}"),
        ({ } type, nameof(string.Contains), 1) when type == typeof(string) => Like(expressions, call, "%{0}%"),
        ({ } type, nameof(string.IsNullOrEmpty), 1) when type == typeof(string) => IsNullOrEmpty(expressions, call.Arguments[0]),
        (_, nameof(Equals), 1) when call.Object is { } left => Equal(expressions, left, call.Arguments[0]),
        (_, nameof(Equals), 2) when call.Object is null => Equal(expressions, call.Arguments[0], call.Arguments[1]),
        _ => null,
    };

    private static ColumnElement Like(ExpressionTranslator expressions, MethodCallExpression call, string pattern)
    {
        var text = expressions.Value(call.Object!);
        var shape = expressions.Translate(call.Arguments[0]);
        if (shape is not SlotShape { Slot: var slot })
        {
            return Position(text, expressions.Value(shape, call.Arguments[0], text), pattern);
        }

        var bind = expressions.Context.Bind(slot, SqlTypes.Text, pattern, value => value is null
            ? throw new ArgumentNullException(call.Method.GetParameters()[0].Name, $"string.{call.Method.Name} was given null.")
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, LikePattern.Escape(value.ToString()!)));
        return new LikeExpression(text, bind, escape: LikePattern.EscapeCharacter);
    }

    // A pattern that is a column would have to be escaped row by row: compare the part of the text itself.
    private static ColumnElement Position(ColumnElement text, ColumnElement part, string pattern)
    {
        var length = Func.Length(part).Node;
        return pattern switch
        {
            "{0}%" => Substring(text, new LiteralValue(1, SqlTypes.Integer), length).Condition(SqlOperator.Equal, part).Node,
            "%{0}" => Substring(text, new Alchemy.BinaryExpression(SqlOperator.Add, new Alchemy.BinaryExpression(SqlOperator.Subtract, Func.Length(text), length, SqlTypes.Integer), new LiteralValue(1, SqlTypes.Integer), SqlTypes.Integer), length)
                .Condition(SqlOperator.Equal, part).Node,
            _ => new FunctionCall("strpos", [text, part], SqlTypes.Integer, text.IsNullable || part.IsNullable).Condition(SqlOperator.Greater, new LiteralValue(0, SqlTypes.Integer)).Node,
        };
    }

    private static FunctionCall Substring(ColumnElement text, ColumnElement start, ColumnElement length) => new("substr", [text, start, length], SqlTypes.Text, text.IsNullable);

    private static ColumnElement IsNullOrEmpty(ExpressionTranslator expressions, Expression node)
    {
        var text = expressions.Value(node);
        var empty = text.Condition(SqlOperator.Equal, new LiteralValue("", SqlTypes.Text)).Node;
        return expressions.Context.IsNullable(text) ? BooleanClauseList.Or([text.IsNull(), empty]) : empty;
    }

    private static ColumnElement Equal(ExpressionTranslator expressions, Expression left, Expression right)
        => expressions.Equality(expressions.Translate(left), expressions.Translate(right), left, right, equal: true);
}
