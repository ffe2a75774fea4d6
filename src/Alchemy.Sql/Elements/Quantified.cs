namespace Alchemy;

/// <summary><c>ANY (operand)</c> or <c>ALL (operand)</c>: stands at the right of a comparison, which holds for one or for all of the elements.</summary>
public sealed class Quantified : ColumnElement
{
    /// <summary>Creates the list.</summary>
    /// <param name="operand">An array, or a subquery as a <see cref="ScalarSelect"/>.</param>
    /// <param name="all">True for ALL, false for ANY.</param>
    public Quantified(ColumnElement operand, bool all) => (Operand, IsAll) = (operand.Node, all);

    /// <summary>The array or the subquery.</summary>
    public ColumnElement Operand { get; }

    /// <summary>True for ALL.</summary>
    public bool IsAll { get; }

    /// <summary>The type of one element.</summary>
    public override SqlType Type => Operand.Type is ArrayType array ? array.Item : Operand.Type;

    internal override SqlOperator? TopOperator => SqlOperator.Quantifier;

    /// <summary>What stands at the other side of the comparison; a value becomes a parameter with the type of an element.</summary>
    internal ColumnElement Opposite(object? other) => other is ColumnElement { Node: Quantified }
        ? throw new InvalidStatementException("ANY and ALL are compared with one value: both sides are lists.")
        : Coercion.Operand(other, Type);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitQuantified(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Operand).Number(IsAll ? 1 : 0);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        return ReferenceEquals(operand, Operand) ? this : new Quantified(operand, IsAll);
    }
}
