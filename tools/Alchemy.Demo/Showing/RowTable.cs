using System.Collections;
using System.Globalization;
using Spectre.Console;

namespace Alchemy.Demo;

/// <summary>Objects as a table, by their properties; what leads to other objects is left out.</summary>
internal static class RowTable
{
    public static Spectre.Console.Table Of(IReadOnlyList<object> rows)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Rounded).BorderColor(Color.Green);
        var properties = rows.Count == 0 ? [] : rows[0].GetType().GetProperties().Where(p => IsValue(p.PropertyType)).ToList();
        foreach (var property in properties)
        {
            var column = new TableColumn($"[bold]{Markup.Escape(property.Name)}[/]");
            table.AddColumn(IsNumber(property.PropertyType) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. properties.Select(p => Markup.Escape(Text(p.GetValue(row))))]);
        }

        return table;
    }

    private static bool IsValue(Type type) => type == typeof(string) || (type.IsValueType && !typeof(IEnumerable).IsAssignableFrom(type));

    private static bool IsNumber(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? IsNumber(inner) : type.IsPrimitive || type == typeof(decimal);

    private static string Text(object? value) => value switch
    {
        null => "NULL",
        DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.00##", CultureInfo.InvariantCulture),
        double number => number.ToString("0.0##", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
