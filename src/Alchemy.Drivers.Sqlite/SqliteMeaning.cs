using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Alchemy.Drivers;

/// <summary>Gives decimals and instants, which SQLite keeps as text, the order and arithmetic that they have in C#. <see cref="SqliteDialect"/> uses these names.</summary>
internal static class SqliteMeaning
{
    /// <summary>The one text of a decimal, so that equal values have equal text: no trailing zeros but one digit after the point.</summary>
    public const string DecimalFormat = "0.0###########################";

    public static void Register(SqliteConnection connection)
    {
        connection.CreateCollation("alchemy_decimal", CompareDecimals);
        connection.CreateCollation("alchemy_instant", CompareInstants);
        connection.CreateFunction<string?, string?, bool?>("regexp", (pattern, text) => pattern is null || text is null ? null : Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant), isDeterministic: true);
        connection.CreateFunction<string?, string?>("alchemy_lower", x => x?.ToLowerInvariant(), isDeterministic: true);
        connection.CreateFunction<string?, string?>("alchemy_upper", x => x?.ToUpperInvariant(), isDeterministic: true);
        connection.CreateFunction<object?, string?>("alchemy_decimal", x => x is null ? null : Text(Decimal(x)), isDeterministic: true);
        connection.CreateFunction<object?, string?>("alchemy_neg", x => x is null ? null : Text(-Decimal(x)), isDeterministic: true);
        connection.CreateFunction<object?, string?>("alchemy_abs", x => x is null ? null : Text(Math.Abs(Decimal(x))), isDeterministic: true);
        connection.CreateFunction<object?, string?>("alchemy_floor", x => x is null ? null : Text(Math.Floor(Decimal(x))), isDeterministic: true);
        connection.CreateFunction<object?, string?>("alchemy_ceiling", x => x is null ? null : Text(Math.Ceiling(Decimal(x))), isDeterministic: true);
        connection.CreateFunction<object?, string?>("alchemy_trunc", x => x is null ? null : Text(Math.Truncate(Decimal(x))), isDeterministic: true);
        connection.CreateFunction<object?, long?, long, string?>(
            "alchemy_round", (x, digits, mode) => x is null || digits is null ? null : Text(Math.Round(Decimal(x), (int)digits, (MidpointRounding)mode)), isDeterministic: true);
        connection.CreateFunction<double?, long?, long, double?>(
            "alchemy_round_real", (x, digits, mode) => x is null || digits is null ? null : Math.Round(x.Value, (int)digits, (MidpointRounding)mode), isDeterministic: true);
        Binary(connection, "alchemy_add", decimal.Add);
        Binary(connection, "alchemy_sub", decimal.Subtract);
        Binary(connection, "alchemy_mul", decimal.Multiply);
        Binary(connection, "alchemy_div", decimal.Divide);
        Binary(connection, "alchemy_mod", decimal.Remainder);
        connection.CreateFunction<double?, double?, double?>("alchemy_mod_real", (a, b) => a % b, isDeterministic: true);
        connection.CreateAggregate<object?, (decimal Sum, long Count), string?>(
            "alchemy_sum", (0m, 0), (a, x) => x is null ? a : (a.Sum + Decimal(x), a.Count + 1), a => a.Count == 0 ? null : Text(a.Sum), isDeterministic: true);
        connection.CreateAggregate<object?, (decimal Sum, long Count), string?>(
            "alchemy_avg", (0m, 0), (a, x) => x is null ? a : (a.Sum + Decimal(x), a.Count + 1), a => a.Count == 0 ? null : Text(a.Sum / a.Count), isDeterministic: true);
    }

    /// <summary>The decimal that a stored value means: text, an integer, or a REAL by its shortest text.</summary>
    public static decimal Decimal(object? value) => value switch
    {
        long number => number,
        double number => decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture),
        string text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => throw new InvalidStatementException($"A {value?.GetType().Name ?? "NULL"} is no decimal."),
    };

    private static string Text(decimal value) => value.ToString(DecimalFormat, CultureInfo.InvariantCulture);

    private static void Binary(SqliteConnection connection, string name, Func<decimal, decimal, decimal> function)
        => connection.CreateFunction<object?, object?, string?>(name, (a, b) => a is null || b is null ? null : Text(function(Decimal(a), Decimal(b))), isDeterministic: true);

    private static int CompareDecimals(string left, string right) => Compare<decimal>(left, right, TryDecimal);

    private static int CompareInstants(string left, string right) => Compare<DateTimeOffset>(left, right, TryInstant);

    // One order over all text: values first, then what is none, by its characters.
    private static int Compare<T>(string left, string right, TryRead<T> read) where T : IComparable<T>
        => (read(left, out var a), read(right, out var b)) switch
        {
            (true, true) => a.CompareTo(b),
            (true, false) => -1,
            (false, true) => 1,
            (false, false) => string.CompareOrdinal(left, right),
        };

    private static bool TryDecimal(string text, out decimal value) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool TryInstant(string text, out DateTimeOffset value)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);

    private delegate bool TryRead<T>(string text, out T value);
}
