namespace Alchemy;

/// <summary>Which rows of its result a statement returns.</summary>
/// <param name="Limit">The most rows, said by LIMIT; or null.</param>
/// <param name="Offset">The rows to leave out first, or null.</param>
/// <param name="Fetch">The most rows, said by FETCH; or null.</param>
/// <param name="IsPercent">True when <paramref name="Fetch"/> is a share of the rows.</param>
/// <param name="WithTies">True when rows equal to the last are returned too.</param>
public readonly record struct RowLimit(ColumnElement? Limit, ColumnElement? Offset, ColumnElement? Fetch, bool IsPercent, bool WithTies)
{
    /// <summary>The most rows, however it was said; or null.</summary>
    public ColumnElement? Most => Fetch ?? Limit;

    /// <summary>True when every row is returned.</summary>
    public bool IsEmpty => Most is null && Offset is null;

    /// <summary>True when the number of rows is a share, or open to rows equal to the last.</summary>
    public bool IsSpecial => IsPercent || WithTies;

    /// <summary>True when the database may return rows that are nearly the first.</summary>
    public bool IsApproximate { get; init; }

    internal static RowLimit Of(Select select) => new(select.LimitClause, select.OffsetClause, select.FetchClause, select.Extras.IsPercent, select.Extras.WithTies) { IsApproximate = select.Extras.IsApproximate };

    internal static RowLimit Of(CompoundSelect select) => new(select.LimitClause, select.OffsetClause, select.FetchClause, select.Extras.IsPercent, select.Extras.WithTies) { IsApproximate = select.Extras.IsApproximate };
}
