namespace Alchemy;

/// <summary><c>name(arguments)</c>, with the modifiers of an aggregate.</summary>
public sealed class FunctionCall : ColumnElement
{
    /// <summary>Creates a call.</summary>
    /// <param name="name">The function's name; a dialect may spell it differently.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="type">The type of the result.</param>
    /// <param name="nullable">False when the result is never NULL, as for <c>count</c>.</param>
    /// <param name="distinct">True for <c>name(DISTINCT …)</c>.</param>
    /// <param name="filter">The condition of <c>FILTER (WHERE …)</c>, or null.</param>
    public FunctionCall(string name, IReadOnlyList<ColumnElement> arguments, SqlType type, bool nullable = true, bool distinct = false, ColumnElement? filter = null)
    {
        (FunctionName, Type, IsNullable, IsDistinct, Filter) = (name, type, nullable, distinct, filter?.Node);
        Arguments = [.. arguments.Select(a => a.Node)];
    }

    /// <summary>The function's name.</summary>
    public string FunctionName { get; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<ColumnElement> Arguments { get; }

    /// <summary>True for <c>name(DISTINCT …)</c>.</summary>
    public bool IsDistinct { get; }

    /// <summary>The condition of FILTER, or null.</summary>
    public ColumnElement? Filter { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable { get; }

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitFunction(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
        => parts.Text(FunctionName).Nodes(Arguments).Type(Type).Number((IsNullable ? 1 : 0) + (IsDistinct ? 2 : 0)).Node(Filter);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var arguments = rewriter.Rewrite(Arguments);
        var filter = Filter is null ? null : rewriter.Rewrite(Filter);
        return ReferenceEquals(arguments, Arguments) && ReferenceEquals(filter, Filter)
            ? this
            : new FunctionCall(FunctionName, arguments, Type, IsNullable, IsDistinct, filter);
    }
}
