using Alchemy.Internals;

namespace Alchemy;

/// <summary>A way to load a navigation of objects that a query has read.</summary>
public abstract class LoaderStrategy
{
    private protected LoaderStrategy()
    {
    }

    /// <summary>One more query over the keys that were read: <c>SELECT … WHERE parent_id IN (…)</c>.</summary>
    public static LoaderStrategy SelectIn { get; } = new SelectInLoader();

    /// <summary>Loads the navigation of these objects; gives the objects it leads to.</summary>
    internal abstract ValueTask<IReadOnlyList<StateEntry>> LoadCore(
        IOBehavior io, LoadContext context, LoaderOption option, IReadOnlyList<StateEntry> parents, CancellationToken cancellationToken);
}
