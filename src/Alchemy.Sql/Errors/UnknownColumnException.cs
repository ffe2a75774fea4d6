namespace Alchemy;

/// <summary>A column was asked for by a name that its table, alias or subquery does not have.</summary>
public sealed class UnknownColumnException : AlchemyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="column">The name that was asked for.</param>
    /// <param name="from">What was asked: a table's or alias' name.</param>
    /// <param name="known">The names it has.</param>
    public UnknownColumnException(string column, string from, IEnumerable<string> known)
        : base(ErrorCodes.UnknownColumn, $"There is no column '{column}' in {from}: it has {List(known)}. Correct the name, or add the column to its Table.")
        => (Column, From) = (column, from);

    /// <summary>The name that was asked for.</summary>
    public string Column { get; }

    /// <summary>The table, alias or subquery that was asked.</summary>
    public string From { get; }

    private static string List(IEnumerable<string> known)
    {
        var names = known.Take(12).ToList();
        return names.Count == 0 ? "no columns" : string.Join(", ", names.Select(n => $"'{n}'"));
    }
}
