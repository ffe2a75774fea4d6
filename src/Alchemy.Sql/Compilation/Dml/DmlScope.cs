namespace Alchemy.Internals;

/// <summary>Where in an INSERT, UPDATE, DELETE or MERGE the compiler is.</summary>
internal sealed class DmlScope(DmlStatement statement, bool isInner)
{
    /// <summary>The statement.</summary>
    public DmlStatement Statement { get; } = statement;

    /// <summary>True when the statement stands inside another: its parameters are numbered.</summary>
    public bool IsInner { get; } = isInner;

    /// <summary>The columns that are given a value.</summary>
    public IReadOnlyList<Column?> Columns { get; set; } = [];

    /// <summary>Their values, in the row that is being rendered.</summary>
    public IReadOnlyList<ColumnElement> Row { get; set; } = [];

    /// <summary>What stands for the changed table while OUTPUT is rendered: <c>inserted</c>; else null.</summary>
    public string? OutputName { get; set; }

    /// <summary>What stands for the row that could not be inserted: <c>excluded</c>; empty for <c>VALUES(column)</c>; null where there is none.</summary>
    public string? ExcludedName { get; set; }

    /// <summary>True where the database knows the changed table by its name without schema only.</summary>
    public bool WithoutSchema { get; set; }

    /// <summary>Whether a FROM is what the statement changes.</summary>
    public bool Changes(FromClause from) => ReferenceEquals(from, Statement.Target) || ReferenceEquals(from, Statement.Table);
}
