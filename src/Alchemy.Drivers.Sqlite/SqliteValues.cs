using System.Buffers;
using System.Globalization;
using System.Text;
using SQLitePCL;

namespace Alchemy.Drivers;

/// <summary>How each SQL type's value is kept in SQLite: numbers and text as themselves, decimals, dates and identifiers as text in Microsoft.Data.Sqlite's formats.</summary>
internal static class SqliteValues
{
    private const string DateTimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private const string DateFormat = "yyyy-MM-dd";
    private const string DateTimeOffsetFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz";

    // Longer than any formatted value; texts up to it need no array.
    private const int BufferSize = 256;

    /// <summary>Binds a value. Of a known type, every other case falls away when the method is compiled for it, and with it the box; as an object, the value decides.</summary>
    public static int Bind<T>(sqlite3_stmt statement, int index, SqlType type, T value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        byte number => Integer(statement, index, type, number),
        sbyte number => Integer(statement, index, type, number),
        ushort number => Integer(statement, index, type, number),
        uint number => Integer(statement, index, type, number),
        ulong number => Formatted(statement, index, (decimal)number, SqliteMeaning.DecimalFormat),
        short number => Integer(statement, index, type, number),
        int number => Integer(statement, index, type, number),
        long number => Integer(statement, index, type, number),
        double.NaN or float.NaN => throw new InvalidStatementException("SQLite keeps NaN as NULL: bind null, or another value."),
        double number => raw.sqlite3_bind_double(statement, index, number),
        float number => raw.sqlite3_bind_double(statement, index, number),
        decimal number => Formatted(statement, index, Kept(type, number), SqliteMeaning.DecimalFormat),
        DateTime time when type.StorageType is DateType => Formatted(statement, index, time, DateFormat),
        DateOnly date when type.StorageType is DateTimeType => Formatted(statement, index, date.ToDateTime(TimeOnly.MinValue), DateTimeFormat),
        DateTime time => Formatted(statement, index, FractionalSeconds.Cut(time, (type.StorageType as DateTimeType)?.Precision ?? FractionalSeconds.Ticks), DateTimeFormat),
        DateTimeOffset instant => Formatted(statement, index, FractionalSeconds.Cut(instant, (type.StorageType as DateTimeOffsetType)?.Precision ?? FractionalSeconds.Ticks), DateTimeOffsetFormat),
        DateOnly date => Formatted(statement, index, date, DateFormat),
        TimeOnly time => Formatted(statement, index, FractionalSeconds.Cut(time, (type.StorageType as TimeType)?.Precision ?? FractionalSeconds.Ticks), time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff"),
        TimeSpan span => Formatted(statement, index, IntervalType.Epoch + span, DateTimeFormat),
        System.Text.Json.JsonElement document => Text(statement, index, document.GetRawText()),
        Guid id => Identifier(statement, index, id),
        string text => Text(statement, index, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        Enum named when type is EnumType { ByName: true } => Text(statement, index, named.ToString()),
        Enum numbered when type.StorageType is NumericType => Formatted(statement, index, Convert.ToDecimal(numbered, CultureInfo.InvariantCulture), SqliteMeaning.DecimalFormat),
        Enum numbered => Integer(statement, index, type, Convert.ToInt64(numbered, CultureInfo.InvariantCulture)),
        _ => throw new InvalidStatementException($"A {value.GetType().Name} cannot be bound: SQLite has no form for it."),
    };

    /// <summary>The text that a moment is kept as.</summary>
    public static string Text(DateTime time) => time.ToString(DateTimeFormat, CultureInfo.InvariantCulture);

    /// <summary>The text that a date is kept as.</summary>
    public static string Text(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    // A column that is called NUMERIC or DECIMAL keeps a REAL: what that cannot hold would come back as another number.
    private static decimal Kept(SqlType type, decimal number) => type is not NativeType || SqliteMeaning.Decimal((double)number) == number ? number
        : throw new InvalidStatementException($"{number} has more digits than SQLite keeps in a {((NativeType)type).Name}, which is a REAL to it: use SqlTypes.Numeric(...), which keeps every digit.");

    private static int Integer(sqlite3_stmt statement, int index, SqlType type, long number)
        => type.StorageType is NumericType ? Formatted(statement, index, (decimal)number, SqliteMeaning.DecimalFormat) : raw.sqlite3_bind_int64(statement, index, number);

    private static int Formatted<T>(sqlite3_stmt statement, int index, T value, string format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> buffer = stackalloc byte[BufferSize];
        return value.TryFormat(buffer, out var length, format, CultureInfo.InvariantCulture)
            ? raw.sqlite3_bind_text(statement, index, buffer[..length])
            : throw new InvalidOperationException($"A {typeof(T).Name} is longer than {BufferSize} bytes.");
    }

    private static int Identifier(sqlite3_stmt statement, int index, Guid id)
    {
        Span<byte> buffer = stackalloc byte[BufferSize];
        _ = id.TryFormat(buffer, out var length);
        _ = Ascii.ToUpperInPlace(buffer[..length], out _);
        return raw.sqlite3_bind_text(statement, index, buffer[..length]);
    }

    private static int Text(sqlite3_stmt statement, int index, string text)
    {
        // An empty span has no address, which SQLite takes for NULL.
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(statement, index, text);
        }

        _ = WholeText.Checked(text);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = most > BufferSize ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> buffer = rented ?? stackalloc byte[BufferSize];
        try
        {
            return raw.sqlite3_bind_text(statement, index, buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }
}
