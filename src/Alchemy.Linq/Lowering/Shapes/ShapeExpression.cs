using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>A part of a client computation that the database gives.</summary>
internal sealed class ShapeExpression(Shape shape) : Expression
{
    public Shape Shape => shape;

    public override Type Type => shape.Type;

    public override ExpressionType NodeType => ExpressionType.Extension;

    public static IEnumerable<Shape> In(Expression node)
    {
        var found = new List<Shape>();
        Replace(node, s =>
        {
            found.Add(s);
            return new ShapeExpression(s);
        });
        return found;
    }

    public static Expression Replace(Expression node, Func<Shape, Expression> replace) => new Replacement(replace).Visit(node);

    protected override Expression VisitChildren(ExpressionVisitor visitor) => this;

    private sealed class Replacement(Func<Shape, Expression> replace) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is ShapeExpression part ? replace(part.Shape) : node;
    }
}
