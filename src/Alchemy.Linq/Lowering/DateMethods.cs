using System.Linq.Expressions;

namespace Alchemy.Internals;

using BinaryExpression = System.Linq.Expressions.BinaryExpression;

/// <summary>Arithmetic of dates and times. A span of time is a number of ticks; each dialect renders <c>date_add</c>, <c>ticks</c>, <c>make_date</c> and their like.</summary>
internal static class DateMethods
{
    private const string Tick = "tick";

    /// <summary>The value, or null when the method is none of these.</summary>
    public static ScalarShape? Translate(ExpressionTranslator expressions, MethodCallExpression call) => (call.Object, call.Method.Name, call.Arguments.Count) switch
    {
        ({ } time, nameof(DateTime.Add) or nameof(DateTime.Subtract), 1) when IsSpan(call.Arguments[0].Type) => Shift(expressions, call, time, call.Arguments[0], call.Method.Name == nameof(DateTime.Subtract)),
        ({ } time, nameof(DateTime.Subtract), 1) when IsTime(time.Type) => Difference(expressions, time, call.Arguments[0], call.Type),
        ({ } time, var name, 1) when Unit(name, call.Method.DeclaringType!) is { } unit => Add(expressions.Value(time), unit, expressions.Value(call.Arguments[0]), call.Type),
        (null, nameof(DateOnly.FromDateTime), 1) when call.Type == typeof(DateOnly) && expressions.Value(call.Arguments[0]) is var time => new ScalarShape(new FunctionCall("date", [time], SqlTypes.Date, time.IsNullable), call.Type),
        _ => null,
    };

    /// <summary>A date made of its parts; null when something else is made.</summary>
    public static ScalarShape? Translate(ExpressionTranslator expressions, NewExpression creation)
    {
        var isDate = creation.Type == typeof(DateOnly);
        if (!isDate && creation.Type != typeof(DateTime) || creation.Arguments.Count is not (3 or 6) || creation.Arguments.Any(a => a.Type != typeof(int)))
        {
            return null;
        }

        var parts = creation.Arguments.Select(a => expressions.Value(a)).ToList();
        var isNullable = parts.Exists(p => p.IsNullable);
        for (var i = parts.Count; !isDate && i < 6; i++)
        {
            parts.Add(new LiteralValue(0, SqlTypes.Integer));
        }

        return new ScalarShape(isDate ? new FunctionCall("make_date", parts, SqlTypes.Date, isNullable) : new FunctionCall("make_timestamp", parts, SqlTypes.DateTime, isNullable), creation.Type);
    }

    /// <summary>A time plus or minus a span, or the span between two times; null when the operands are others.</summary>
    public static ScalarShape? Translate(ExpressionTranslator expressions, BinaryExpression node) => (node.NodeType, IsTime(node.Left.Type), IsTime(node.Right.Type), IsSpan(node.Right.Type)) switch
    {
        (ExpressionType.Subtract, true, true, _) => Difference(expressions, node.Left, node.Right, node.Type),
        (ExpressionType.Add or ExpressionType.Subtract, true, _, true) => Shift(expressions, node, node.Left, node.Right, node.NodeType is ExpressionType.Subtract),
        _ => null,
    };

    /// <summary>The ticks of a time since the first year.</summary>
    public static ScalarShape Ticks(ColumnElement time, Type type) => new(new FunctionCall("ticks", [time], SqlTypes.BigInteger, time.IsNullable), type);

    public static bool IsSpan(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(TimeSpan);

    /// <summary>Whether a span is kept by the database in a form of its own; one that is computed from times is a number of ticks.</summary>
    public static bool IsColumn(ColumnElement span) => span.Type.ClrType == typeof(TimeSpan);

    private static bool IsTime(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTime);

    private static ScalarShape Difference(ExpressionTranslator expressions, Expression left, Expression right, Type type)
    {
        var (from, to) = expressions.Pair(left, right);
        return new ScalarShape(new Alchemy.BinaryExpression(SqlOperator.Subtract, Ticks(from, type).Element, Ticks(to, type).Element, SqlTypes.BigInteger), type);
    }

    private static ScalarShape Shift(ExpressionTranslator expressions, Expression node, Expression time, Expression span, bool isBack)
    {
        var ticks = expressions.Value(span);
        if (IsColumn(ticks))
        {
            throw expressions.Context.Refuse(node, "A time and a span that is a column", "each database keeps spans in a form of its own; add them up in the final Select");
        }

        return Add(expressions.Value(time), Tick, isBack ? new Alchemy.UnaryExpression(SqlOperator.Negate, ticks) : ticks, node.Type);
    }

    private static ScalarShape Add(ColumnElement time, string unit, ColumnElement amount, Type type)
        => new(new FunctionCall("date_add", [new LiteralValue(unit, SqlTypes.Text), amount, time], time.Type, time.IsNullable || amount.IsNullable), type);

    private static string? Unit(string method, Type type) => type != typeof(DateTime) && type != typeof(DateOnly) ? null : method switch
    {
        nameof(DateTime.AddYears) => "year",
        nameof(DateTime.AddMonths) => "month",
        nameof(DateTime.AddDays) => "day",
        nameof(DateTime.AddHours) => "hour",
        nameof(DateTime.AddMinutes) => "minute",
        nameof(DateTime.AddSeconds) => "second",
        nameof(DateTime.AddMilliseconds) => "millisecond",
        nameof(DateTime.AddTicks) => Tick,
        _ => null,
    };
}
