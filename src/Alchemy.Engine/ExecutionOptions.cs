namespace Alchemy;

/// <summary>How statements are executed: for every connection by <see cref="EngineOptions.Execution"/>, for one by <see cref="Connection.Options"/>.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Replaces the schema names of compiled statements; null (the default) leaves them. Text and DDL are executed as they are.</summary>
    public SchemaMap? Schemas { get; init; }
}
