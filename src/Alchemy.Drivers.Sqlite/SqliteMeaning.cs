using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Alchemy.Drivers;

/// <summary>Gives decimals and instants, which SQLite keeps as text, the order and arithmetic that they have in C#. <see cref="SqliteDialect"/> uses these names.</summary>
internal static class SqliteMeaning
{
    public static void Register(SqliteConnection connection)
    {
        connection.CreateCollation("alchemy_decimal", CompareDecimals);
        connection.CreateCollation("alchemy_instant", CompareInstants);
        connection.CreateFunction<object?, string?>("alchemy_decimal", x => x is null ? null : Text(Decimal(x)), isDeterministic: true);
        connection.CreateFunction<object?, string?>("alchemy_neg", x => x is null ? null : Text(-Decimal(x)), isDeterministic: true);
        connection.CreateFunction<object?, string?>("alchemy_abs", x => x is null ? null : Text(Math.Abs(Decimal(x))), isDeterministic: true);
        Binary(connection, "alchemy_add", decimal.Add);
        Binary(connection, "alchemy_sub", decimal.Subtract);
        Binary(connection, "alchemy_mul", decimal.Multiply);
        Binary(connection, "alchemy_div", decimal.Divide);
        Binary(connection, "alchemy_mod", decimal.Remainder);
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

    /// <summary>The one text of a decimal, so that equal values have equal text: no trailing zeros but one digit after the point.</summary>
    public static string Text(decimal value) => value.ToString("0.0###########################", CultureInfo.InvariantCulture);

    private static void Binary(SqliteConnection connection, string name, Func<decimal, decimal, decimal> function)
        => connection.CreateFunction<object?, object?, string?>(name, (a, b) => a is null || b is null ? null : Text(function(Decimal(a), Decimal(b))), isDeterministic: true);

    private static int CompareDecimals(string left, string right)
        => decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : string.CompareOrdinal(left, right);

    private static int CompareInstants(string left, string right)
        => DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var a)
            && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var b)
            ? a.CompareTo(b)
            : string.CompareOrdinal(left, right);
}
