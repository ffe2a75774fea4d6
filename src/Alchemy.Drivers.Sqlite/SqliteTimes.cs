using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Alchemy.Drivers;

/// <summary>Arithmetic of dates and times, which SQLite keeps as text: its own functions know milliseconds only. <see cref="SqliteDialect"/> uses these names.</summary>
internal static class SqliteTimes
{
    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string?, long?>("alchemy_ticks", x => x is null ? null : Time(x).Ticks, isDeterministic: true);
        connection.CreateFunction<string, double?, string?, string?>(
            "alchemy_time_add", (unit, n, x) => n is null || x is null ? null : SqliteValues.Text(Add(Time(x), unit, n.Value)), isDeterministic: true);
        connection.CreateFunction<string, double?, string?, string?>(
            "alchemy_date_add", (unit, n, x) => n is null || x is null ? null : SqliteValues.Text(DateOnly.FromDateTime(Add(Time(x), unit, n.Value))), isDeterministic: true);
        // Ticks are more than a double can tell apart.
        connection.CreateFunction<long?, string?, string?>("alchemy_ticks_add", (n, x) => n is null || x is null ? null : SqliteValues.Text(Time(x).AddTicks(n.Value)), isDeterministic: true);
    }

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Add(DateTime time, string unit, double amount) => unit switch
    {
        "year" => time.AddYears((int)amount),
        "month" => time.AddMonths((int)amount),
        "day" => time.AddDays(amount),
        "hour" => time.AddHours(amount),
        "minute" => time.AddMinutes(amount),
        "second" => time.AddSeconds(amount),
        "millisecond" => time.AddMilliseconds(amount),
        _ => throw new InvalidStatementException($"SQLite cannot add a {unit}."),
    };
}
