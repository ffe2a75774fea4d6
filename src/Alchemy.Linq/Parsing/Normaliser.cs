using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>Rewrites what has an exact older equivalent: C# 14 span calls, newer operators, lambdas invoked in place.</summary>
internal sealed class Normaliser : TreeVisitor
{
    private Normaliser()
    {
    }

    public static Expression Normalise(Expression tree) => new Normaliser().Visit(tree);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(MemoryExtensions) && SpanCalls.TryRewrite(node) is { } plain)
        {
            return Visit(plain);
        }

        // captured.Compile() stands for the lambda itself, as an argument of Enumerable operators too.
        if (LambdaSubstitution.CompiledLambda(node) is { } compiled)
        {
            return Visit(compiled);
        }

        if (node is { Object: { } target, Method.Name: "Invoke" } && LambdaSubstitution.TargetLambda(target) is { } invoked)
        {
            return Visit(LambdaSubstitution.Apply(invoked, node.Arguments));
        }

        var call = (MethodCallExpression)base.VisitMethodCall(node);
        if (TupleCalls.TryRewrite(call) is { } tuple)
        {
            return tuple;
        }

        if (call.Method.DeclaringType != typeof(Queryable) && call.Method.DeclaringType != typeof(Enumerable))
        {
            return call;
        }

        call = SequenceCasts.Strip(call);
        return OperatorRewrites.TryRewrite(call) is { } rewritten && !IsLocal(call) ? rewritten : call;
    }

    protected override Expression VisitNew(NewExpression node) => base.VisitNew(node) is var visited && visited is NewExpression creation ? TupleCalls.TryName(creation) ?? creation : visited;

    // A call over captured items alone is made here, in memory, where every overload works.
    private static bool IsLocal(MethodCallExpression call) => ClosedTerms.Of(call, null).Contains(call);

    protected override Expression VisitInvocation(InvocationExpression node) =>
        LambdaSubstitution.TargetLambda(node.Expression) is { } lambda
            ? Visit(LambdaSubstitution.Apply(lambda, node.Arguments))
            : base.VisitInvocation(node);
}
