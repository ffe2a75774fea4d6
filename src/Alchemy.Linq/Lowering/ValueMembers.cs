using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Members of values: the length of text, the value of a nullable, parts of dates.</summary>
internal static class ValueMembers
{
    public static ScalarShape? Translate(ScalarShape target, MemberExpression node, DialectFeatures features) => (node.Member.DeclaringType, node.Member.Name) switch
    {
        ({ } type, nameof(string.Length)) when type == typeof(string) => new ScalarShape(Func.Length(target.Element), typeof(int)),
        ({ IsGenericType: true } type, "Value") when type.GetGenericTypeDefinition() == typeof(Nullable<>) => new ScalarShape(target.Element, node.Type),
        ({ } type, nameof(DateTime.Date)) when type == typeof(DateTime) => new ScalarShape(
            new FunctionCall("date_trunc", [new LiteralValue("day", SqlTypes.Text), target.Element], SqlTypes.DateTime, target.Element.IsNullable), typeof(DateTime)),
        ({ } type, nameof(DateTime.Ticks)) when type == typeof(DateTime) => DateMethods.Ticks(target.Element, node.Type),
        ({ } type, nameof(DateTime.TimeOfDay)) when type == typeof(DateTime) => new ScalarShape(
            new Alchemy.BinaryExpression(SqlOperator.Modulo, DateMethods.Ticks(target.Element, node.Type).Element, new LiteralValue(TimeSpan.TicksPerDay, SqlTypes.BigInteger), SqlTypes.BigInteger), typeof(TimeSpan)),
        ({ } type, nameof(DateOnly.DayNumber)) when type == typeof(DateOnly) => new ScalarShape(new FunctionCall("day_number", [target.Element], SqlTypes.Integer, target.Element.IsNullable), node.Type),
        ({ } type, _) when type == typeof(TimeSpan) && !DateMethods.IsColumn(target.Element) => SpanMembers.Translate(target.Element, node),
        // An instant has the parts of its own offset, which not every database keeps.
        ({ } type, var name) when (type == typeof(DateTime) || type == typeof(DateOnly)) && PartOf(name) is { } part => new ScalarShape(Part(part, target.Element, features), node.Type),
        _ => null,
    };

    /// <summary>A static member, or null when the database does not know it.</summary>
    public static ScalarShape? Static(MemberExpression node) => (node.Member.DeclaringType, node.Member.Name) switch
    {
        ({ } type, nameof(string.Empty)) when type == typeof(string) => new ScalarShape(new LiteralValue("", SqlTypes.Text), typeof(string)),
        _ => null,
    };

    // C# has whole numbers, and seconds without their fraction.
    private static ColumnElement Part(DatePart part, ColumnElement date, DialectFeatures features)
    {
        var extract = new Extract(part, date);
        return features.ExtractType is ExtractType.Integer
            ? extract
            : new Cast(part is DatePart.Second ? new FunctionCall("floor", [extract], SqlTypes.Numeric(), date.IsNullable) : extract, SqlTypes.Integer);
    }

    private static DatePart? PartOf(string member) => member switch
    {
        nameof(DateTime.Year) => DatePart.Year,
        nameof(DateTime.Month) => DatePart.Month,
        nameof(DateTime.Day) => DatePart.Day,
        nameof(DateTime.Hour) => DatePart.Hour,
        nameof(DateTime.Minute) => DatePart.Minute,
        nameof(DateTime.Second) => DatePart.Second,
        nameof(DateTime.DayOfWeek) => DatePart.DayOfWeek,
        nameof(DateTime.DayOfYear) => DatePart.DayOfYear,
        _ => null,
    };
}
