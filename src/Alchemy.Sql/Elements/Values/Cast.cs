namespace Alchemy;

/// <summary><c>CAST(operand AS type)</c></summary>
/// <param name="operand">The value converted.</param>
/// <param name="type">The type it becomes.</param>
/// <param name="isTry">True for <c>TRY_CAST</c>, which gives NULL for what cannot be converted.</param>
public sealed class Cast(ColumnElement operand, SqlType type, bool isTry = false) : ColumnElement
{
    /// <summary>The value converted.</summary>
    public ColumnElement Operand { get; } = operand.Node;

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    /// <summary>True when what cannot be converted gives NULL in place of an error.</summary>
    public bool IsTry { get; } = isTry;

    /// <inheritdoc/>
    public override bool IsNullable => IsTry || Operand.IsNullable;

    /// <summary>A converted column keeps its name.</summary>
    public override string? Name => Operand.Name;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitCast(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Operand).Type(Type).Number(IsTry ? 1 : 0);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var operand = rewriter.Rewrite(Operand);
        return ReferenceEquals(operand, Operand) ? this : new Cast(operand, Type, IsTry);
    }
}
