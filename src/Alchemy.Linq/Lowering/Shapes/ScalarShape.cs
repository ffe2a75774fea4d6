namespace Alchemy.Internals;

/// <summary>One value.</summary>
internal sealed class ScalarShape(ColumnElement element, Type type) : Shape(type)
{
    public ColumnElement Element { get; } = element.Node;

    public override IEnumerable<ColumnElement> Columns => [Element];

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => new ScalarShape(replace(Element), Type);
}
