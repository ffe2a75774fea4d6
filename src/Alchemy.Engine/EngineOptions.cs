using Microsoft.Extensions.Logging;

namespace Alchemy;

/// <summary>How an engine behaves.</summary>
public sealed record EngineOptions
{
    /// <summary>The engine's name in logs, and its pool's in metrics; null (the default) for the URL without its password.</summary>
    public string? Name { get; init; }

    /// <summary>How its pool of connections behaves.</summary>
    public PoolOptions Pool { get; init; } = new();

    /// <summary>Whether statements are prepared on the server; <see cref="StatementPreparation.Kept"/> by default.</summary>
    public StatementPreparation Preparation { get; init; }

    /// <summary>Where every statement's text is written before it is executed, with its parameters below it, as <see cref="ShowsValues"/> says; null (the default) for nowhere.</summary>
    public TextWriter? Echo { get; init; }

    /// <summary>Where the engine logs, under the categories of <see cref="Telemetry"/> and the ids of <see cref="LogEvents"/>; null (the default) for nowhere.</summary>
    /// <example><code>new EngineOptions { LoggerFactory = services.GetRequiredService&lt;ILoggerFactory&gt;() }</code></example>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>A statement that takes this long until its first answer is logged as a warning; null (the default) for none.</summary>
    public TimeSpan? SlowStatement { get; init; }

    /// <summary>True to show values where people read: parameters in the log, in <see cref="Echo"/> and in <see cref="DatabaseException.Parameters"/>, and what the database says of rows in messages.
    /// False (the default) to keep them back: parameters show as <c>?</c>. Long values are cut. Traces and metrics never have values.</summary>
    public bool ShowsValues { get; init; }

    /// <summary>How it chooses among several servers; the defaults of <see cref="ServerOptions"/> by default.</summary>
    public ServerOptions Servers { get; init; } = new();

    /// <summary>Rewritings that every statement goes through before it is rendered, in order; none by default. See <see cref="Dialect.WithPass"/>.</summary>
    public IReadOnlyList<Func<ClauseElement, ClauseElement>> Passes { get; init; } = [];

    /// <summary>What is done about a SELECT with FROMs that nothing connects; nothing by default.</summary>
    public CartesianProducts CartesianProducts { get; init; }

    /// <summary>How statements are executed on every connection that says nothing else; nothing special by default.</summary>
    public ExecutionOptions Execution { get; init; } = new();
}

/// <summary>What an engine does about a SELECT that returns every row of one FROM with every row of another, because nothing connects them.</summary>
public enum CartesianProducts
{
    /// <summary>Nothing: the statement is not looked at.</summary>
    Allow,

    /// <summary>Tells of it by <see cref="EngineEvents.CartesianProductFound"/>, once for statements that differ in values only; for development, as the engine then shares no plans of LINQ queries with others.</summary>
    Warn,

    /// <summary>Refuses the statement with an <see cref="InvalidStatementException"/>.</summary>
    Refuse,
}
