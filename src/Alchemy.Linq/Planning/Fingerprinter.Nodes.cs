using System.Collections.ObjectModel;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Alchemy.Linq;

namespace Alchemy.Internals;

using BinaryExpression = System.Linq.Expressions.BinaryExpression;
using UnaryExpression = System.Linq.Expressions.UnaryExpression;

/// <summary>What each kind of node writes. The op stream is a prefix code: every op fixes how many ops and references follow.</summary>
internal sealed partial class Fingerprinter
{
    private const int QueryRootOp = 200;
    private const int NullOp = 201;
    private const int TrueOp = 202;
    private const int FalseOp = 203;
    private const int RootOp = 204;
    private const int SharedRootOp = 205;
    private const int ParameterOp = 206;
    private const int NothingOp = 207;
    private const int ExtensionOp = 208;

    /// <summary>Adds a node and everything below it.</summary>
    public void Visit(Expression? node)
    {
        if (node is null)
        {
            Op(NothingOp);
            return;
        }

        Enter();
        switch (node.NodeType)
        {
            case ExpressionType.Constant: Constant((ConstantExpression)node); break;
            case ExpressionType.Parameter: Parameter((ParameterExpression)node); break;
            case ExpressionType.Lambda: Lambda((LambdaExpression)node); break;
            case ExpressionType.Quote: Visit(((UnaryExpression)node).Operand); break;
            case ExpressionType.MemberAccess: Member((MemberExpression)node); break;
            case ExpressionType.Call: Call((MethodCallExpression)node); break;
            case ExpressionType.New: New((NewExpression)node); break;
            case ExpressionType.Conditional: Conditional((ConditionalExpression)node); break;
            case ExpressionType.TypeIs or ExpressionType.TypeEqual: TypeTest((TypeBinaryExpression)node); break;
            case ExpressionType.NewArrayInit or ExpressionType.NewArrayBounds: NewArray((NewArrayExpression)node); break;
            case ExpressionType.Invoke: Invoke((InvocationExpression)node); break;
            case ExpressionType.Index: Index((IndexExpression)node); break;
            case ExpressionType.Default: Op((int)node.NodeType); Reference(node.Type); break;
            case ExpressionType.MemberInit: MemberInit((MemberInitExpression)node); break;
            case ExpressionType.ListInit: ListInit((ListInitExpression)node); break;
            default: Other(node); break;
        }

        depth--;
    }

    private void Enter()
    {
        if (++depth > PeakDepth)
        {
            PeakDepth = depth;
            if (depth > DepthLimit)
            {
                throw new LinqTranslationException(LinqTranslationException.TooDeep, "The query",
                    $"it is nested more than {DepthLimit} levels deep; build conditions as balanced trees or use Contains over a list", "the whole query");
            }
        }

        if ((depth & 31) == 0)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
    }

    private void Constant(ConstantExpression node)
    {
        switch (node.Value)
        {
            case null:
                Op(NullOp);
                Reference(node.Type);
                return;
            case bool flag when node.Type == typeof(bool):
                Op(flag ? TrueOp : FalseOp);
                return;
            case IQueryable { Provider: IPlannedQueryProvider } query:
                Query(query);
                return;
            case LambdaExpression lambda:
                Visit(lambda);
                return;
        }

        var shared = FindShared(Roots, rootCount, node);
        Op(shared < 0 ? RootOp : SharedRootOp);
        Reference(node.Type);
        if (shared < 0)
        {
            Root(node.Value);
        }
        else
        {
            Op(shared);
        }
    }

    private void Query(IQueryable query)
    {
        if (CapturedValue.IsRoot(query))
        {
            Op(QueryRootOp);
            Reference(((IQueryRoot)query).RootIdentity);
            Reference(query.ElementType);
        }
        else
        {
            Visit(query.Expression);
        }
    }

    private void Structure(object captured)
    {
        if (captured is IQueryable query)
        {
            Query(query);
        }
        else
        {
            Visit((LambdaExpression)captured);
        }
    }

    private void Parameter(ParameterExpression node)
    {
        for (var i = parameterCount - 1; i >= 0; i--)
        {
            if (ReferenceEquals(parameters[i], node))
            {
                Op(ParameterOp | i << 8);
                return;
            }
        }

        throw new LinqTranslationException(LinqTranslationException.MalformedTree, $"The parameter '{node.Name}'",
            "no lambda around it declares it; use the same ParameterExpression object in the lambda's parameter list and in its body", node.ToString());
    }

    private void Lambda(LambdaExpression node)
    {
        var count = LambdaAccess.Count(node);
        Op((int)ExpressionType.Lambda | count << 8);
        Reference(node.Type);
        var outer = parameterCount;
        for (var i = 0; i < count; i++)
        {
            Declare(LambdaAccess.Parameter(node, i));
        }

        Visit(node.Body);
        parameterCount = outer;
    }

