namespace Alchemy;

/// <summary>What an INSERT does where a row is there already.</summary>
/// <remarks>Made by <see cref="Insert.OnConflict(ColumnElement[])"/>.</remarks>
public sealed record ConflictClause
{
    internal ConflictClause()
    {
    }

    /// <summary>The columns of the unique key that is looked at; empty for any.</summary>
    public IReadOnlyList<ColumnElement> Keys { get; internal init; } = [];

    /// <summary>The condition of the partial index that is looked at, or null.</summary>
    public ColumnElement? IndexWhere { get; internal init; }

    /// <summary>The name of the constraint that is looked at, or null.</summary>
    public string? ConstraintName { get; internal init; }

    /// <summary>Whether the name was made up by a naming convention, and is cut as in the constraint's definition.</summary>
    internal bool IsNameMadeUp { get; init; }

    /// <summary>What is set in the row that is there; empty to leave it.</summary>
    public IReadOnlyList<Assignment> Assignments { get; internal init; } = [];

    /// <summary>The conditions under which the row that is there is updated.</summary>
    public IReadOnlyList<ColumnElement> WhereClauses { get; internal init; } = [];

    /// <summary>True when it is about one key, false for any conflict.</summary>
    public bool HasTarget => Keys.Count > 0 || ConstraintName is not null;

    internal void Describe(PartList parts)
    {
        parts.Nodes(Keys).Node(IndexWhere).Text(ConstraintName).Number(IsNameMadeUp ? 1 : 0);
        Assignment.Describe(parts, Assignments);
        parts.Nodes(WhereClauses);
    }

    internal ConflictClause Rewrite(SqlRewriter rewriter)
    {
        var indexWhere = IndexWhere is null ? null : rewriter.Rewrite(IndexWhere);
        var (assignments, where) = (Assignment.Rewrite(rewriter, Assignments), rewriter.Rewrite(WhereClauses));
        return ReferenceEquals(indexWhere, IndexWhere) && ReferenceEquals(assignments, Assignments) && ReferenceEquals(where, WhereClauses)
            ? this
            : this with { IndexWhere = indexWhere, Assignments = assignments, WhereClauses = where };
    }

    /// <summary>Compared by identity: the lists in it have no value equality.</summary>
    public bool Equals(ConflictClause? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
