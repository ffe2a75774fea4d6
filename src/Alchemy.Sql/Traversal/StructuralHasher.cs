using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Hashes a node's structure. The hash may be coarse (it does not tell two aliases of one table apart); <see cref="StructuralComparer"/> is exact.</summary>
internal static class StructuralHasher
{
    // One list a thread, used as a stack: a statement has hundreds of nodes, and none of them needs a list of its own.
    [ThreadStatic]
    private static PartList? _parts;

    public static int Hash(ClauseElement node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var parts = _parts ??= new PartList();
        var start = parts.Count;
        try
        {
            node.Describe(parts);
            var hash = new HashCode();
            hash.Add(RuntimeHelpers.GetHashCode(node.GetType()));
            for (int i = start, end = parts.Count; i < end; i++)
            {
                hash.Add(Of(parts[i]));
            }

            var result = hash.ToHashCode();
            return result == 0 ? 1 : result;
        }
        finally
        {
            parts.Truncate(start);
        }
    }

    private static int Of(Part part) => part.Kind switch
    {
        PartKind.Node => (part.Value as ClauseElement)?.StructuralHash ?? 0,
        PartKind.From => RuntimeHelpers.GetHashCode(part.Value is Table ? part.Value : part.Value!.GetType()),
        PartKind.Bind => ((BindParameter)part.Value!).Type.GetHashCode(),
        PartKind.Data => part.Value?.GetHashCode() ?? 0,
        PartKind.Identity => RuntimeHelpers.GetHashCode(part.Value),
        PartKind.Number => part.Number.GetHashCode(),
    };
}
