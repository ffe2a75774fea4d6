using Alchemy.Internals;

namespace Alchemy;

/// <summary>An attribute that leads to other entities.</summary>
public abstract class NavigationAttribute : EntityAttribute
{
    private protected NavigationAttribute(string name, int index, AttributeStorage storage)
        : base(name, index, storage)
    {
    }
}

/// <summary>An attribute that leads to one entity or none.</summary>
public sealed class ReferenceAttribute : NavigationAttribute
{
    internal ReferenceAttribute(string name, int index, AttributeStorage storage)
        : base(name, index, storage)
    {
    }
}

/// <summary>An attribute that leads to any number of entities.</summary>
public sealed class CollectionAttribute : NavigationAttribute
{
    internal CollectionAttribute(string name, int index, AttributeStorage storage, CollectionAdapter adapter)
        : base(name, index, storage) => Adapter = adapter;

    /// <summary>Reads and changes the collection.</summary>
    internal CollectionAdapter Adapter { get; }
}
