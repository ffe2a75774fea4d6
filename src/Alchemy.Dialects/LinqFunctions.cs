namespace Alchemy;

/// <summary>Functions that no database has: LINQ makes them of times and of rounding, and a dialect spells them or refuses them by name.</summary>
internal static class LinqFunctions
{
    /// <summary>Whether the call is one of them; a program's own function has another number of arguments, or a schema.</summary>
    public static bool IsOne(FunctionCall node) => (node.FunctionName, node.Arguments.Count) is ("date_add" or "make_date", 3) or ("make_timestamp", 6) or ("ticks" or "day_number", 1) or ("round_even", 2);
}
