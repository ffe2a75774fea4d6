namespace Alchemy;

/// <summary>Something that <see cref="Inspect.Of"/> can tell of, because it tells of itself: the engine's things do, those of the ORM, and any of the program's own.</summary>
public interface IInspectable
{
    /// <summary>What it is, now.</summary>
    Inspection Inspect();
}
