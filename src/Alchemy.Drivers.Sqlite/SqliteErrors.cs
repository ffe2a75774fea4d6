using Microsoft.Data.Sqlite;

namespace Alchemy.Internals;

/// <summary>Reads SQLite's errors: what was violated is told in the message only.</summary>
internal static class SqliteErrors
{
    private const int CheckFailed = 275;

    /// <param name="error">The error.</param>
    /// <param name="table">The table that the statement changes, or null.</param>
    public static ErrorFacts Read(SqliteException error, Table? table)
    {
        var number = error.SqliteExtendedErrorCode == 0 ? error.SqliteErrorCode : error.SqliteExtendedErrorCode;
        var failed = error.Message.Split("constraint failed: ", 2) is [_, var told] ? (told.EndsWith("'.", StringComparison.Ordinal) ? told[..^2] : told) : "";
        return number == CheckFailed
            ? new ErrorFacts(error.Message, number, Constraint: IsCheckName(failed, table) ? failed : null, Columns: [])
            : table is not null && failed.StartsWith($"{table.Name}.", StringComparison.Ordinal) ? Of(error, number, table.Name, failed) : Guessed(error, number, failed);
    }

    // A CHECK without a name is told by its expression, which may be one column.
    private static bool IsCheckName(string text, Table? table) => table?.CheckConstraints.Any(c => c.FinalName == text) is true
        || text.All(c => char.IsLetterOrDigit(c) || c == '_') && table?.Columns.Any(c => c.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is not true;

    // UNIQUE constraint failed: users.name, users.age. Names may have dots and commas: the table's, which is known, stands before each.
    private static ErrorFacts Of(SqliteException error, int number, string table, string failed)
        => new(error.Message, number, Table: table, Columns: [.. failed[(table.Length + 1)..].Split($", {table}.")]);

    // Of text only the database knows the table: it ends at the first dot.
    private static ErrorFacts Guessed(SqliteException error, int number, string failed)
    {
        var names = failed.Split(", ");
        var columns = names.Where(f => f.Contains('.')).Select(f => f[(f.IndexOf('.') + 1)..]).ToList();
        return new ErrorFacts(error.Message, number, Table: columns.Count > 0 ? names[0][..names[0].IndexOf('.')] : null, Columns: columns);
    }
}
