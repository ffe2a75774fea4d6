using System.Linq.Expressions;
using Remotion.Linq;

namespace Alchemy.Internals;

/// <summary>A query without a plan, ready to be lowered. Everything here is for this one call: a plan keeps none of the values.</summary>
internal sealed class PlanRequest
{
    /// <summary>The query as re-linq sees it. Sub-query models are shared by reference: read only.</summary>
    public required QueryModel Model { get; init; }

    public required SlotTable Slots { get; init; }

    /// <summary>The values of this execution, in slot order: to look at through a guard, never to write into SQL otherwise.</summary>
    public required object?[] Values { get; init; }

    /// <summary>The tree the model was parsed from: normalised, with slots and query roots.</summary>
    public required Expression Tree { get; init; }

    /// <summary>The query already has its share of variants: bind values instead of guarding them.</summary>
    public required bool MaxVariants { get; init; }
}
