using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Collections in a projection: the query again, joined to the collection, with the keys of its sources to tell whose item a row is.</summary>
internal sealed partial class QueryModelTranslator
{
    /// <summary>The columns that tell one row from another: the keys of the entities and groups that the query is made of.</summary>
    public IReadOnlyList<ColumnElement> RowKey => [.. _sources.Values.Append(Item).Where(s => s is not EntityShape || _sources.ContainsValue(s)).Distinct().SelectMany(KeyOf)];

    /// <summary>Joins a collection; gives the shape of its items and the key of the row around them. It keeps the order of the collection, or that of its keys.</summary>
    /// <param name="source">The collection; null for the groups that are the query's items.</param>
    public (Shape Item, IReadOnlyList<ColumnElement> Key) JoinNested(Expression? source)
    {
        PushDownIf(!Builder.IsSimple);
        Builder.Unordered();
        var inner = source is null ? OpenItem() : Open(source, "x", Context, this, keepsSources: true);
        var key = RowKey;
        if (inner.Builder.Order.Count == 0 && !inner.Builder.IsDistinct && !inner.Builder.IsGrouped)
        {
            inner.Builder.OrderBy(inner._sources.Values.Append(inner.Item).OfType<EntityShape>().Take(1).SelectMany(e => e.Mapper.Key.Select(k => Ordering(e.Column(k), false))));
        }

        // What is not selected by a DISTINCT or a GROUP BY is out of reach behind it.
        var order = inner.Builder.Order.Where(o => !inner.Builder.IsDistinct || inner.Item.Columns.Contains(o.Element, ReferenceEqualityComparer.Instance)).ToList();
        var sources = inner.Builder.IsDistinct ? [] : inner._sources.ToList();
        Shape[] carried = [.. order.Select(o => new ScalarShape(o.Element, o.Element.Type.ClrType)), .. sources.Select(s => s.Value)];
        var item = Attach(inner, JoinKind.Inner, null, "x", source ?? Expression.Parameter(Item.Type, "group"), carried);
        Builder.OrderBy(order.Select((o, i) => new Ordering(((ScalarShape)carried[i]).Element, o.IsDescending, o.Nulls)));
        for (var i = 0; i < sources.Count; i++)
        {
            _sources[sources[i].Key] = carried[order.Count + i];
            Adopt(_sources[sources[i].Key], isOptional: false);
        }

        Item = item;
        return (item, key);
    }

    private QueryModelTranslator OpenItem()
    {
        var inner = new QueryModelTranslator(Context, this);
        var group = (GroupShape)Item;
        inner.Item = inner.OpenGroup(group.Source, group);
        return inner;
    }

    private static LiteralValue One => new(1, SqlTypes.Integer);

    // All rows are one group when the key is a captured value.
    private static IEnumerable<ColumnElement> KeyOf(Shape source) => source switch
    {
        EntityShape entity => entity.Mapper.Key.Select(entity.Column),
        GroupShape group => group.Key.Columns.DefaultIfEmpty(group.Element is null ? One : new FunctionCall("max", [One], SqlTypes.Integer, nullable: false)),
        _ => [],
    };
}
