namespace Alchemy;

/// <summary><c>operand COLLATE name</c></summary>
public sealed class Collation(ColumnElement operand, string collation, string? schema = null) : ColumnElement
{
    /// <summary>The text compared by the collation.</summary>
    public ColumnElement Operand { get; } = Grouping.IfNeeded(operand.Node, SqlOperator.Collate);

    /// <summary>The collation's name.</summary>
    public string CollationName { get; } = collation;

    /// <summary>The collation's schema, or null.</summary>
    public string? Schema { get; } = schema;

    /// <inheritdoc/>
    public override SqlType Type => Operand.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Operand.IsNullable;

    internal override SqlOperator? TopOperator => SqlOperator.Collate;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitCollation(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Operand).Text(CollationName).Text(Schema);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        return ReferenceEquals(operand, Operand) ? this : new Collation(operand, CollationName, Schema);
    }
}
