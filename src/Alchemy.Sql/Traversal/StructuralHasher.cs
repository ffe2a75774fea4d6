using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Hashes a node's structure. The hash may be coarse (it does not tell two aliases of one table apart); <see cref="StructuralComparer"/> is exact.</summary>
internal static class StructuralHasher
{
    public static int Hash(ClauseElement node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var parts = new PartList();
        node.Describe(parts);
        var hash = new HashCode();
        hash.Add(node.GetType());
        foreach (var part in parts.Parts)
        {
            switch (part.Kind)
            {
                case PartKind.Node:
                    hash.Add((part.Value as ClauseElement)?.StructuralHash ?? 0);
                    break;
                case PartKind.From:
                    hash.Add(part.Value is Table ? RuntimeHelpers.GetHashCode(part.Value) : part.Value!.GetType().GetHashCode());
                    break;
                case PartKind.Bind:
                    hash.Add(((BindParameter)part.Value!).Type);
                    break;
                case PartKind.Data:
                    hash.Add(part.Value);
                    break;
                case PartKind.Identity:
                    hash.Add(RuntimeHelpers.GetHashCode(part.Value));
                    break;
                case PartKind.Number:
                    hash.Add(part.Number);
                    break;
            }
        }

        var result = hash.ToHashCode();
        return result == 0 ? 1 : result;
    }
}
