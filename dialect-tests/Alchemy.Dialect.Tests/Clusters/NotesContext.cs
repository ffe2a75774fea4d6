using Alchemy.Linq;

namespace Alchemy.Tests;

/// <summary>The notes.</summary>
public sealed class NotesContext(Engine engine) : AlchemyContext(engine)
{
    public EntitySet<Note> Notes => Set<Note>();
}
