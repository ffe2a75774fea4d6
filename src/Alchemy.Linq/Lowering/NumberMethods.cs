using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Methods of Math and decimal. Rounding is C#'s, to the last digit: each dialect renders <c>round</c> (half away from zero) and <c>round_even</c> (half to even).</summary>
internal static class NumberMethods
{
    /// <summary>The value, or null when the method has no SQL form.</summary>
    public static ScalarShape? Translate(ExpressionTranslator expressions, MethodCallExpression call) => (call.Method.Name, call.Arguments.Count) switch
    {
        (nameof(Math.Abs), 1) => Number(expressions, call, "abs"),
        (nameof(Math.Floor), 1) => Number(expressions, call, "floor"),
        (nameof(Math.Ceiling), 1) => Number(expressions, call, "ceiling"),
        (nameof(Math.Truncate), 1) => Number(expressions, call, "trunc"),
        (nameof(Math.Round), _) => Round(expressions, call),
        (nameof(Math.Sign), 1) => Sign(expressions, call),
        (nameof(Math.Sqrt), 1) => SquareRoot(expressions, call),
        (nameof(Math.Pow), 2) => Power(expressions, call),
        (nameof(Math.Max), 2) => Choose(expressions, call, SqlOperator.GreaterOrEqual),
        (nameof(Math.Min), 2) => Choose(expressions, call, SqlOperator.LessOrEqual),
        _ => null,
    };

    private static ScalarShape Number(ExpressionTranslator expressions, MethodCallExpression call, string function, params ColumnElement[] arguments)
    {
        var value = expressions.Value(call.Arguments[0]);
        return new ScalarShape(new FunctionCall(function, [value, .. arguments], TypeOf(value), value.IsNullable), call.Type);
    }

    private static SqlType TypeOf(ColumnElement value) => value.Type is NumericType ? SqlTypes.Numeric() : value.Type;

    private static ScalarShape Round(ExpressionTranslator expressions, MethodCallExpression call)
    {
        var digits = call.Arguments.Skip(1).FirstOrDefault(a => a.Type == typeof(int));
        var places = digits is null ? new LiteralValue(0, SqlTypes.Integer) : expressions.Value(digits);
        return Mode(expressions, call) switch
        {
            MidpointRounding.ToEven => Number(expressions, call, "round_even", places),
            MidpointRounding.AwayFromZero => Number(expressions, call, "round", places),
            MidpointRounding.ToZero when digits is null => Number(expressions, call, "trunc"),
            MidpointRounding.ToNegativeInfinity when digits is null => Number(expressions, call, "floor"),
            MidpointRounding.ToPositiveInfinity when digits is null => Number(expressions, call, "ceiling"),
            var mode => throw expressions.Refuse(call, $"Math.Round with MidpointRounding.{mode} and digits", "use Floor, Ceiling or Truncate of the number times a power of ten, or compute it in the final Select"),
        };
    }

    // Another mode is another SQL: a plan holds for one of them.
    private static MidpointRounding Mode(ExpressionTranslator expressions, MethodCallExpression call)
        => call.Arguments[^1] is var last && last.Type != typeof(MidpointRounding) ? MidpointRounding.ToEven
            : last is SlotExpression slot ? (MidpointRounding)expressions.Context.Fixed(slot)!
            : throw expressions.Refuse(last, "MidpointRounding", "the way to round must be known before the query runs");

    private static ScalarShape Sign(ExpressionTranslator expressions, MethodCallExpression call)
    {
        var value = expressions.Value(call.Arguments[0]);
        var zero = new LiteralValue(0, SqlTypes.Integer);
        ColumnElement[] conditions = [value.Condition(SqlOperator.Greater, zero), value.Condition(SqlOperator.Less, zero), value.Condition(SqlOperator.Equal, zero)];
        LiteralValue[] signs = [new(1, SqlTypes.Integer), new(-1, SqlTypes.Integer), zero];
        // The sign of NULL is NULL.
        return new ScalarShape(expressions.Context.IsNullable(value) ? new Case(conditions, signs, null) : new Case(conditions[..2], signs[..2], zero), call.Type);
    }

    // NULL stands for what is no number: like NaN it is neither equal to, less than nor greater than anything.
    private static ScalarShape SquareRoot(ExpressionTranslator expressions, MethodCallExpression call)
    {
        var value = expressions.Value(call.Arguments[0]);
        var root = new FunctionCall("sqrt", [value], SqlTypes.Double, value.IsNullable);
        return new ScalarShape(new Case([value.Condition(SqlOperator.GreaterOrEqual, new LiteralValue(0.0, SqlTypes.Double))], [root], null), call.Type);
    }

    private static ScalarShape Power(ExpressionTranslator expressions, MethodCallExpression call)
    {
        var (value, power) = (expressions.Value(call.Arguments[0]), expressions.Value(call.Arguments[1]));
        return new ScalarShape(new FunctionCall("power", [value, power], SqlTypes.Double, value.IsNullable || power.IsNullable), call.Type);
    }

    private static ScalarShape Choose(ExpressionTranslator expressions, MethodCallExpression call, SqlOperator op)
    {
        var (left, right) = expressions.Pair(call.Arguments[0], call.Arguments[1]);
        return new ScalarShape(new Case([left.Condition(op, right)], [left], right), call.Type);
    }
}
