using System.Collections;
using System.Globalization;

namespace Alchemy.StoreTests;

/// <summary>What an item shows: items of three origins are compared by it.</summary>
internal static class Answer
{
    public static string Text<T>(T item) => item switch
    {
        null => "null",
        // Averages have more digits on one database than on another.
        decimal number => number.ToString("0.########", CultureInfo.InvariantCulture),
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("O", CultureInfo.InvariantCulture),
        string text => $"'{text}'",
        IConvertible value => value.ToString(CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        _ => $"({string.Join(", ", item.GetType().GetProperties().Select(p => $"{p.Name} = {Text(p.GetValue(item))}"))})",
    };
}
