using System.Reflection;
using Remotion.Linq.Parsing.ExpressionVisitors.Transformation;
using Remotion.Linq.Parsing.Structure;
using Remotion.Linq.Parsing.Structure.ExpressionTreeProcessors;
using Remotion.Linq.Parsing.Structure.NodeTypeProviders;

namespace Alchemy.Internals;

/// <summary>The operators re-linq knows, ours first. Building the registry is the expensive part of a parser, so there is one for all.</summary>
internal static class NodeTypes
{
    private static readonly MethodInfo[] operators = [.. typeof(Queryable).GetMethods(), .. typeof(Enumerable).GetMethods()];

    public static INodeTypeProvider Provider { get; } = Create();

    /// <summary>VB comparisons, Nullable members and tuple constructors in one form. No partial evaluation: slots took its place.</summary>
    public static IExpressionTreeProcessor Processor { get; } = new TransformingExpressionTreeProcessor(ExpressionTransformerRegistry.CreateDefault());

    private static StrictNodeTypeProvider Create()
    {
        var own = new MethodInfoBasedNodeTypeRegistry();
        own.Register(Overloads("DistinctBy"), typeof(DistinctByNode));
        own.Register([.. Overloads("TakeLast"), .. Overloads("SkipLast")], typeof(LastItemsNode));
        own.Register([.. Overloads("LeftJoin"), .. Overloads("RightJoin")], typeof(OuterJoinNode));
        var all = ExpressionTreeParser.CreateDefaultNodeTypeProvider();
        all.InnerProviders.Insert(0, own);
        return new StrictNodeTypeProvider(all);
    }

    private static IEnumerable<MethodInfo> Overloads(string name) => operators.Where(m => m.Name == name && OperatorTable.Allows(m));
}
