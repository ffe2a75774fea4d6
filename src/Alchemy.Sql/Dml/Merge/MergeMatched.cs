namespace Alchemy;

/// <summary>A MERGE that says which rows of the table it is about, and has yet to say what it does with them.</summary>
public sealed class MergeMatched
{
    private readonly Merge _merge;
    private readonly MergeMatch _match;
    private readonly ColumnElement? _condition;

    internal MergeMatched(Merge merge, MergeMatch match, ColumnElement? condition) => (_merge, _match, _condition) = (merge, match, condition);

    /// <summary><c>THEN UPDATE SET column = value</c></summary>
    /// <exception cref="InvalidStatementException">Nothing is set, or a column is not the table's.</exception>
    public Merge ThenUpdate(params (ColumnElement Column, object? Value)[] values) => values.Length == 0
        ? throw new InvalidStatementException("ThenUpdate() sets nothing: name at least one column.")
        : _merge.With(MergeClause.Of(_merge, _match, _condition, MergeAction.Update, values));

    /// <summary><c>THEN DELETE</c></summary>
    public Merge ThenDelete() => _merge.With(MergeClause.Of(_merge, _match, _condition, MergeAction.Delete, []));

    /// <summary><c>THEN DO NOTHING</c>: later clauses do not see the row.</summary>
    public Merge ThenDoNothing() => _merge.With(MergeClause.Of(_merge, _match, _condition, MergeAction.Nothing, []));
}

/// <summary>A MERGE about rows that are not in the table, that has yet to say what it does with them.</summary>
public sealed class MergeNotMatched
{
    private readonly Merge _merge;
    private readonly ColumnElement? _condition;

    internal MergeNotMatched(Merge merge, ColumnElement? condition) => (_merge, _condition) = (merge, condition);

    /// <summary><c>THEN INSERT (columns) VALUES (values)</c></summary>
    /// <exception cref="InvalidStatementException">Nothing is given, or a column is not the table's.</exception>
    public Merge ThenInsert(params (ColumnElement Column, object? Value)[] values) => values.Length == 0
        ? throw new InvalidStatementException("ThenInsert() gives nothing: name at least one column.")
        : _merge.With(MergeClause.Of(_merge, MergeMatch.NotMatched, _condition, MergeAction.Insert, values));

    /// <summary><c>THEN DO NOTHING</c>: later clauses do not see the row.</summary>
    public Merge ThenDoNothing() => _merge.With(MergeClause.Of(_merge, MergeMatch.NotMatched, _condition, MergeAction.Nothing, []));
}
