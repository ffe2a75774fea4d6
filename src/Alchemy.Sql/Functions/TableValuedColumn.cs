namespace Alchemy;

/// <summary>A FROM used as a value, by its name: the row of a table, or the one value of a function's row.</summary>
public sealed class TableValuedColumn(FromClause from, SqlType type) : ColumnElement
{
    /// <summary>The FROM.</summary>
    public FromClause From { get; } = from;

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    /// <inheritdoc/>
    public override string? Name => From.Name;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitTableValuedColumn(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.From(From).Type(Type);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var from = rewriter.Rewrite(From);
        return ReferenceEquals(from, From) ? this : new TableValuedColumn(from, Type);
    }
}
