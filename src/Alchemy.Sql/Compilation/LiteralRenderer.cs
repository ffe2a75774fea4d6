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
    public virtual string Render(object? value, SqlType type) => JsonPlace.Of(type, type is ILiteralType own ? own.LiteralValue(value) : value, Dialect.Features) switch
    {
        null => "NULL",
        string[] path when type is JsonPathType => Text("{" + string.Join(",", path.Select(Quoted)) + "}"),
        string text => Text(text),
        bool flag => Dialect.Features.BooleanLiteral is BooleanLiteral.Keyword ? (flag ? "true" : "false") : flag ? "1" : "0",
        decimal number => WithPoint(number.ToString(CultureInfo.InvariantCulture)),
        byte or sbyte or short or ushort or int or uint or long or ulong => ((IFormattable)value!).ToString(null, CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => WithPoint(number.ToString("R", CultureInfo.InvariantCulture)),
        float number when float.IsFinite(number) => WithPoint(number.ToString("R", CultureInfo.InvariantCulture)),
        DateOnly date => Date(date),
        TimeOnly time => $"'{time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}'",
        DateTime time => DateTime(time),
        DateTimeOffset time => $"'{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)}'",
        Guid id => $"'{id}'",
        byte[] bytes => Binary(bytes),
        Enum number => Render(Convert.ChangeType(number, number.GetTypeCode(), CultureInfo.InvariantCulture), type),
        _ => throw Unsupported($"A literal {value!.GetType().Name}", "bind the value as a parameter."),
    };

    /// <summary>Text in quotes.</summary>
    /// <exception cref="CompileException">The text holds a NUL character.</exception>
    protected virtual string Text(string text) => text.Contains('\0')
        ? throw Unsupported("A literal text with a NUL character", "bind the value as a parameter.")
        : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>A date: <c>'2026-01-31'</c></summary>
    protected virtual string Date(DateOnly date) => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";

    /// <summary>A date and time: <c>'2026-01-31 12:30:00'</c></summary>
    protected virtual string DateTime(DateTime time) => $"'{time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}'";

    /// <summary>Bytes: <c>X'0AFF'</c></summary>
    protected virtual string Binary(byte[] bytes) => $"X'{Convert.ToHexString(bytes)}'";

    /// <summary>The error for what has no literal form.</summary>
    protected CompileException Unsupported(string feature, string instead) => new(feature, Dialect.Name, instead);

    // 5 instead of 5.0 would divide as an integer.
    private static string WithPoint(string number) => number.AsSpan().IndexOfAny('.', 'E') < 0 ? number + ".0" : number;

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
