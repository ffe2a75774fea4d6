namespace Alchemy.Internals;

/// <summary>The resolver of a session with one database.</summary>
internal sealed class SingleEngine(Engine engine) : IEngineResolver
{
    private readonly EngineTarget _target = new(engine);

    public EngineTarget Resolve(EngineRequest request) => _target;
}
