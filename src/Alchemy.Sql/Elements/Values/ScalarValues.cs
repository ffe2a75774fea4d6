namespace Alchemy;

/// <summary>Rows of values used as a value: <c>(VALUES (1), (42))</c>.</summary>
public sealed class ScalarValues : ColumnElement
{
    /// <summary>Creates the value.</summary>
    /// <exception cref="InvalidStatementException">There is no row.</exception>
    public ScalarValues(IReadOnlyList<TupleExpression> rows, SqlType type)
        => (Rows, Type) = (rows.Count > 0 ? rows : throw new InvalidStatementException("VALUES needs at least one row."), type);

    /// <summary>The rows.</summary>
    public IReadOnlyList<TupleExpression> Rows { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitScalarValues(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Nodes(Rows).Type(Type);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var rows = rewriter.Rewrite(Rows);
        return ReferenceEquals(rows, Rows) ? this : new ScalarValues(rows, Type);
    }
}
