using Alchemy.Internals;

namespace Alchemy;

/// <summary>What is known about one object beside the object itself.</summary>
public sealed class StateEntry
{
    internal StateEntry(Mapper mapper, object entity) => (Mapper, Entity) = (mapper, entity);

    /// <summary>How the object's type is mapped.</summary>
    public Mapper Mapper { get; }

    /// <summary>The object.</summary>
    public object Entity { get; }

    /// <summary>Values of attributes that the class has no member for; null until one is set.</summary>
    internal object?[]? Shadow { get; set; }
}
