using System.Runtime.CompilerServices;

namespace Alchemy;

/// <summary>Builds a changed copy of a statement: what does not change is the same object in the copy.</summary>
/// <remarks>Each node is rewritten once and remembered, so that every column of a rewritten alias follows it. Override <see cref="Replace"/>.</remarks>
public abstract class SqlRewriter
{
    private readonly Dictionary<ClauseElement, ClauseElement> _done = new(ReferenceEqualityComparer.Instance);

    /// <summary>The node, rewritten. Returns the same object when nothing in it changed.</summary>
    /// <exception cref="InvalidStatementException">The replacement is of a kind that cannot stand in the node's place.</exception>
    public T Rewrite<T>(T node) where T : ClauseElement
    {
        ClauseElement key = node is ColumnElement column ? column.Node : node;
        if (!_done.TryGetValue(key, out var result))
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            result = Replace(key) ?? key.RewriteChildren(this);
            result = result is ColumnElement replaced ? replaced.Node : result;
            _done[key] = result;
        }

        if (ReferenceEquals(result, key))
        {
            return node;
        }

        var replacement = node is ColumnElement handle && result is ColumnElement inner ? handle.Around(inner) : result;
        return replacement as T
            ?? throw new InvalidStatementException($"A {result.GetType().Name} cannot stand in place of a {key.GetType().Name}.");
    }

    /// <summary>Rewritten nodes; the same list when none changed.</summary>
    public IReadOnlyList<T> Rewrite<T>(IReadOnlyList<T> nodes) where T : ClauseElement
    {
        T[]? changed = null;
        for (var i = 0; i < nodes.Count; i++)
        {
            var rewritten = Rewrite(nodes[i]);
            if (changed is null && !ReferenceEquals(rewritten, nodes[i]))
            {
                changed = [.. nodes];
            }

            if (changed is not null)
            {
                changed[i] = rewritten;
            }
        }

        return changed ?? nodes;
    }

    /// <summary>What stands in the node's place, its children not looked at any more; null to go on into the children.</summary>
    protected abstract ClauseElement? Replace(ClauseElement node);
}
