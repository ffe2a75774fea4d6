using System.Text.RegularExpressions;

namespace Alchemy.Internals;

/// <summary>Reads the errors of Oracle: constraint, table and column stand in their messages only.</summary>
internal static partial class OracleErrors
{
    private const int InArray = 24381;

    /// <summary>A value's error among many rows is told behind one that says only that there are some.</summary>
    public static ErrorFacts Read(OracleProvider provider, Exception error)
    {
        var told = provider.Errors(error).Cast<object>().Select(e => (Number: provider.Number(e), Message: provider.Message(e).TrimEnd())).ToList();
        var (number, full) = told.FirstOrDefault(e => e.Number != InArray, told.FirstOrDefault((Number: 0, error.Message)));
        var bare = Details().Replace(full, "").TrimEnd();
        bare = number is 1722 ? Converted().Replace(bare, "") : bare;
        var facts = new ErrorFacts(bare, number, ValuesMessage: bare == full ? null : full);
        return number switch
        {
            1 or 2290 or 2291 or 2292 when Constraint().Match(full) is { Success: true } m => facts with
            {
                Constraint = m.Groups["name"].Value, Table = m.Groups["table"] is { Success: true } table ? table.Value : null,
                Columns = m.Groups["columns"] is { Success: true } columns ? columns.Value.Split(", ") : null,
            },
            1400 or 1407 or 12899 when Column().Match(full) is { Success: true } m => facts with { Table = m.Groups["table"].Value, Columns = [m.Groups["column"].Value] },
            _ => facts,
        };
    }

    // ORA-00001: unique constraint (SHOP.UQ_USERS) violated; from 23ai on: … violated on table SHOP.USERS columns (NAME, AGE)
    [GeneratedRegex(@"constraint \((?:[^.)]*\.)?(?<name>[^)]*)\) violated(?: on table (?:[^.\s]*\.)?(?<table>\S+) columns? \((?<columns>[^)]*)\))?")]
    private static partial Regex Constraint();

    // ORA-01400: cannot insert NULL into ("SHOP"."USERS"."NAME"); ORA-12899: value too large for column "SHOP"."USERS"."NAME" (actual: 11, maximum: 10)
    [GeneratedRegex("""
        "[^"]*"\."(?<table>[^"]*)"\."(?<column>[^"]*)"
        """)]
    private static partial Regex Column();

    // From 23ai on: ORA-03301: (ORA-00001 details) row with column values (NAME:'ann') already exists, and a link to a manual.
    [GeneratedRegex(@"\r?\n(?:ORA-03301:|https://).*", RegexOptions.Singleline)]
    private static partial Regex Details();

    // From 23ai on: ORA-01722: unable to convert string value containing 'a' to a number: NAME
    [GeneratedRegex(@" containing .* to a number", RegexOptions.Singleline)]
    private static partial Regex Converted();
}
