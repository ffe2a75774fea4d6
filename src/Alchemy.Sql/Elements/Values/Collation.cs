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

    /// <summary>The operand's type, with the collation: what is compared with it is of that type.</summary>
    public override SqlType Type => Collated(Operand.Type);

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

    private SqlType Collated(SqlType type) => type switch
    {
        StringType text => text with { Collation = CollationName, CollationSchema = Schema },
        TextType text => text with { Collation = CollationName, CollationSchema = Schema },
        CharType text => text with { Collation = CollationName, CollationSchema = Schema },
        UnicodeType text => text with { Text = Collated(text.Text) },
        DecoratedType decorated => decorated with { Impl = Collated(decorated.Impl) },
        _ => type,
    };
}
