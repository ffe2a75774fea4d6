namespace Alchemy;

/// <summary><c>EXISTS (subquery)</c></summary>
public sealed class Exists(SelectBase subquery) : ColumnElement
{
    /// <summary>The subquery.</summary>
    public SelectBase Subquery { get; } = subquery;

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
