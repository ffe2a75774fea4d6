using System.Collections.Frozen;

namespace Alchemy;

/// <summary>A value with notes of the program's own, which its SQL does not show: that a column is foreign, where an expression came from. Made by <see cref="Annotations.Annotate"/>.</summary>
public sealed class Annotated : ColumnElement
{
    internal Annotated(ColumnElement element, FrozenDictionary<string, object> annotations) => (Element, Annotations) = (element, annotations);

    /// <summary>The value.</summary>
    public ColumnElement Element { get; }

    /// <summary>The notes.</summary>
    public IReadOnlyDictionary<string, object> Annotations { get; }

    /// <inheritdoc/>
    public override SqlType Type => Element.Type;

    /// <inheritdoc/>
    public override bool IsNullable => Element.IsNullable;

    /// <inheritdoc/>
    public override string? Name => Element.Name;

    /// <inheritdoc/>
    protected internal override string LabelStem => Element.LabelStem;

    internal override SqlOperator? TopOperator => Element.TopOperator;

    internal override CustomOperator? TopCustom => Element.TopCustom;

    /// <inheritdoc/>
    protected internal override void Accept(SqlVisitor visitor) => visitor.VisitAnnotated(this);

    /// <inheritdoc/>
    protected internal override void Describe(PartList parts) => parts.Node(Element);

    /// <inheritdoc/>
    protected internal override ClauseElement RewriteChildren(SqlRewriter rewriter)
    {
        var element = rewriter.Rewrite(Element);
        return ReferenceEquals(element, Element) ? this : new Annotated(element, (FrozenDictionary<string, object>)Annotations);
    }
}

/// <summary>Notes on the parts of a statement.</summary>
/// <example><code>
/// var condition = orders.CustomerId.Annotate("foreign", true).AsUntyped() == customers.Id;
/// var foreign = Visitors.Iterate(condition).Where(node => node.Annotation("foreign") is true);
/// </code></example>
public static class Annotations
{
    /// <summary>The same value with a note, in addition to those that it has; the SQL is the same.</summary>
    /// <param name="element">The value.</param>
    /// <param name="name">The note's name; one of that name is replaced.</param>
    /// <param name="value">The note.</param>
    public static Annotated Annotate(this ColumnElement element, string name, object value)
    {
        var known = element.Node as Annotated;
        var notes = new Dictionary<string, object>(known?.Annotations ?? FrozenDictionary<string, object>.Empty) { [name] = value };
        return new Annotated(known?.Element ?? element.Node, notes.ToFrozenDictionary());
    }

    /// <summary>A note of the node, or null.</summary>
    public static object? Annotation(this ClauseElement node, string name)
        => (node is ColumnElement column ? column.Node : node) is Annotated annotated ? annotated.Annotations.GetValueOrDefault(name) : null;

    /// <summary>The same statement or expression without any notes.</summary>
    public static T Deannotate<T>(this T element) where T : ClauseElement
        => Visitors.ReplacementTraverse<ClauseElement>(element, node => node is Annotated annotated ? annotated.Element.Deannotate() : null) is var plain && plain is T same ? same
            : element is ColumnElement handle && plain is ColumnElement inner && handle.Around(inner) is T around ? around
            : throw new InvalidStatementException($"Without its notes a {element.GetType().Name} is a {plain.GetType().Name}: ask for a ColumnElement.");
}
