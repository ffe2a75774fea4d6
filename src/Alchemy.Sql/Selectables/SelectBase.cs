namespace Alchemy;

/// <summary>What <see cref="Alchemy.Select"/> and <see cref="CompoundSelect"/> share: a statement that returns rows and can be used inside another.</summary>
public abstract class SelectBase : ClauseElement
{
    /// <summary>The columns it returns, in order.</summary>
    public abstract IReadOnlyList<ColumnElement> Columns { get; }

    /// <summary>True when its order or number of rows is said: as part of a UNION it needs parentheses.</summary>
    internal abstract bool HasOrderOrLimit { get; }

    internal virtual bool HasCtes => false;

    /// <summary><c>(SELECT …) AS name</c>, to select from; without a name the statement gives one.</summary>
    public Subquery Subquery(string? name = null) => new(this, name);

    /// <summary><c>(SELECT …) AS name</c>, with or without quotes as the name says itself.</summary>
    public Subquery Subquery(QuotedName name) => new(this, name.Text) { Quote = name.Quote };

    /// <summary><c>LATERAL (SELECT …) AS name</c>, to select from: it may use the columns of the FROMs before it. <c>APPLY</c> on SQL Server.</summary>
    public Subquery Lateral(string? name = null) => new(this, name, lateral: true);

    /// <summary><c>WITH name AS (SELECT …)</c>, to select from; without a name the statement gives one.</summary>
    /// <param name="name">The name, or null.</param>
    /// <param name="recursive">True when it will use itself, by <see cref="CommonTableExpression.UnionAll"/> or <see cref="CommonTableExpression.Union"/>.</param>
    /// <param name="nesting">True to put it in front of the SELECT that uses it, also when that is nested in another.</param>
    public CommonTableExpression Cte(string? name = null, bool recursive = false, bool nesting = false) => new(this, name, recursive, nesting);

    /// <summary><c>WITH name AS (SELECT …)</c>, with or without quotes as the name says itself.</summary>
    public CommonTableExpression Cte(QuotedName name, bool recursive = false, bool nesting = false) => new(this, name.Text, recursive, nesting) { Quote = name.Quote };

    /// <summary><c>CREATE TABLE name AS SELECT …</c>, or <c>SELECT … INTO name</c> where the database says it so; its <see cref="TableOfSelect.Table"/> is to select from.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="metadata">Where the table belongs; null for a MetaData of its own.</param>
    /// <param name="schema">The schema; null for that of the MetaData.</param>
    /// <param name="temporary">True for a table of this connection only.</param>
    /// <param name="ifNotExists">True to leave a table that is there.</param>
    public CreateTableAs Into(string name, MetaData? metadata = null, string? schema = null, bool temporary = false, bool ifNotExists = false) => new(this, name, metadata, schema, temporary, ifNotExists);

    /// <summary>The SELECT as one value: <c>(SELECT …)</c>.</summary>
    /// <exception cref="InvalidStatementException">It does not have exactly one column.</exception>
    public ColumnExpression<T> Scalar<T>() => new ScalarSelect(this).Typed<T>();

    /// <summary>The SELECT as one value whose type the program does not say: <c>(SELECT …)</c>.</summary>
    /// <exception cref="InvalidStatementException">It does not have exactly one column.</exception>
    public UntypedColumn ScalarSubquery() => new(new ScalarSelect(this));

    /// <summary><c>EXISTS (SELECT …)</c></summary>
    public ColumnExpression<bool> Exists() => new Exists(this).Typed<bool>();

    /// <summary>Puts common table expressions in front of the statement, whether or not it uses them.</summary>
    public SelectBase AddCte(params CommonTableExpression[] ctes) => WithCtes(ctes.Select(c => new AddedCte(c, false)));

    /// <summary>Puts common table expressions in front of this very SELECT, also where it is nested in another statement.</summary>
    public SelectBase AddCteHere(params CommonTableExpression[] ctes) => WithCtes(ctes.Select(c => new AddedCte(c, true)));

    /// <summary><c>SELECT … UNION SELECT …</c></summary>
    public CompoundSelect Union(params SelectBase[] others) => new(SetOperator.Union, [this, .. others]);

    /// <summary><c>SELECT … UNION ALL SELECT …</c></summary>
    public CompoundSelect UnionAll(params SelectBase[] others) => new(SetOperator.UnionAll, [this, .. others]);

    /// <summary><c>SELECT … INTERSECT SELECT …</c></summary>
    public CompoundSelect Intersect(params SelectBase[] others) => new(SetOperator.Intersect, [this, .. others]);

    /// <summary><c>SELECT … INTERSECT ALL SELECT …</c></summary>
    public CompoundSelect IntersectAll(params SelectBase[] others) => new(SetOperator.IntersectAll, [this, .. others]);

    /// <summary><c>SELECT … EXCEPT SELECT …</c></summary>
    public CompoundSelect Except(params SelectBase[] others) => new(SetOperator.Except, [this, .. others]);

    /// <summary><c>SELECT … EXCEPT ALL SELECT …</c></summary>
    public CompoundSelect ExceptAll(params SelectBase[] others) => new(SetOperator.ExceptAll, [this, .. others]);

    private protected abstract SelectBase WithCtes(IEnumerable<AddedCte> ctes);
}
