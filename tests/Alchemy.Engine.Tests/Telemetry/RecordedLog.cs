using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Alchemy.Tests;

/// <summary>Keeps what is logged at a level and above.</summary>
internal sealed class RecordedLog(LogLevel least = LogLevel.Trace) : ILoggerFactory
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public void Clear() => _entries.Clear();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    internal sealed record LogEntry(string Category, LogLevel Level, EventId Id, string Message, Exception? Error, IReadOnlyDictionary<string, object?> Values);

    private sealed class Logger(RecordedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= log.Least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log._entries.Enqueue(new LogEntry(
            category, logLevel, eventId, formatter(state, exception), exception, ((IReadOnlyList<KeyValuePair<string, object?>>)state!).ToDictionary(p => p.Key, p => p.Value)));
    }

    private LogLevel Least { get; } = least;
}