    private void Member(MemberExpression node)
    {
        if (CapturedValue.IsCandidate(node) && Capture(node) is { } captured)
        {
            Structure(captured);
            return;
        }

        Op((int)ExpressionType.MemberAccess);
        Reference(node.Member);
        Visit(node.Expression);
    }

    private void Call(MethodCallExpression node)
    {
        if (CapturedValue.IsCandidate(node, isServerSide) && Capture(node) is { } captured)
        {
            Structure(captured);
            return;
        }

        Op((int)ExpressionType.Call);
        Reference(node.Method);
        if (node.Object is { } target)
        {
            Visit(target);
        }

        Arguments(node);
    }

    private void Arguments(IArgumentProvider node)
    {
        var count = node.ArgumentCount;
        Op(count);
        for (var i = 0; i < count; i++)
        {
            Visit(node.GetArgument(i));
        }
    }

    private void New(NewExpression node)
    {
        Op((int)ExpressionType.New);
        Reference((object?)node.Constructor ?? node.Type);
        Arguments(node);
        var members = node.Members;
        Op(members?.Count ?? 0);
        for (var i = 0; i < members?.Count; i++)
        {
            Reference(members[i]);
        }
    }

    private void Conditional(ConditionalExpression node)
    {
        Op((int)ExpressionType.Conditional);
        Reference(node.Type);
        Visit(node.Test);
        Visit(node.IfTrue);
        Visit(node.IfFalse);
    }

    private void TypeTest(TypeBinaryExpression node)
    {
        Op((int)node.NodeType);
        Reference(node.TypeOperand);
        Visit(node.Expression);
    }

    private void NewArray(NewArrayExpression node)
    {
        Op((int)node.NodeType);
        Reference(node.Type);
        Sequence(node.Expressions);
    }

    private void Sequence(ReadOnlyCollection<Expression> nodes)
    {
        Op(nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            Visit(nodes[i]);
        }
    }

    private void Invoke(InvocationExpression node)
    {
        Op((int)ExpressionType.Invoke);
        Visit(node.Expression);
        Arguments(node);
    }

    private void Index(IndexExpression node)
    {
        Op((int)ExpressionType.Index);
        Reference((object?)node.Indexer ?? node.Type);
        Visit(node.Object);
        Arguments(node);
    }

    private void MemberInit(MemberInitExpression node)
    {
        Op((int)ExpressionType.MemberInit);
        Visit(node.NewExpression);
        Bindings(node.Bindings);
    }

    private void Bindings(ReadOnlyCollection<MemberBinding> bindings)
    {
        Op(bindings.Count);
        for (var i = 0; i < bindings.Count; i++)
        {
            Binding(bindings[i]);
        }
    }

    private void Binding(MemberBinding binding)
    {
        Op((int)binding.BindingType);
        Reference(binding.Member);
        switch (binding.BindingType)
        {
            case MemberBindingType.Assignment: Visit(((MemberAssignment)binding).Expression); break;
            case MemberBindingType.MemberBinding: Bindings(((MemberMemberBinding)binding).Bindings); break;
            case MemberBindingType.ListBinding: Initializers(((MemberListBinding)binding).Initializers); break;
        }
    }

    private void ListInit(ListInitExpression node)
    {
        Op((int)ExpressionType.ListInit);
        Visit(node.NewExpression);
        Initializers(node.Initializers);
    }

    private void Initializers(ReadOnlyCollection<ElementInit> initializers)
    {
        Op(initializers.Count);
        for (var i = 0; i < initializers.Count; i++)
        {
            Reference(initializers[i].AddMethod);
            Sequence(initializers[i].Arguments);
        }
    }

    private void Other(Expression node)
    {
        switch (node)
        {
            case BinaryExpression binary: Binary(binary); break;
            case UnaryExpression unary: Unary(unary); break;
            case IStructural structural:
                Op(ExtensionOp);
                Reference(node.GetType());
                structural.Fingerprint(this);
                break;
            default:
                Uncacheable = true;
                break;
        }
    }

    private void Binary(BinaryExpression node)
    {
        var (method, conversion) = (node.Method, node.Conversion);
        Op((int)node.NodeType | (node.IsLiftedToNull ? 1 << 8 : 0) | (method is null ? 0 : 1 << 9) | (conversion is null ? 0 : 1 << 10));
        if (method is not null)
        {
            Reference(method);
        }

        Visit(node.Left);
        if (conversion is not null)
        {
            Visit(conversion);
        }

        Visit(node.Right);
    }

    private void Unary(UnaryExpression node)
    {
        Op((int)node.NodeType | (node.Method is null ? 0 : 1 << 9));
        Reference(node.Type);
        if (node.Method is { } method)
        {
            Reference(method);
        }

        Visit(node.Operand);
    }
}
