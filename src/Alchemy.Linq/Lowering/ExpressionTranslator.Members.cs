using System.Linq.Expressions;

namespace Alchemy.Internals;

using BinaryExpression = System.Linq.Expressions.BinaryExpression;

/// <summary>Members of entities, of what queries make, and of values.</summary>
internal sealed partial class ExpressionTranslator
{
    private Shape Member(MemberExpression node)
    {
        if (node.Expression is null)
        {
            return ValueMembers.Static(node) is { } known ? known : throw context.Refuse(node, $"{node.Member.DeclaringType?.Name}.{node.Member.Name}", "the database does not know it; capture it in a variable first");
        }

        return Member(Translate(node.Expression), node);
    }

    private Shape Member(Shape target, MemberExpression node)
    {
        switch (target)
        {
            case EntityShape entity:
                return EntityMember(entity, node);
            case CompositeShape composite when composite.Member(node.Member) is { } part:
                return part is NestedShape nested ? nested.Collection : part;
            case GroupShape group when node.Member.Name == nameof(IGrouping<int, int>.Key):
                return group.Key;
            case FirstItemShape first:
                return FirstMember(first, node);
            case CollectionShape or QueryShape or JoinedGroupShape when node.Member.Name == "Count":
                return Aggregates.Count(QueryModelTranslator.Open(node.Expression!, "x", context, scope), node.Type);
            case ScalarShape scalar when ValueMembers.Translate(scalar, node, context.Dialect.Features) is { } value:
                return value;
            case ScalarShape { Element: var element } when node.Member.Name == "HasValue":
                return new ScalarShape(context.IsNullable(element) ? element.IsNotNull() : Constant.True, typeof(bool));
            case ClientShape client:
                throw context.Refuse(client.Node, node.Member.Name, "it is computed by the program, so the database cannot go on from it");
            default:
                throw context.Refuse(node, $"{node.Member.DeclaringType?.Name}.{node.Member.Name}", "the member has no SQL form; use a mapped member, or compute it in the final Select");
        }
    }

    private Shape EntityMember(EntityShape entity, MemberExpression node) => entity.Mapper.Attribute(node.Member.Name) switch
    {
        ScalarAttribute scalar => new ScalarShape(entity.Column(scalar), node.Type),
        ReferenceAttribute reference => entity.Reference(entity.Mapper.Relationship(reference.Name)),
        CollectionAttribute collection => Collection(entity, entity.Mapper.Relationship(collection.Name)),
        _ => throw context.Refuse(node, $"{entity.Mapper.ClrType.Name}.{node.Member.Name}", "the member is not mapped; use a mapped one, or compute it in the final Select"),
    };

    private static CollectionShape Collection(EntityShape entity, Relationship relationship) => new(relationship, [.. relationship.LocalColumns.Select(entity.Column)]);

    private Shape FirstMember(FirstItemShape first, MemberExpression node)
    {
        var part = first.Query.Expressions.Member(first.Item, node);
        if (part is CollectionShape collection)
        {
            return collection.Over(key => FirstValue(first, new ScalarShape(key, key.Type.ClrType), node), first.Query.Builder);
        }

        // A query's first item and a reference of it are one and the same SELECT: only the value differs.
        return part is ScalarShape or EntityShape or CompositeShape
            ? part is ScalarShape ? new ScalarShape(FirstValue(first, part, node), part.Type) : new FirstItemShape(first.Query, part, first.OrDefault, part.Type)
            : throw context.Refuse(node, node.Member.Name, "of a sub-query's first item only values and references can be read");
    }

    private ScalarSelect FirstValue(FirstItemShape first, Shape part, Expression node)
        => new(first.Query.Build([first.Query.Expressions.Value(part, node)]));

    private static ColumnElement FirstExists(FirstItemShape first) => new Exists(first.Query.Build([new TextClause("1", SqlTypes.Integer)]));
}
