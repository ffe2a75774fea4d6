namespace Alchemy;

/// <summary>How an engine behaves.</summary>
public sealed record EngineOptions
{
    /// <summary>The most connections open at once; 10 by default. A private in-memory database always has one.</summary>
    public int PoolSize { get; init; } = 10;

    /// <summary>How long to wait for a free connection; 30 seconds by default.</summary>
    public TimeSpan PoolTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where every statement's text is written before it is executed, without its values; null (the default) for nowhere.</summary>
    public TextWriter? Echo { get; init; }

    /// <summary>How statements are executed on every connection that says nothing else; nothing special by default.</summary>
    public ExecutionOptions Execution { get; init; } = new();
}
