using System.Linq.Expressions;
using Alchemy.Linq;
using Remotion.Linq.Clauses.Expressions;

namespace Alchemy.Internals;

/// <summary>Selectors: what the database can compute becomes columns, the rest is left to the program.</summary>
internal sealed partial class ExpressionTranslator
{
    public Shape Projection(Expression node)
    {
        switch (node)
        {
            case NewExpression creation when creation.Type != typeof(DateTime) && creation.Type != typeof(DateOnly):
                return new CompositeShape(creation, [.. creation.Arguments.Select(Projection)], []);
            case MemberInitExpression { NewExpression: var creation } init when init.Bindings.All(b => b is MemberAssignment):
                return new CompositeShape(creation, [.. creation.Arguments.Select(Projection)], [.. init.Bindings.Cast<MemberAssignment>().Select(b => (b.Member, Projection(b.Expression)))]);
        }

        if (node is MethodCallExpression { Object: null } call && call.Method.DeclaringType == typeof(Enumerable) && Parts(node) is { } copied)
        {
            // ToList and the like copy a nested collection in the program.
            return copied;
        }

        try
        {
            return Translate(node) switch
            {
                var collection and (CollectionShape or QueryShape or JoinedGroupShape) => new NestedShape(node, collection),
                GroupShape group => group.As(node),
                var shape => shape,
            };
        }
        catch (LinqTranslationException) when (Parts(node) is { } client)
        {
            return client;
        }
    }

    // The node itself has no SQL form: its children may have.
    private ClientShape? Parts(Expression node)
    {
        if (node is SubQueryExpression or QuerySourceReferenceExpression or SlotExpression)
        {
            return null;
        }

        var parts = new ClientParts(this);
        var client = parts.VisitRoot(node);
        return parts.Failed ? null : new ClientShape(client);
    }

    private sealed class ClientParts(ExpressionTranslator expressions) : ExpressionVisitor
    {
        private bool _inside;

        public bool Failed { get; private set; }

        public Expression VisitRoot(Expression node) => Visit(node)!;

        public override Expression? Visit(Expression? node)
        {
            if (node is null or ConstantExpression || Failed)
            {
                return node;
            }

            if (!_inside)
            {
                _inside = true;
                return base.Visit(node);
            }

            if (node is LambdaExpression)
            {
                // A lambda of the client's own: the rows are not its business.
                return node;
            }

            try
            {
                return new ShapeExpression(expressions.Projection(node));
            }
            catch (LinqTranslationException)
            {
                Failed = true;
                return node;
            }
        }
    }
}
