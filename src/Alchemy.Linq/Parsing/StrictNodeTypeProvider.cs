using System.Reflection;
using Remotion.Linq.Parsing.Structure;

namespace Alchemy.Internals;

/// <summary>re-linq's registry, cut down to the overloads of <see cref="OperatorTable"/>. Others of Enumerable stay plain method calls for the translator.</summary>
internal sealed class StrictNodeTypeProvider(INodeTypeProvider inner) : INodeTypeProvider
{
    public bool IsRegistered(MethodInfo method) => IsAllowed(method) && inner.IsRegistered(method);

    public Type? GetNodeType(MethodInfo method) => IsAllowed(method) ? inner.GetNodeType(method) : null;

    // Instance methods (List.Contains, a dictionary's ContainsKey) have no overloads to mix up.
    private static bool IsAllowed(MethodInfo method) =>
        method.DeclaringType != typeof(Queryable) && method.DeclaringType != typeof(Enumerable) || OperatorTable.Allows(method);
}
