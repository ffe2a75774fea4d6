namespace Alchemy;

/// <summary>One <c>WHEN … THEN …</c> of a MERGE.</summary>
public sealed record MergeClause
{
    internal MergeClause(MergeMatch match, ColumnElement? condition, MergeAction action, IReadOnlyList<Assignment> assignments)
        => (Match, Condition, Action, Assignments) = (match, condition, action, assignments);

    /// <summary>Which rows it is about.</summary>
    public MergeMatch Match { get; }

    /// <summary>A further condition, or null.</summary>
    public ColumnElement? Condition { get; private init; }

    /// <summary>What is done.</summary>
    public MergeAction Action { get; }

    /// <summary>The columns that are set or inserted, and their values.</summary>
    public IReadOnlyList<Assignment> Assignments { get; private init; }

    internal void Describe(PartList parts)
    {
        parts.Number((int)Match).Node(Condition).Number((int)Action);
        Assignment.Describe(parts, Assignments);
    }

    internal MergeClause Rewrite(SqlRewriter rewriter)
    {
        var condition = Condition is null ? null : rewriter.Rewrite(Condition);
        var assignments = Assignment.Rewrite(rewriter, Assignments);
        return ReferenceEquals(condition, Condition) && ReferenceEquals(assignments, Assignments) ? this : this with { Condition = condition, Assignments = assignments };
    }

    internal static MergeClause Of(Merge merge, MergeMatch match, ColumnElement? condition, MergeAction action, (ColumnElement Column, object? Value)[] values)
    {
        var assignments = values.Select(v => new Assignment(v.Column.Node, v.Value is ColumnElement or SelectBase
            ? Coercion.Operand(v.Value, v.Column.Node)
            : new BindParameter(v.Column.Name ?? "param", v.Column.Type, v.Value, hasValue: true, unique: true))).ToList();
        return assignments.FirstOrDefault(a => a.Column is not { } column || !ReferenceEquals(column.Table, merge.Table)) is { Target: { } foreign }
            ? throw new InvalidStatementException($"A MERGE into '{merge.Table.Name}' sets columns of that table only, not {foreign.Name ?? foreign.GetType().Name}.")
            : new MergeClause(match, condition, action, assignments);
    }
}

/// <summary>Which rows a clause of a MERGE is about.</summary>
public enum MergeMatch
{
    /// <summary>Rows of the source that match one of the table.</summary>
    Matched,

    /// <summary>Rows of the source that match none of the table.</summary>
    NotMatched,

    /// <summary>Rows of the table that no row of the source matches.</summary>
    NotMatchedBySource,
}

/// <summary>What a clause of a MERGE does.</summary>
public enum MergeAction
{
    /// <summary>UPDATE</summary>
    Update,

    /// <summary>DELETE</summary>
    Delete,

    /// <summary>INSERT</summary>
    Insert,

    /// <summary>Nothing; later clauses do not see the row.</summary>
    Nothing,
}
