using System.Linq.Expressions;
using Remotion.Linq;
using Remotion.Linq.Clauses;

namespace Alchemy.Internals;

/// <summary>The objects of a collection navigation.</summary>
internal sealed class CollectionShape(EntityShape owner, Relationship relationship) : Shape(relationship.Attribute.Type)
{
    public EntityShape Owner => owner;

    public Relationship Relationship => relationship;

    public override IEnumerable<ColumnElement> Columns => relationship.LocalColumns.Select(owner.Column);

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder builder) => this;
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

/// <summary>A collection in a projection: a query of its own reads it.</summary>
/// <param name="source">The collection or sub-query.</param>
/// <param name="type">The type of the expression.</param>
internal sealed class NestedShape(Expression source, Type type) : Shape(type)
{
    public Expression Source => source;

    public override IEnumerable<ColumnElement> Columns => [];

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => this;
}

/// <summary>The first item of a sub-query; each of its values is a scalar subquery of its own.</summary>
internal sealed class FirstItemShape(QueryModelTranslator query, Shape item, bool orDefault, Type type) : Shape(type)
{
    public QueryModelTranslator Query => query;

    public Shape Item => item;

    public bool OrDefault => orDefault;

    public override IEnumerable<ColumnElement> Columns => [];

    public override Shape Over(Func<ColumnElement, ColumnElement> replace, SelectBuilder owner) => this;
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
