using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace Alchemy.Internals;

using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>Puts arguments in place of a lambda's parameters. Parameter objects are unique by now, so nothing is captured by accident.</summary>
internal sealed class LambdaSubstitution : TreeVisitor
{
    private readonly ReadOnlyCollection<ParameterExpression> parameters;
    private readonly ReadOnlyCollection<Expression> arguments;

    private LambdaSubstitution(ReadOnlyCollection<ParameterExpression> parameters, ReadOnlyCollection<Expression> arguments)
    {
        this.parameters = parameters;
        this.arguments = arguments;
    }

    /// <summary>The lambda behind a lambda, a quoted lambda, or lambda.Compile(); null for anything else.</summary>
    public static LambdaExpression? TargetLambda(Expression target) => target switch
    {
        LambdaExpression lambda => lambda,
        UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression lambda } => lambda,
        MethodCallExpression call => CompiledLambda(call),
        _ => null,
    };

    public static LambdaExpression? CompiledLambda(MethodCallExpression call) =>
        call is { Method.Name: nameof(LambdaExpression.Compile), Object: UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression lambda } }
            ? lambda
            : null;

    public static Expression Apply(LambdaExpression lambda, ReadOnlyCollection<Expression> arguments) =>
        new LambdaSubstitution(lambda.Parameters, arguments).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node)
    {
        var i = parameters.IndexOf(node);
        if (i < 0)
        {
            return node;
        }

        return arguments[i].Type == node.Type ? arguments[i] : Expression.Convert(arguments[i], node.Type);
    }
}
