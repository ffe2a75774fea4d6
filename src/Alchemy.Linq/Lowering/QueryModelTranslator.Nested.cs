using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Collections in a projection: the query again, joined to the collection, with the keys of its sources to tell whose item a row is.</summary>
internal sealed partial class QueryModelTranslator
{
    /// <summary>The columns that tell one row from another: the keys of the entities that the query is made of.</summary>
    public IReadOnlyList<ColumnElement> RowKey => [.. _sources.Values.OfType<EntityShape>().Distinct().SelectMany(e => e.Mapper.Key.Select(e.Column))];

    /// <summary>Joins the collection; gives the shape of its items. It keeps the order of the collection, or that of its keys.</summary>
    public Shape JoinNested(Expression source)
    {
        PushDownIf(!Builder.IsSimple);
        Builder.Unordered();
        var inner = Open(source, "x", Context, this);
        if (!inner.Builder.IsSimple)
        {
            throw Context.Refuse(source, "A collection in a projection", "it may be filtered, ordered and projected; Take, Skip, Distinct and GroupBy inside it are not supported yet");
        }

        var order = inner.Builder.Order.Count > 0 ? inner.Builder.Order : inner._sources.Values.Append(inner.Item).OfType<EntityShape>().Take(1).SelectMany(e => e.Mapper.Key.Select(k => Ordering(e.Column(k), false))).ToList();
        var item = Attach(inner, JoinKind.Inner, null, "x");
        Builder.OrderBy(order);
        return item;
    }
}
