namespace Alchemy;

/// <summary>Chooses the database for an operation of a session: a replica for reads, a shard by tenant. Asked before every query and every flush.</summary>
public interface IEngineResolver
{
    /// <summary>The engine for an operation, and the token that tells its rows from equal keys in other databases.</summary>
    EngineTarget Resolve(EngineRequest request);
}

/// <summary>What an engine is needed for.</summary>
/// <param name="Roots">The mapped types that are read or written.</param>
/// <param name="Kind">Whether it reads or writes.</param>
/// <param name="IdentityToken">The token of the object concerned, when it has one already.</param>
public sealed record EngineRequest(IReadOnlyList<Mapper> Roots, OperationKind Kind, object? IdentityToken = null);

/// <summary>The chosen engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="IdentityToken">Part of the identity of objects read from it; null when keys are unique over all engines.</param>
public sealed record EngineTarget(Engine Engine, object? IdentityToken = null);
