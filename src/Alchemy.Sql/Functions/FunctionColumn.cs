namespace Alchemy;

/// <summary>A column of the row that a function returns: <c>(jsonb_each(a)).key</c>.</summary>
public sealed class FunctionColumn(ColumnElement function, string name, SqlType type) : ColumnElement
{
    /// <summary>The call.</summary>
    public ColumnElement Function { get; } = function.Node;

    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <inheritdoc/>
    public override SqlType Type { get; } = type;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitFunctionColumn(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Function).Text(Name).Type(Type);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var function = rewriter.Rewrite(Function);
        return ReferenceEquals(function, Function) ? this : new FunctionColumn(function, Name, Type);
    }
}
