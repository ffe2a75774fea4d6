namespace Alchemy;

/// <summary>The names under which engines tell of their work: to trace and measure it, and to filter what is logged.</summary>
/// <remarks>What an engine traces and measures follows OpenTelemetry's conventions for database clients; docs/engine.md lists it.</remarks>
/// <example><code>services.AddOpenTelemetry().WithTracing(t => t.AddSource(Telemetry.Name)).WithMetrics(m => m.AddMeter(Telemetry.Name));</code></example>
public static class Telemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string Name = "Alchemy.Linq";

    /// <summary>The log's category of statements.</summary>
    public const string StatementsCategory = "Alchemy.Statements";

    /// <summary>The log's category of connections.</summary>
    public const string ConnectionsCategory = "Alchemy.Connections";

    /// <summary>The log's category of transactions.</summary>
    public const string TransactionsCategory = "Alchemy.Transactions";
}
