using System.Diagnostics;

namespace Alchemy.Internals;

/// <summary>A statement that is being executed, and who waits for its end.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Started">When it began; 0 when nobody wants to know.</param>
/// <param name="Activity">Its span; null when nobody traces.</param>
internal readonly record struct StatementRun(ExecutedStatement Statement, long Started, Activity? Activity)
{
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Started);
}
