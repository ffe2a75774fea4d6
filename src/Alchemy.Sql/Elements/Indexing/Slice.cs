namespace Alchemy;

/// <summary>A range of places in an array: <c>start:stop</c>, both ends included.</summary>
public sealed class Slice(ColumnElement start, ColumnElement stop) : ColumnElement
{
    /// <summary>The first place.</summary>
    public ColumnElement Start { get; } = start.Node;

    /// <summary>The last place.</summary>
    public ColumnElement Stop { get; } = stop.Node;

    /// <inheritdoc/>
    public override SqlType Type => SqlTypes.Null;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitSlice(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Start).Node(Stop);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (start, stop) = (rewriter.Rewrite(Start), rewriter.Rewrite(Stop));
        return ReferenceEquals(start, Start) && ReferenceEquals(stop, Stop) ? this : new Slice(start, stop);
    }
}
