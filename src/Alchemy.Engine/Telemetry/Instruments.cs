using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Alchemy.Internals;

/// <summary>What engines trace and measure with. One set for the process: an instrument that nobody listens to costs the question whether somebody does.</summary>
internal static class Instruments
{
    public static readonly ActivitySource Source = new(Telemetry.Name, Version);

    private static readonly Meter Meter = new(Telemetry.Name, Version);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "db.client.operation.duration", "s", "Duration of database client operations.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });

    public static readonly Histogram<double> CreateTime = Meter.CreateHistogram<double>("db.client.connection.create_time", "s", "The time it took to open a connection.");

    public static readonly Histogram<double> WaitTime = Meter.CreateHistogram<double>("db.client.connection.wait_time", "s", "The time it took to get a connection out of the pool.");

    public static readonly Histogram<double> UseTime = Meter.CreateHistogram<double>("db.client.connection.use_time", "s", "The time between taking a connection out of the pool and giving it back.");

    public static readonly Counter<long> Timeouts = Meter.CreateCounter<long>("db.client.connection.timeouts", "{timeout}", "Requests for a connection that got none in time.");

    public static readonly Counter<long> CompileHits = Meter.CreateCounter<long>("alchemy.compile_cache.hits", "{statement}", "Statements whose SQL was compiled before.");

    public static readonly Counter<long> CompileMisses = Meter.CreateCounter<long>("alchemy.compile_cache.misses", "{statement}", "Statements that had to be compiled.");

    public static readonly Counter<long> PreparedHits = Meter.CreateCounter<long>("alchemy.prepared_cache.hits", "{statement}", "Executions of statements that the connection had prepared.");

    public static readonly Counter<long> PreparedMisses = Meter.CreateCounter<long>("alchemy.prepared_cache.misses", "{statement}", "Executions of statements that were new to the connection.");

    private static string? Version => typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    /// <summary>Has a meter ask for numbers when somebody collects them.</summary>
    public static void Observe(string name, string unit, string description, Func<IEnumerable<Measurement<long>>> read) => Meter.CreateObservableUpDownCounter(name, read, unit, description);
}
