namespace Alchemy;

/// <summary>What <see cref="Alchemy.Select"/> and <see cref="CompoundSelect"/> share: a statement that returns rows and can be used inside another.</summary>
public abstract class SelectBase : ClauseElement
{
    /// <summary>The columns it returns, in order.</summary>
    public abstract IReadOnlyList<ColumnElement> Columns { get; }

    /// <summary><c>(SELECT …) AS name</c>, to select from; without a name the statement gives one.</summary>
    public Subquery Subquery(string? name = null) => new(this, name);

    /// <summary><c>WITH name AS (SELECT …)</c>, to select from; without a name the statement gives one.</summary>
    public CommonTableExpression Cte(string? name = null) => new(this, name);

    /// <summary>The SELECT as one value: <c>(SELECT …)</c>.</summary>
    /// <exception cref="InvalidStatementException">It does not have exactly one column.</exception>
    public ColumnExpression<T> Scalar<T>() => new ScalarSelect(this).Typed<T>();

    /// <summary><c>EXISTS (SELECT …)</c></summary>
    public ColumnExpression<bool> Exists() => new Exists(this).Typed<bool>();

    /// <summary><c>SELECT … UNION SELECT …</c></summary>
    public CompoundSelect Union(SelectBase other) => new(SetOperator.Union, [this, other]);

    /// <summary><c>SELECT … UNION ALL SELECT …</c></summary>
    public CompoundSelect UnionAll(SelectBase other) => new(SetOperator.UnionAll, [this, other]);

    /// <summary><c>SELECT … INTERSECT SELECT …</c></summary>
    public CompoundSelect Intersect(SelectBase other) => new(SetOperator.Intersect, [this, other]);

    /// <summary><c>SELECT … EXCEPT SELECT …</c></summary>
    public CompoundSelect Except(SelectBase other) => new(SetOperator.Except, [this, other]);
}
