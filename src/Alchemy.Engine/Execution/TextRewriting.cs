namespace Alchemy.Internals;

/// <summary>Texts that the program has rewritten. The same text is the same object, so that connections keep one prepared statement for it.</summary>
internal sealed class TextRewriting(EngineEvents events)
{
    private const int MostTexts = 1024;
    private readonly RecentCache<(FilledSql Sql, string Text), FilledSql> _rewritten = new(MostTexts);

    /// <summary>What is executed in place of a compiled statement; the same when nobody rewrites it.</summary>
    /// <exception cref="InvalidStatementException">The text has other parameters.</exception>
    public FilledSql Of(Connection connection, FilledSql sql)
    {
        var text = events.OnRewriting(connection, sql.Text, sql.Compiled);
        return text == sql.Text ? sql : _rewritten.Find((sql, text)) ?? _rewritten.Add((sql, text), Rewritten(sql, text));
    }

    private static FilledSql Rewritten(FilledSql sql, string text)
    {
        var markers = sql.Parameters.Select((p, i) => p.Marker ?? Positional(sql.Compiled.Dialect.Features.ParameterStyle, i)).Distinct().ToList();
        return Order(sql.Text, markers).SequenceEqual(Order(text, markers))
            ? new FilledSql(sql.Compiled, text, [.. sql.Parameters])
            : throw new InvalidStatementException($"The rewritten text has other parameters than the statement, or has them in another order: leave {string.Join(", ", markers)} where they are. Text: {text}");
    }

    private static string Positional(ParameterStyle style, int index) => style switch
    {
        ParameterStyle.QuestionMark => "?",
        ParameterStyle.Format => "%s",
        ParameterStyle.Numbered => $"${index + 1}",
        _ => $":{index + 1}",
    };

    // A marker that begins another is met there too, in both texts alike.
    private static IEnumerable<(int, string)> Order(string text, List<string> markers)
        => markers.SelectMany(marker => Places(text, marker).Select(place => (Place: place, Marker: marker))).OrderBy(m => m.Place).ThenBy(m => m.Marker, StringComparer.Ordinal).Select((m, i) => (i, m.Marker));

    private static IEnumerable<int> Places(string text, string marker)
    {
        for (var at = text.IndexOf(marker, StringComparison.Ordinal); at >= 0; at = text.IndexOf(marker, at + marker.Length, StringComparison.Ordinal))
        {
            yield return at;
        }
    }
}
