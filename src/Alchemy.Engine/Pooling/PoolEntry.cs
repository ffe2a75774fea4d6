using System.Diagnostics;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>An open connection of a pool, and who has it.</summary>
/// <param name="connection">The connection.</param>
/// <param name="number">Its number in the pool.</param>
/// <param name="generation">The pool's generation when its opening began: when the pool has a later one, it is not used again.</param>
/// <param name="openedAt">When it was opened, by the pool's clock.</param>
internal sealed class PoolEntry(DriverConnection connection, long number, int generation, long openedAt)
{
    private long _takenAt;
    private StackTrace? _stack;
    private int _thread;

    public DriverConnection Connection => connection;

    public long Number => number;

    public int Generation => generation;

    public long OpenedAt => openedAt;

    /// <summary>True once it must not be used again, and those who listen know.</summary>
    public bool IsLost { get; set; }

    public bool IsTaken { get; private set; }

    public void Take(PoolOptions options)
    {
        (_takenAt, _thread, connection.LastStatement) = (options.Clock.GetTimestamp(), Environment.CurrentManagedThreadId, null);
        _stack = options.TracksCallers ? new StackTrace(1) : null;
        IsTaken = true;
    }

    public void GiveBack() => (IsTaken, _stack) = (false, null);

    public PoolLease Lease(TimeProvider clock)
    {
        var held = clock.GetElapsedTime(_takenAt);
        return new PoolLease(number, clock.GetUtcNow() - held, held, _thread, _stack is { } stack ? Caller(stack) : null, _stack?.ToString(), connection.LastStatement);
    }

    // The first method that is not of the framework's or ours. A method that waits is a nested type of the compiler's: <LoadAsync>d__3.
    private static string? Caller(StackTrace stack)
    {
        var method = stack.GetFrames().Select(f => f.GetMethod()).FirstOrDefault(m => m?.DeclaringType is { } type && !IsOurs(type.Assembly.GetName().Name!));
        if (method?.DeclaringType is not { } declaring)
        {
            return null;
        }

        var name = method.Name;
        while (declaring.Name.StartsWith('<') && declaring.DeclaringType is { } outer)
        {
            (name, declaring) = (name is "MoveNext" ? declaring.Name : name, outer);
        }

        return $"{declaring.Name}.{(name.StartsWith('<') && name.IndexOf('>') is > 1 and var end ? name[1..end] : name)}";
    }

    private static bool IsOurs(string assembly) => assembly is "Alchemy.Engine" or "Alchemy.Orm" or "Alchemy.Linq" || assembly.StartsWith("System.", StringComparison.Ordinal);
}
