using System.Collections;
using System.Globalization;

namespace Alchemy.Internals;

/// <summary>Values as a person reads them, cut where they are long.</summary>
internal static class ValueText
{
    private const int LongestText = 200;
    private const int MostBytes = 32;
    private const int MostItems = 20;

    public static string Of(object? value) => value switch
    {
        null or DBNull => "NULL",
        string text => $"'{Cut(text)}'",
        byte[] bytes => $"0x{Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, MostBytes)))}{(bytes.Length > MostBytes ? $"… ({bytes.Length} bytes)" : "")}",
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IEnumerable items => List(items),
        IFormattable other => Cut(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => Cut(value.ToString() ?? ""),
    };

    private static string Cut(string text) => text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText)}… ({text.Length} characters)";

    private static string List(IEnumerable items)
    {
        var shown = new List<string>();
        foreach (var item in items)
        {
            if (shown.Count == MostItems)
            {
                shown.Add("…");
                break;
            }

            shown.Add(Of(item));
        }

        return $"[{string.Join(", ", shown)}]";
    }
}
