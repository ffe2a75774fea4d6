using System.Runtime.CompilerServices;

namespace Alchemy.Internals;

/// <summary>Collects a statement's bind parameters, each once, in the order in which their nodes are described.</summary>
internal sealed class BindWalker
{
    private readonly List<BindParameter> _binds = [];
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly PartList _parts = new();
    private bool _hasNestedCtes;

    public static IReadOnlyList<BindParameter> Collect(ClauseElement statement) => Collect(statement, out _);

    /// <summary>The parameters.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="hasNestedCtes">Whether there is a CTE that stands in front of a statement inside of it.</param>
    public static IReadOnlyList<BindParameter> Collect(ClauseElement statement, out bool hasNestedCtes)
    {
        var walker = new BindWalker();
        walker.Walk(statement);
        hasNestedCtes = walker._hasNestedCtes;
        return walker._binds;
    }

    private void Walk(ClauseElement node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is FromClause and not Join && !_seen.Add(node))
        {
            return;
        }

        _hasNestedCtes |= node is CommonTableExpression { IsNesting: true } or SelectBase { HasCtes: true };
        var start = _parts.Count;
        node.Describe(_parts);
        for (int i = start, end = _parts.Count; i < end; i++)
        {
            var part = _parts[i];
            if (part is { Kind: PartKind.Bind, Value: BindParameter bind })
            {
                if (_seen.Add(bind))
                {
                    _binds.Add(bind);
                }
            }
            else if (part.Kind is PartKind.Node or PartKind.From && part.Value is ClauseElement child)
            {
                Walk(child);
            }
        }

        _parts.Truncate(start);
    }
}
