using System.Text.RegularExpressions;

namespace Alchemy.Internals;

/// <summary>Reads the errors of SQL Server: constraint, table and columns stand in their messages only.</summary>
internal static partial class SqlClientErrors
{
    private const int Terminated = 3621;
    private const int LastNote = 10;
    private const int FirstFatal = 20;
    private const int TimedOut = -2;

    /// <summary>What is wrong where <see cref="IsInUse"/>.</summary>
    public const string InUse = "Another result of this connection is still being read: read it to its end, dispose it, or take a second connection";

    /// <summary>The end of a message where the server has said, in whatever language, that it undid the statement alone (3621).</summary>
    public const string StatementAlone = "The statement alone was undone.";

    /// <summary>Whether the provider refuses a second result.</summary>
    public static bool IsInUse(Exception error) => error is InvalidOperationException && error.Message.StartsWith("There is already an open DataReader", StringComparison.Ordinal);

    /// <param name="provider">The provider.</param>
    /// <param name="error">The provider's exception.</param>
    public static ErrorFacts Read(SqlClientProvider provider, Exception error)
    {
        var all = provider.Errors(error).Cast<object>().Select(e => (Number: provider.Number(e), Class: provider.Class(e), Message: provider.Message(e))).ToList();
        var told = all.Where(e => e.Number != Terminated && (e.Class > LastNote || e.Number != 0)).ToList();
        var (number, worst) = told.Count == 0 ? (0, (byte)0) : (told.FirstOrDefault(e => e.Class > LastNote, told[0]).Number, told.Max(e => e.Class));
        var end = all.Exists(e => e.Number == Terminated) ? "\n" + StatementAlone : "";
        var (full, bare) = told.Count == 0
            ? (error.Message, error.Message)
            : (string.Join('\n', told.Select(e => e.Message)), string.Join('\n', told.Select(e => WithoutValues(e.Number, e.Message))));
        var facts = new ErrorFacts(
            bare + end, number, ConnectionLost: worst >= FirstFatal, Canceled: number == TimedOut || number == 0 && error.Message.Contains("cancelled by user", StringComparison.Ordinal),
            ValuesMessage: full == bare ? null : full + end);
        return WithPlace(facts, number, full);
    }

    // A foreign key that a new row violates is told with the table that it refers to; one that a deleted row violates, with its own.
    private static ErrorFacts WithPlace(ErrorFacts facts, int number, string message) => number switch
    {
        2627 or 2601 when UniqueKey().Match(message) is { Success: true } m => facts with { Constraint = m.Groups["key"].Value, Table = Last(m.Groups["table"].Value) },
        547 when Conflict().Match(message) is { Success: true } m => m.Groups["kind"].Value is "FOREIGN KEY"
            ? facts with { Constraint = m.Groups["key"].Value }
            : facts with { Constraint = m.Groups["key"].Value, Table = Last(m.Groups["table"].Value), Columns = m.Groups["column"] is { Success: true } column ? [column.Value] : null },
        515 or 2628 when NamedColumn().Match(message) is { Success: true } m => facts with { Table = Last(m.Groups["table"].Value), Columns = [m.Groups["column"].Value] },
        _ => facts,
    };

    private static string WithoutValues(int number, string message) => number switch
    {
        2627 or 2601 or 2628 => Values().Replace(message, ""),
        245 or 8114 => Converted().Replace(message, "value"),
        _ => message,
    };

    // dbo.orders, shop.dbo.orders
    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];

    // Violation of UNIQUE KEY constraint 'uq'. Cannot insert duplicate key in object 'dbo.users'. (2627)
    // Cannot insert duplicate key row in object 'dbo.users' with unique index 'ix'. (2601)
    [GeneratedRegex(@"(?:constraint '(?<key>[^']*)'.*object '(?<table>[^']*)'|object '(?<table>[^']*)' with unique index '(?<key>[^']*)')")]
    private static partial Regex UniqueKey();

    // The INSERT statement conflicted with the CHECK constraint "positive". The conflict occurred in database "shop", table "dbo.orders", column 'total'.
    [GeneratedRegex("""with the (?<kind>[A-Z ]+) constraint "(?<key>[^"]*)".*?table "(?<table>[^"]*)"(?:, column '(?<column>[^']*)')?""")]
    private static partial Regex Conflict();

    // Cannot insert the value NULL into column 'name', table 'shop.dbo.users'; String or binary data would be truncated in table 'shop.dbo.users', column 'name'.
    [GeneratedRegex(@"(?:column '(?<column>[^']*)', table '(?<table>[^']*)'|table '(?<table>[^']*)', column '(?<column>[^']*)')")]
    private static partial Regex NamedColumn();

    // The duplicate key value is (1, ann).   Truncated value: 'ann'.
    [GeneratedRegex(@"\s*(?:The duplicate key value is \(|Truncated value: ').*$", RegexOptions.Singleline)]
    private static partial Regex Values();

    // Conversion failed when converting the nvarchar value 'ann' to data type int.
    [GeneratedRegex(@"value '.*'", RegexOptions.Singleline)]
    private static partial Regex Converted();
}
