using System.Linq.Expressions;

namespace Alchemy.Internals;

/// <summary>The raw tree after the passes of a miss: roots numbered, newer operators rewritten, values replaced by slots.</summary>
internal readonly record struct PreparedQuery(Expression Tree, SlotTable Slots)
{
    /// <summary>A function of the key alone: two trees with equal keys give equal slots.</summary>
    public static PreparedQuery From(Expression query, Fingerprinter walk)
    {
        var bound = new RootBinder(walk).Bind(query);
        var normalised = Normaliser.Normalise(bound);
        var (tree, slots) = SlotRewriter.Rewrite(normalised, walk.IsServerSide);
        return new PreparedQuery(tree, slots);
    }

    public PlanRequest ToRequest(ReadOnlySpan<object?> values, bool maxVariants) => new()
    {
        Model = RelinqFrontEnd.Parse(Tree),
        Slots = Slots,
        Values = values.ToArray(),
        Tree = Tree,
        MaxVariants = maxVariants,
    };
}
