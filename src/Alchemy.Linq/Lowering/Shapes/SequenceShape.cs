using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;

namespace Alchemy.Internals;

/// <summary>The objects of a collection navigation.</summary>
/// <param name="relationship">The relationship.</param>
/// <param name="keys">The owner's values of the relationship's local columns.</param>
internal sealed class CollectionShape(Relationship relationship, IReadOnlyList<ColumnElement> keys) : Shape(relationship.Attribute.Type)
{
    public Relationship Relationship => relationship;

    public override IReadOnlyList<ColumnElement> Columns => keys;

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => new CollectionShape(relationship, [.. keys.Select(replace)]);
}

/// <summary>The rows that a group join found for an item.</summary>
internal sealed class JoinedGroupShape(JoinClause join, QueryModelTranslator outer, Type type) : Shape(type)
{
    public JoinClause Join => join;

    public QueryModelTranslator Outer => outer;

    public override IEnumerable<ColumnElement> Columns => [];

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => this;
}

/// <summary>A sub-query that gives a sequence.</summary>
internal sealed class QueryShape(QueryModel model, QueryModelTranslator outer, Type type) : Shape(type)
{
    public QueryModel Model => model;

    public QueryModelTranslator Outer => outer;

    public override IEnumerable<ColumnElement> Columns => [];

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => this;
}

/// <summary>A collection in a projection. If it is a result, a query of its own reads it; an operator after the projection goes on with the collection itself.</summary>
/// <param name="source">The collection or sub-query.</param>
/// <param name="collection">What it stands for.</param>
internal sealed class NestedShape(Expression source, Shape collection) : Shape(source.Type)
{
    public Expression Source => source;

    public Shape Collection => collection;

    public override IEnumerable<ColumnElement> Columns => collection.Columns;

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => new NestedShape(source, collection.Over(replace, owner));
}

/// <summary>The first item of a sub-query; each of its values is a scalar subquery of its own.</summary>
internal sealed class FirstItemShape(QueryModelTranslator query, Shape item, bool orDefault, Type type) : Shape(type)
{
    private List<ColumnElement>? _columns;

    public QueryModelTranslator Query => query;

    public Shape Item => item;

    public bool OrDefault => orDefault;

    /// <summary>Each value of the item as a scalar subquery.</summary>
    public override IReadOnlyList<ColumnElement> Columns => _columns ??= [.. item.Columns.Select(c => new ScalarSelect(query.Build([c])))];

    /// <summary>The item made of columns: outside of a subquery nothing of this query is in reach.</summary>
    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner)
    {
        var next = 0;
        var made = item.Over(_ => replace(Columns[next++]), owner);
        if (made is EntityShape entity)
        {
            entity.IsOptional = true;
        }
        else if (made is CompositeShape composite)
        {
            composite.MakeOptional(item.Columns.ToList().FindIndex(c => !query.Context.IsNullable(c)));
        }

        return made;
    }
}

/// <summary>Something that only the program can compute, of values that the database gives.</summary>
/// <param name="node">The expression; <see cref="ShapeExpression"/> stands for its parts.</param>
internal sealed class ClientShape(Expression node) : Shape(node.Type)
{
    public Expression Node => node;

    public override IEnumerable<ColumnElement> Columns => ShapeExpression.In(node).SelectMany(s => s.Columns);

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner)
        => new ClientShape(ShapeExpression.Replace(node, s => new ShapeExpression(s.Over(replace, owner))));
}
