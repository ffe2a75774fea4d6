namespace Alchemy;

/// <summary><c>name(arguments)</c></summary>
public sealed class FunctionCall : ColumnElement
{
    /// <summary>Creates a call.</summary>
    /// <param name="name">The function's name, with its schemas or packages before it: <c>pkg.name</c>. A dialect may spell a well-known one differently.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="type">The type of the result.</param>
    /// <param name="nullable">False when the result is never NULL, as for <c>count</c>.</param>
    /// <param name="distinct">True for <c>name(DISTINCT …)</c>.</param>
    public FunctionCall(string name, IReadOnlyList<ColumnElement> arguments, SqlType type, bool nullable = true, bool distinct = false)
    {
        (FunctionName, Type, IsNullable, IsDistinct) = (name, type, nullable, distinct);
        Arguments = [.. arguments.Select(a => a.Node)];
    }

    /// <summary>The function's name, with what comes before it.</summary>
    public string FunctionName { get; }

    /// <summary>The function's name alone.</summary>
    public string ShortName => FunctionName[(FunctionName.LastIndexOf('.') + 1)..];

    /// <inheritdoc/>
    protected internal override string LabelStem => ShortName;

    /// <summary>The arguments.</summary>
    public IReadOnlyList<ColumnElement> Arguments { get; }

    /// <summary>True for <c>name(DISTINCT …)</c>.</summary>
    public bool IsDistinct { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool IsNullable { get; }

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitFunction(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts)
        => parts.Text(FunctionName).Nodes(Arguments).Type(Type).Number((IsNullable ? 1 : 0) + (IsDistinct ? 2 : 0));

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var arguments = rewriter.Rewrite(Arguments);
        return ReferenceEquals(arguments, Arguments) ? this : new FunctionCall(FunctionName, arguments, Type, IsNullable, IsDistinct);
    }
}
