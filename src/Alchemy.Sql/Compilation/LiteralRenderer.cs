using System.Globalization;
using Alchemy.Internals;

namespace Alchemy;

/// <summary>Writes values into SQL text, escaped as a database reads them. The base speaks standard SQL; a dialect overrides what differs.</summary>
/// <param name="dialect">The dialect, for messages and choices.</param>
public class LiteralRenderer(Dialect dialect)
{
    /// <summary>The dialect.</summary>
    protected Dialect Dialect { get; } = dialect;

    /// <summary>The literal of a value; <c>NULL</c> for null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type in the statement.</param>
    /// <exception cref="CompileException">The value's type has no literal form.</exception>
    public virtual string Render(object? value, SqlType type) => type is VariantType or DecoratedType ? Render(Literal(value, ref type), type) : Written(value, type);

    private object? Literal(object? value, ref SqlType type)
    {
        type = Dialect.Types.Implementation(type);
        while (type is DecoratedType decorated)
        {
            (value, type) = (decorated.LiteralValue(value), decorated.Impl);
        }

        return value;
    }

    private string Written(object? value, SqlType type) => JsonPlace.Of(type, type is ILiteralType own ? own.LiteralValue(value) : value, Dialect.Features) switch
    {
        null => "NULL",
        string[] path when type is JsonPathType => Text("{" + string.Join(",", path.Select(Quoted)) + "}"),
        string text => Text(text),
        bool flag => Dialect.Features.BooleanLiteral is BooleanLiteral.Keyword ? (flag ? "true" : "false") : flag ? "1" : "0",
        decimal number => WithPoint(number.ToString(CultureInfo.InvariantCulture)),
        byte or sbyte or short or ushort or int or uint or long or ulong => ((IFormattable)value!).ToString(null, CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => WithPoint(number.ToString("R", CultureInfo.InvariantCulture)),
        // The shortest text of a float is that of another double, and databases compare doubles.
        float number when float.IsFinite(number) => WithPoint(((double)number).ToString("R", CultureInfo.InvariantCulture)),
        DateOnly date when type.StorageType is DateTimeType => DateTime(date.ToDateTime(TimeOnly.MinValue)),
        DateOnly date => Date(date),
        DateTime { TimeOfDay.Ticks: 0 } time when type.StorageType is DateType => Date(DateOnly.FromDateTime(time)),
        TimeOnly time => Time(FractionalSeconds.Cut(time, (type.StorageType as TimeType)?.Precision ?? FractionDigits)),
        DateTime time => DateTime(FractionalSeconds.Cut(time, (type.StorageType as DateTimeType)?.Precision ?? FractionDigits)),
        DateTimeOffset time => Instant(FractionalSeconds.Cut(time, (type.StorageType as DateTimeOffsetType)?.Precision ?? FractionDigits)),
        TimeSpan span when type is IntervalType { IsNative: false } => DateTime(IntervalType.Epoch + FractionalSeconds.Cut(span, FractionDigits)),
        TimeSpan span => Interval(FractionalSeconds.Cut(span, (type.StorageType as IntervalType)?.SecondPrecision ?? FractionDigits)),
        Guid id => Identifier(id, type),
        System.Text.Json.JsonElement document => Json(document, type),
        byte[] bytes => Binary(bytes),
        not null when type.StorageType is RangeType => Text(value!.ToString()!),
        Array ranges when type.StorageType is MultiRangeType => Text("{" + string.Join(",", ranges.Cast<object>()) + "}"),
        Array items when type is ArrayType array => List(items, array),
        Enum named when type.StorageType.ClrType == typeof(string) => Text(named.ToString()),
        Enum number => Render(Convert.ChangeType(number, number.GetTypeCode(), CultureInfo.InvariantCulture), type),
        _ => throw Unsupported($"A literal {value!.GetType().Name}", "bind the value as a parameter."),
    };

    /// <summary>The digits behind a second that the database keeps; 7 unless overridden. What is finer is cut off, never rounded, as in parameters.</summary>
    protected virtual int FractionDigits => FractionalSeconds.Ticks;

    /// <summary>Text in quotes.</summary>
    /// <exception cref="CompileException">The text holds a NUL character, or half of a character.</exception>
    protected virtual string Text(string text) => text.Contains('\0') ? throw Unsupported("A literal text with a NUL character", "bind the value as a parameter.")
        : !WholeText.Is(text) ? throw Unsupported("A literal text with half of a surrogate pair", "it is no text: keep it as bytes.")
        : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A date: <c>'2026-01-31'</c></summary>
    protected virtual string Date(DateOnly date) => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";

    /// <summary>A time of day: <c>'12:30:00'</c></summary>
    protected virtual string Time(TimeOnly time) => $"'{time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}'";

    /// <summary>An instant: <c>'2026-01-31 12:30:00+01:00'</c></summary>
    protected virtual string Instant(DateTimeOffset time) => $"'{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)}'";

    /// <summary>An identifier: <c>'0f8fad5b-d9cb-469f-a165-70867728950e'</c></summary>
    protected virtual string Identifier(Guid id, SqlType type) => $"'{id}'";

    /// <summary>A document, as text.</summary>
    protected virtual string Json(System.Text.Json.JsonElement document, SqlType type) => Text(document.GetRawText());

    /// <summary>A date and time: <c>'2026-01-31 12:30:00'</c></summary>
    protected virtual string DateTime(DateTime time) => $"'{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}'";

    /// <summary>A span of time, for databases without a type for it: the moment that it leads to, see <see cref="IntervalType"/>.</summary>
    protected virtual string Interval(TimeSpan span) => DateTime(IntervalType.Epoch + span);

    /// <summary>An array: <c>[1, 2]</c></summary>
    /// <param name="items">The elements written out.</param>
    /// <param name="type">The type of the array; of the inner arrays too, where there are several dimensions.</param>
    /// <param name="isInner">True for an array in an array.</param>
    /// <exception cref="CompileException">The database has no arrays.</exception>
    protected virtual string Array(string items, ArrayType type, bool isInner)
        => Dialect.Features.ExtendedOperators is Support.Yes ? $"[{items}]" : throw Unsupported("An array", "the database has none.");

    private string List(Array items, ArrayType type, bool isInner = false) => Array(
        string.Join(", ", Items(items).Select(i => i is Array inner && type.Item.StorageType is not BinaryType ? List(inner, type, isInner: true) : Render(i, type.Item))), type, isInner);

    // An array of several dimensions counts through all its elements: its rows are arrays of one dimension less.
    private static IEnumerable<object?> Items(Array items) => items.Rank == 1 ? items.Cast<object?>() : Rows([.. items.Cast<object?>()], [.. Enumerable.Range(0, items.Rank).Select(items.GetLength)]);

    private static IEnumerable<object?> Rows(object?[] all, int[] lengths)
        => lengths.Length == 1 ? all : all.Length == 0 ? [] : all.Chunk(all.Length / lengths[0]).Select(row => (object?)Rows(row, lengths[1..]).ToArray());

    /// <summary>A number of seconds, with a point.</summary>
    protected static string Seconds(TimeSpan span) => WithPoint(((decimal)span.Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture));

    /// <summary>Bytes: <c>X'0AFF'</c></summary>
    protected virtual string Binary(byte[] bytes) => $"X'{Convert.ToHexString(bytes)}'";

    /// <summary>The error for what has no literal form.</summary>
    protected CompileException Unsupported(string feature, string instead) => new(feature, Dialect.Name, instead);

    // 5 instead of 5.0 would divide as an integer.
    private static string WithPoint(string number) => number.AsSpan().IndexOfAny('.', 'E') < 0 ? number + ".0" : number;

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
