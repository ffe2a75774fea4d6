namespace Alchemy;

/// <summary>An element of an array, a document or a map: <c>a[b]</c>, <c>a -&gt; b</c>, <c>JSON_EXTRACT(a, b)</c>.</summary>
public sealed class ElementAccess : ColumnElement
{
    /// <summary>Creates the expression.</summary>
    /// <param name="kind">What is indexed, and how.</param>
    /// <param name="target">The array, document or map.</param>
    /// <param name="index">The place: a number, a name, a path, or a <see cref="Slice"/>.</param>
    /// <param name="type">The type of the element.</param>
    public ElementAccess(IndexKind kind, ColumnElement target, ColumnElement index, SqlType type)
    {
        (Kind, Type) = (kind, type);
        (Target, Index) = (Grouping.IfNeeded(target.Node, SqlOperator.Index), Grouping.IfNeeded(index.Node, SqlOperator.Index));
    }

    /// <summary>What is indexed, and how.</summary>
    public IndexKind Kind { get; }

    /// <summary>The array, document or map.</summary>
    public ColumnElement Target { get; }

    /// <summary>The place.</summary>
    public ColumnElement Index { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    internal override SqlOperator? TopOperator => SqlOperator.Index;

    /// <summary>The same element read as another type.</summary>
    public ElementAccess As(SqlType type, IndexKind? kind = null) => new(kind ?? Kind, Target, Index, type);

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitIndex(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Number((int)Kind).Node(Target).Node(Index).Type(Type);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var (target, index) = (rewriter.Rewrite(Target), rewriter.Rewrite(Index));
        return ReferenceEquals(target, Target) && ReferenceEquals(index, Index) ? this : new ElementAccess(Kind, target, index, Type);
    }
}

/// <summary>What is indexed, and how.</summary>
public enum IndexKind
{
    /// <summary>An array by place: <c>a[1]</c>.</summary>
    Array,

    /// <summary>A document by name or place.</summary>
    Json,

    /// <summary>A document by a path of names and places.</summary>
    JsonPath,

    /// <summary>PostgreSQL: a document by name or place, as text: <c>a -&gt;&gt; b</c>.</summary>
    JsonText,

    /// <summary>PostgreSQL: a document by a path, as text: <c>a #&gt;&gt; b</c>.</summary>
    JsonPathText,

    /// <summary>PostgreSQL: a map of text by name.</summary>
    HStore,
}
