using System.Globalization;
using System.Text.Json;

namespace Alchemy.Tests;

/// <summary>Whether two values are the same to the last bit that C# can tell.</summary>
internal static class Comparer
{
    public static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b),
        (float a, float b) => BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b),
        (DateTime a, DateTime b) => a == b && a.Kind == b.Kind,
        (DateTimeOffset a, DateTimeOffset b) => a.EqualsExact(b),
        (JsonElement a, JsonElement b) => JsonElement.DeepEquals(a, b),
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (Array a, Array b) => a.GetType() == b.GetType() && a.Rank == b.Rank && a.Cast<object?>().SequenceEqual(b.Cast<object?>(), new Elements()),
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => left.GetType() == right.GetType() && left.Equals(right),
    };

    public static string Show(object? value) => value switch
    {
        null => "NULL",
        string { Length: > 60 } text => $"a text of {text.Length}",
        byte[] { Length: > 60 } bytes => $"{bytes.Length} bytes",
        byte[] bytes => Convert.ToHexString(bytes),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O") + " " + time.Kind,
        DateTimeOffset time => time.ToString("O"),
        TimeSpan span => $"{span} ({span.Ticks})",
        TimeOnly time => time.ToString("O"),
        JsonElement document => document.GetRawText() is { Length: < 80 } raw ? raw : "a long document",
        Array items => $"{value.GetType().Name} [{string.Join(", ", items.Cast<object?>().Select(Show))}]",
        _ => $"{Convert.ToString(value, CultureInfo.InvariantCulture)} ({value.GetType().Name})",
    };

    private sealed class Elements : IEqualityComparer<object?>
    {
        bool IEqualityComparer<object?>.Equals(object? x, object? y) => AreEqual(x, y);

        int IEqualityComparer<object?>.GetHashCode(object? obj) => 0;
    }
}
