namespace Alchemy;

/// <summary>An array made of expressions: <c>ARRAY[a, b]</c>.</summary>
public sealed class ArrayExpression(IReadOnlyList<ColumnElement> items, ArrayType type) : ColumnElement
{
    /// <summary>The elements, in order.</summary>
    public IReadOnlyList<ColumnElement> Items { get; } = [.. items.Select(i => i.Node)];

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    // An element of it needs parentheses: (ARRAY[a, b])[1].
    internal override SqlOperator? TopOperator => SqlOperator.Custom;

    internal override CustomOperator? TopCustom => Bracket;

    private static CustomOperator Bracket { get; } = new("ARRAY") { Precedence = 14 };

    /// <inheritdoc/>
    public override bool IsNullable => false;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitArray(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Nodes(Items).Type(Type);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var items = rewriter.Rewrite(Items);
        return ReferenceEquals(items, Items) ? this : new ArrayExpression(items, (ArrayType)Type);
    }
}
