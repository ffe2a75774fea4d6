namespace Alchemy;

/// <summary>A navigation of a source, to be joined or loaded.</summary>
/// <typeparam name="TTarget">The type that it leads to.</typeparam>
public sealed class EntityPath<TTarget>
    where TTarget : class
{
    internal EntityPath(EntitySource source, Relationship relationship) => (Source, Relationship) = (source, relationship);

    /// <summary>Where it starts.</summary>
    public EntitySource Source { get; }

    /// <summary>The relationship.</summary>
    public Relationship Relationship { get; }

    /// <summary>Loads the navigation with one more query over the keys that were read: <c>SELECT … WHERE parent_id IN (…)</c>.</summary>
    public LoaderOption SelectIn() => new(Relationship, LoaderStrategy.SelectIn, []);
}
