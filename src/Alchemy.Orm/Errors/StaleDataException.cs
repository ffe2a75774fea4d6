using Alchemy.Internals;

namespace Alchemy;

/// <summary>A row that was to be changed or deleted is not there as the session knows it: somebody else has deleted it or changed its key.</summary>
public sealed class StaleDataException(StateEntry state, string operation, int expected, int matched) : AlchemyException(
    ErrorCodes.StaleData, $"{operation} of {EntityText.Of(state)} matched {matched} rows instead of {expected}: the row was deleted or re-keyed by somebody else. Refresh or evict the object, then try again.")
{
    /// <summary>The object.</summary>
    public object Entity { get; } = state.Entity;
}
