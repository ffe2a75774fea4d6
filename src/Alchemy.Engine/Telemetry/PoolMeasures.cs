using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>What is measured of a pool and traced of its connections' opening. How many connections there are is read when somebody collects it.</summary>
internal sealed class PoolMeasures
{
    // Weak: who forgets to dispose an engine must not keep it by measuring it.
    private static readonly ConditionalWeakTable<object, PoolMeasures> Pools = [];
    private readonly KeyValuePair<string, object?> _name;
    private readonly Func<(int Idle, int Used)> _count;
    private readonly int _size;
    private int _pending;

    static PoolMeasures()
    {
        Instruments.Observe("db.client.connection.count", "{connection}", "Connections, by whether somebody uses them.", () => Pools.SelectMany(p => p.Value.Count()));
        Instruments.Observe("db.client.connection.max", "{connection}", "The most connections open at once.", () => Pools.Select(p => p.Value.Measured(p.Value._size)));
        Instruments.Observe("db.client.connection.pending_requests", "{request}", "Requests that wait for a connection.", () => Pools.Select(p => p.Value.Measured(Volatile.Read(ref p.Value._pending))));
    }

    /// <param name="pool">The pool; it is measured until it is disposed, or forgotten.</param>
    /// <param name="name">Its name.</param>
    /// <param name="size">The most connections it opens.</param>
    /// <param name="count">How many connections are free and in use; it may be asked by any thread.</param>
    public PoolMeasures(object pool, string name, int size, Func<(int Idle, int Used)> count)
    {
        (_name, _size, _count) = (new("db.client.connection.pool.name", name), size, count);
        Pools.Add(pool, this);
    }

    /// <summary>Somebody wants a connection. Gives the time; 0 when nobody wants to know.</summary>
    public long Requested()
    {
        Interlocked.Increment(ref _pending);
        return Instruments.WaitTime.Enabled ? Stopwatch.GetTimestamp() : 0;
    }

    /// <summary>Who waited has ended to.</summary>
    public void Answered() => Interlocked.Decrement(ref _pending);

    /// <summary>Who wanted a connection has got it.</summary>
    public void Taken(long requested, DriverConnection connection)
    {
        Record(Instruments.WaitTime, requested);
        connection.TakenAt = Instruments.UseTime.Enabled ? Stopwatch.GetTimestamp() : 0;
    }

    /// <summary>The connection comes back.</summary>
    public void GivenBack(DriverConnection connection) => Record(Instruments.UseTime, connection.TakenAt);

    /// <summary>Who wanted a connection got none in time.</summary>
    public void TimedOut() => Instruments.Timeouts.Add(1, _name);

    /// <summary>A connection is about to be opened.</summary>
    public (long Started, Activity? Span) Opening()
        => (Instruments.CreateTime.Enabled ? Stopwatch.GetTimestamp() : 0, Instruments.Source.HasListeners() ? Instruments.Source.StartActivity("CONNECT", ActivityKind.Client) : null);

    /// <summary>A connection was opened.</summary>
    public void Opened((long Started, Activity? Span) opening, DriverConnection connection, string system)
    {
        Record(Instruments.CreateTime, opening.Started);
        if (opening.Span is { } span)
        {
            foreach (var (name, value) in StatementTags.Of(system, connection.Address))
            {
                span.SetTag(name, value);
            }

            span.Stop();
        }
    }

    /// <summary>A connection could not be opened.</summary>
    public void Failed((long Started, Activity? Span) opening, Exception error)
    {
        if (opening.Span is { } span)
        {
            StatementTags.Fail(span, error);
            span.Stop();
        }
    }

    /// <summary>The pool is not measured any more.</summary>
    public static void End(object pool) => Pools.Remove(pool);

    private Measurement<long>[] Count()
    {
        var (idle, used) = _count();
        return [new(idle, _name, new("db.client.connection.state", "idle")), new(used, _name, new("db.client.connection.state", "used"))];
    }

    private Measurement<long> Measured(long value) => new(value, _name);

    private void Record(Histogram<double> histogram, long started)
    {
        if (started != 0)
        {
            histogram.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, _name);
        }
    }
}
