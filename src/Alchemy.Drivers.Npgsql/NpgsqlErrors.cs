using System.Text.RegularExpressions;
using Npgsql;

namespace Alchemy.Internals;

/// <summary>Reads PostgreSQL's errors. What the server says of rows is in the detail, in where it happened, and in the messages about values; a message of RAISE is the program's own, and stays.</summary>
internal static partial class NpgsqlErrors
{
    private const string UniqueViolation = "23505";
    private const string ForeignKeyViolation = "23503";

    // Where the server finds that a kept plan has other columns by now; the message is in the server's language. Npgsql prepares such a statement anew when it is executed next.
    private const string PlanCheck = "RevalidateCachedQuery";

    // A deadlock's processes, a missing object's neighbours: the details of these have no rows.
    private static readonly string[] Harmless = ["08", "40", "42", "53", "55", "57"];

    public static ErrorFacts Read(PostgresException error)
    {
        // Npgsql puts a sentence of its own in place of a detail that it was not told to include.
        var detail = error.Detail is null || error.Detail.StartsWith("Detail redacted", StringComparison.Ordinal) ? null : error.Detail;
        var isAboutValue = error.SqlState.StartsWith("22", StringComparison.Ordinal);
        var message = isAboutValue ? Quoted().Replace(error.MessageText, "\"?\"") : error.MessageText;
        var isHarmless = Harmless.Any(h => error.SqlState.StartsWith(h, StringComparison.Ordinal));
        var full = string.Join(". ", new[] { error.MessageText, detail, isAboutValue ? error.Where : null }.OfType<string>().Select(t => t.TrimEnd('.')));
        return new ErrorFacts(
            isHarmless ? full : message, SqlState: error.SqlState, Constraint: error.ConstraintName, Table: error.TableName, Columns: Columns(error, detail),
            ValuesMessage: isHarmless || full == message.TrimEnd('.') ? null : full, Stale: error.Routine is PlanCheck);
    }

    // Of a row that is referred to, the detail has the columns of its own table, which the constraint is not on.
    private static List<string> Columns(PostgresException error, string? detail) => error switch
    {
        { ColumnName: { } column } => [column],
        { SqlState: UniqueViolation } or { SqlState: ForeignKeyViolation, MessageText: ['i', 'n', 's', ..] } when detail is not null && Key().Match(detail) is { Success: true } key
            => [.. Name().Matches(key.Groups["columns"].Value).Select(n => n.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal) : n.Groups["plain"].Value).Where(n => !n.Contains('('))],
        _ => [],
    };

    // A value may hold quotes itself: from the first to the last.
    [GeneratedRegex("\".*\"", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    // Key (a, "B", lower(c))=(1, 2, x) already exists.
    [GeneratedRegex(@"\((?<columns>.*?)\)=\(", RegexOptions.Singleline)]
    private static partial Regex Key();

    [GeneratedRegex("""(?:^|, )(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>(?:[^,(]|\([^)]*\))+))""")]
    private static partial Regex Name();
}
