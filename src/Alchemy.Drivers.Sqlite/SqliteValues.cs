using System.Globalization;
using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>How each SQL type's value is kept in SQLite: numbers and text as themselves, decimals, dates and identifiers as text in Microsoft.Data.Sqlite's formats.</summary>
internal static class SqliteValues
{
    private const string DateTimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private const string DateTimeOffsetFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz";

    public static int Bind(sqlite3_stmt statement, int index, SqlType type, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        Enum number => type is EnumType { ByName: true }
            ? raw.sqlite3_bind_text(statement, index, number.ToString())
            : raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(number, CultureInfo.InvariantCulture)),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        byte or short or int or long when type is NumericType => Bind(statement, index, type, Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        byte or short or int or long => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double.NaN or float.NaN => throw new InvalidStatementException("SQLite keeps NaN as NULL: bind null, or another value."),
        double number => raw.sqlite3_bind_double(statement, index, number),
        float number => raw.sqlite3_bind_double(statement, index, number),
        string text => raw.sqlite3_bind_text(statement, index, System.Text.Encoding.UTF8.GetBytes(text)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => raw.sqlite3_bind_text(statement, index, Text(value)),
    };

    /// <summary>The text that a value is kept as.</summary>
    public static string Text(object value) => value switch
    {
        decimal number => SqliteMeaning.Text(number),
        Guid id => id.ToString().ToUpperInvariant(),
        DateTime time => time.ToString(DateTimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString(DateTimeOffsetFormat, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.Ticks % TimeSpan.TicksPerSecond == 0 ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : time.ToString("HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        _ => throw new InvalidStatementException($"A {value.GetType().Name} cannot be bound: SQLite has no form for it."),
    };
}
