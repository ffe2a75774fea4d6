namespace Alchemy;

/// <summary><c>EXISTS (subquery)</c></summary>
public sealed class Exists(SelectBase subquery) : ColumnElement
{
    /// <summary>The subquery.</summary>
    public SelectBase Subquery { get; } = subquery;

    /// <summary>The same with a condition more inside.</summary>
    /// <exception cref="InvalidStatementException">The subquery is a UNION or text.</exception>
    public Exists Where(ColumnElement condition) => With(s => s.Where(condition));

    /// <summary>The same over a FROM more inside.</summary>
    /// <exception cref="InvalidStatementException">The subquery is a UNION or text.</exception>
    public Exists SelectFrom(FromClause from) => With(s => s.SelectFrom(from));

    /// <summary>The same, which takes these FROMs from the SELECT around it.</summary>
    /// <exception cref="InvalidStatementException">The subquery is a UNION or text.</exception>
    public Exists Correlate(params FromClause[] froms) => With(s => s.Correlate(froms));

    /// <summary>The same, which takes every FROM but these from the SELECT around it.</summary>
    /// <exception cref="InvalidStatementException">The subquery is a UNION or text.</exception>
    public Exists CorrelateExcept(params FromClause[] froms) => With(s => s.CorrelateExcept(froms));

    /// <summary><c>SELECT EXISTS (subquery)</c></summary>
    public Select Select() => Sql.Select(this);

    private Exists With(Func<Select, Select> change) => Subquery is Select select
        ? new(change(select))
        : throw new InvalidStatementException($"The subquery of the EXISTS is a {Subquery.GetType().Name}: change that before the EXISTS is made of it.");

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Boolean;

    /// <inheritdoc/>
    public override bool IsNullable => false;

    internal override SqlOperator? TopOperator => SqlOperator.Exists;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitExists(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Subquery);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var subquery = rewriter.Rewrite(Subquery);
        return ReferenceEquals(subquery, Subquery) ? this : new Exists(subquery);
    }
}
