namespace Alchemy.Internals;

/// <summary>The name of a column that a SELECT returns, before numbers are given: equal names would be one in the statement.</summary>
/// <remarks>Numbers are given when the name is first written, so that they run in the order of the text.</remarks>
internal abstract record LabelName
{
    /// <summary>A name that is known: a column's own, or a label.</summary>
    internal sealed record Literal(string Text) : LabelName;

    /// <summary>The name of a FROM.</summary>
    internal sealed record OfFrom(FromClause From) : LabelName;

    /// <summary><c>left_right</c></summary>
    internal sealed record Joined(LabelName Left, LabelName Right) : LabelName;

    /// <summary><c>stem_1</c>: of what has no name, or a name that another column has.</summary>
    /// <param name="Stem">What the number comes after.</param>
    /// <param name="Column">What is named.</param>
    internal sealed record Numbered(LabelName Stem, ColumnElement Column) : LabelName;

    /// <summary><c>stem__1</c>: of a column that is there already.</summary>
    /// <param name="Stem">What the number comes after.</param>
    /// <param name="Column">What is named.</param>
    /// <param name="Index">Which repetition.</param>
    internal sealed record Repeated(LabelName Stem, ColumnElement Column, int Index) : LabelName;
}

/// <summary>A column of a SELECT list and its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsRequired">True when the name must be written, because the column's own would mean another.</param>
/// <param name="IsExact">True when the name is the user's, which is never cut.</param>
/// <param name="First">Its own place; of a column that is there already, the place of the first.</param>
internal readonly record struct OutputColumn(LabelName Name, bool IsRequired, bool IsExact, int First);
