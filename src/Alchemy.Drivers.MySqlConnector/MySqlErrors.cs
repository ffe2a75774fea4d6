using System.Data.Common;
using System.Text.RegularExpressions;

namespace Alchemy.Internals;

/// <summary>Reads the errors of MySQL and MariaDB: constraint, table and columns stand in their messages only.</summary>
internal static partial class MySqlErrors
{
    private const int CannotConnect = 1042;
    private const int ServerShutdown = 1053;

    /// <summary>What is wrong where <see cref="IsInUse"/>.</summary>
    public const string InUse = "Another result of this connection is still being read: read it to its end, dispose it, or take a second connection";

    /// <summary>Whether the provider refuses a second result: in MySqlConnector's words, or in MySql.Data's.</summary>
    public static bool IsInUse(Exception error)
        => error.Message.StartsWith("This MySqlConnection is already in use", StringComparison.Ordinal) || error.Message.StartsWith("There is already an open DataReader", StringComparison.Ordinal);

    /// <param name="error">The provider's exception.</param>
    /// <param name="number">The server's number of the error; 0 or less for the provider's own.</param>
    public static ErrorFacts Read(DbException error, int number)
    {
        var message = WithoutValues(error.Message, number);
        var facts = new ErrorFacts(
            message, number, error.SqlState is { Length: > 0 } state ? state : null,
            ConnectionLost: number is CannotConnect or ServerShutdown or 2006 or 2013 || number <= 0 && IsLost(error), Canceled: number <= 0 && Has<TimeoutException>(error),
            ValuesMessage: message == error.Message ? null : error.Message);
        return number switch
        {
            1062 or 1586 when DuplicateKey().Match(message) is { Success: true } m => facts with { Constraint = m.Groups["key"].Value, Table = Group(m, "table") },
            1216 or 1217 or 1451 or 1452 when ForeignKey().Match(message) is { Success: true } m
                => facts with { Constraint = m.Groups["key"].Value, Table = Group(m, "table"), Columns = [.. m.Groups["columns"].Value.Split(", ").Select(c => c.Trim('`'))] },
            1048 or 1364 when QuotedColumn().Match(message) is { Success: true } m => facts with { Columns = [m.Groups["column"].Value] },
            1264 or 1406 when OfColumn().Match(message) is { Success: true } m => facts with { Columns = [m.Groups["column"].Value] },
            1292 or 1366 when OfColumn().Match(message) is { Success: true } m => facts with { Table = Group(m, "table"), Columns = [m.Groups["column"].Value] },
            3819 or 4025 when Check().Match(message) is { Success: true } m => facts with { Constraint = m.Groups["check"].Value, Table = Group(m, "table") },
            _ => facts,
        };
    }

    // The only messages that tell a value of a row, or of a parameter.
    private static string WithoutValues(string message, int number) => number switch
    {
        1062 or 1586 => DuplicateValue().Replace(message, "'?'"),
        1292 or 1366 or 1367 or 1411 => WrongValue().Replace(message, "'?'"),
        1690 => OutOfRangeIn().Replace(message, "'?'"),
        _ => message,
    };

    private static bool IsLost(Exception error) => !Has<TimeoutException>(error) && (Has<IOException>(error) || Has<System.Net.Sockets.SocketException>(error) || Has<ObjectDisposedException>(error));

    private static bool Has<T>(Exception error) where T : Exception
    {
        for (var at = error; at is not null; at = at.InnerException)
        {
            if (at is T)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Group(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    // Duplicate entry 'ann' for key 'name'
    [GeneratedRegex("(?<=^Duplicate entry )'.*'(?= for key '[^']*'$)", RegexOptions.Singleline)]
    private static partial Regex DuplicateValue();

    // Incorrect integer value: 'abc' for column `shop`.`orders`.`total` at row 1; Truncated incorrect DOUBLE value: 'abc'
    [GeneratedRegex("(?<=value:? )'.*'(?= for column | for function |$)", RegexOptions.Singleline)]
    private static partial Regex WrongValue();

    // BIGINT value is out of range in '(1 + 9223372036854775807)'
    [GeneratedRegex("(?<= in )'.*'$", RegexOptions.Singleline)]
    private static partial Regex OutOfRangeIn();

    // Data too long for column 'name' at row 1; Incorrect integer value: '?' for column `shop`.`orders`.`total` at row 1
    [GeneratedRegex("for column (?:`[^`]*`.`(?<table>[^`]*)`.)?[`'](?<column>[^`']*)[`'] at row")]
    private static partial Regex OfColumn();

    // Duplicate entry '1' for key 'users.PRIMARY' (MySQL 8), 'PRIMARY' (MariaDB)
    [GeneratedRegex(@"for key '(?:(?<table>[^']*)\.)?(?<key>[^'.]*)'$")]
    private static partial Regex DuplicateKey();

    // a foreign key constraint fails (`shop`.`orders`, CONSTRAINT `fk` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`))
    [GeneratedRegex(@"\(`[^`]*`\.`(?<table>[^`]*)`, CONSTRAINT `(?<key>[^`]*)` FOREIGN KEY \((?<columns>[^)]*)\)")]
    private static partial Regex ForeignKey();

    // Column 'name' cannot be null; Field 'name' doesn't have a default value
    [GeneratedRegex(@"^(?:Column|Field) '(?<column>[^']*)'")]
    private static partial Regex QuotedColumn();

    // CONSTRAINT `positive` failed for `shop`.`orders` (MariaDB); Check constraint 'positive' is violated. (MySQL)
    [GeneratedRegex(@"^(?:CONSTRAINT `(?<check>[^`]*)` failed for `[^`]*`\.`(?<table>[^`]*)`|Check constraint '(?<check>[^']*)')")]
    private static partial Regex Check();
}
