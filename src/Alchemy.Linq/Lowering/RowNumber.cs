namespace Alchemy.Internals;

/// <summary><c>row_number() OVER (PARTITION BY … ORDER BY …)</c>: the place of a row among those of equal keys, from 1.</summary>
internal static class RowNumber
{
    /// <param name="partition">The keys.</param>
    /// <param name="order">The order; none for any.</param>
    public static Over Over(IReadOnlyList<ColumnElement> partition, IReadOnlyList<ColumnElement> order)
        => new(new FunctionCall("row_number", [], SqlTypes.BigInteger, nullable: false), Window.Everything.PartitionBy([.. partition]).OrderBy([.. order]));
}
