using Alchemy.Internals;

namespace Alchemy;

/// <summary>What the next flush would write, in order. Nothing has been written, and no object has been changed.</summary>
public sealed class FlushPlan
{
    internal FlushPlan(IReadOnlyList<FlushAction> actions, IReadOnlyList<NavigationFix> fixes, IReadOnlyList<StateEntry> changed) => (Actions, Fixes, Changed) = (actions, fixes, changed);

    /// <summary>The rows, in the order in which they are written.</summary>
    public IReadOnlyList<FlushAction> Actions { get; }

    /// <summary>True when there is nothing to write.</summary>
    public bool IsEmpty => Actions.Count == 0;

    /// <summary>Other ends of navigations that are brought in step.</summary>
    internal IReadOnlyList<NavigationFix> Fixes { get; }

    /// <summary>Every object that differs from what the database has, also when its difference writes no row of its own: a collection.</summary>
    internal IReadOnlyList<StateEntry> Changed { get; }

    /// <summary>One line per row.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Actions);
}
