using System.Globalization;
using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>How each SQL type's value is kept in SQLite: numbers and text as themselves, decimals, dates and identifiers as text in Microsoft.Data.Sqlite's formats.</summary>
internal static class SqliteValues
{
    private const double LargestExact = 1L << 53;
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

    public static object? Read(sqlite3_stmt statement, int column, SqlType type)
    {
        var stored = raw.sqlite3_column_type(statement, column);
        return stored == raw.SQLITE_NULL ? null : type switch
        {
            EnumType named => named.ByName ? Enum.Parse(named.Enum, Utf8(statement, column)) : Enum.ToObject(named.Enum, Integer(statement, column, stored)),
            SmallIntegerType => checked((short)Integer(statement, column, stored)),
            IntegerType => checked((int)Integer(statement, column, stored)),
            BigIntegerType => Integer(statement, column, stored),
            BooleanType => Integer(statement, column, stored) != 0,
            DoubleType => Real(statement, column, stored),
            RealType => (float)Real(statement, column, stored),
            NumericType => SqliteMeaning.Decimal(Raw(statement, column, stored)),
            BinaryType => raw.sqlite3_column_blob(statement, column).ToArray(),
            GuidType => Guid.Parse(Utf8(statement, column)),
            DateTimeType => DateTime.Parse(Utf8(statement, column), CultureInfo.InvariantCulture, DateTimeStyles.None),
            DateTimeOffsetType => DateTimeOffset.Parse(Utf8(statement, column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            DateType => DateOnly.Parse(Utf8(statement, column), CultureInfo.InvariantCulture),
            TimeType => TimeOnly.Parse(Utf8(statement, column), CultureInfo.InvariantCulture),
            StringType or TextType => Utf8(statement, column),
            _ => Raw(statement, column, stored),
        };
    }

    // SQLite would make 0 of 'abc' and 1 of 1.9 without a word.
    private static long Integer(sqlite3_stmt statement, int column, int stored)
    {
        if (stored == raw.SQLITE_INTEGER)
        {
            return raw.sqlite3_column_int64(statement, column);
        }

        var number = stored == raw.SQLITE_FLOAT ? raw.sqlite3_column_double(statement, column) : double.NaN;
        return Math.Abs(number) < LargestExact && double.IsInteger(number) ? (long)number : throw Mismatch(statement, column, stored, "an integer");
    }

    private static double Real(sqlite3_stmt statement, int column, int stored)
        => stored is raw.SQLITE_FLOAT or raw.SQLITE_INTEGER ? raw.sqlite3_column_double(statement, column) : throw Mismatch(statement, column, stored, "a number");

    private static ResultShapeException Mismatch(sqlite3_stmt statement, int column, int stored, string wanted)
        => new($"Column '{raw.sqlite3_column_name(statement, column).utf8_to_string()}' holds {(stored == raw.SQLITE_FLOAT ? "a REAL" : stored == raw.SQLITE_TEXT ? "text" : "a BLOB")} where {wanted} was expected: correct the value, or give the column its real type.");

    private static object? Raw(sqlite3_stmt statement, int column, int stored) => stored switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
        _ => Utf8(statement, column),
    };

    private static string Utf8(sqlite3_stmt statement, int column) => System.Text.Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, column));

    private static string Text(object value) => value switch
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
