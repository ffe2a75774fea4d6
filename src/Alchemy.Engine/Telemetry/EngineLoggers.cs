using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alchemy.Internals;

/// <summary>Where an engine logs; nowhere when it was given no factory.</summary>
internal sealed class EngineLoggers(string engine, ILoggerFactory? factory)
{
    /// <summary>The engine's name, for messages.</summary>
    public string Engine { get; } = engine;

    public ILogger Statements { get; } = Create(factory, Telemetry.StatementsCategory);

    public ILogger Connections { get; } = Create(factory, Telemetry.ConnectionsCategory);

    public ILogger Transactions { get; } = Create(factory, Telemetry.TransactionsCategory);

    private static ILogger Create(ILoggerFactory? factory, string category) => factory?.CreateLogger(category) ?? NullLogger.Instance;
}
