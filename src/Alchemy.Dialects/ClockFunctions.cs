namespace Alchemy;

/// <summary>What LINQ computes with times and halves, which a dialect has to spell: no database has these functions.</summary>
internal static class ClockFunctions
{
    /// <summary>Whether the call is one of them; a program's own function has another number of arguments, or a schema.</summary>
    public static bool IsOne(FunctionCall node) => (node.FunctionName, node.Arguments.Count) is ("date_add" or "make_date", 3) or ("make_timestamp", 6) or ("ticks" or "day_number", 1) or ("round_even", 2);
}
