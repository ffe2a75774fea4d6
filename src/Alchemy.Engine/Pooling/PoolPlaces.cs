namespace Alchemy.Internals;

/// <summary>The places of a pool: each is for one connection that is used, being opened or being closed. Who has a place may open a connection unless one lies free. Knows no I/O; safe for all threads.</summary>
/// <remarks>Places and free connections together are never more than the capacity. While somebody waits there is neither a place nor a free connection: what comes back goes to the first in line.</remarks>
/// <param name="options">The pool's options.</param>
internal sealed class PoolPlaces(PoolOptions options)
{
    private readonly Lock _lock = new();
    private readonly HashSet<PoolEntry> _open = [];
    private readonly LinkedList<PoolEntry> _free = [];
    private readonly LinkedList<PoolWaiter> _waiting = [];
    private readonly int _capacity = options.Size + options.Overflow;
    private int _taken;
    private int _generation;
    private long _opened;
    private bool _ended;

    /// <summary>Connections that were opened in another generation are not used again.</summary>
    public int Generation => Volatile.Read(ref _generation);

    /// <summary>How many connections are free, and how many places are taken.</summary>
    public (int Idle, int Used) Count()
    {
        lock (_lock)
        {
            return (_free.Count, _taken);
        }
    }

    public PoolStatus Status()
    {
        lock (_lock)
        {
            var leases = _open.Where(e => e.IsTaken).Select(e => e.Lease(options.Clock)).OrderByDescending(l => l.Held).ThenBy(l => l.Connection).ToList();
            return new PoolStatus(options.Size, _open.Count, _free.Count, leases.Count, _waiting.Count, leases);
        }
    }

    /// <summary>Takes a place and, if there is one, a free connection.</summary>
    /// <returns>False when none came in time.</returns>
    /// <exception cref="ObjectDisposedException">The pool has ended.</exception>
    public async ValueTask<(bool IsGiven, PoolEntry? Entry)> TakeCore(IOBehavior io, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<PoolWaiter> node;
        lock (_lock)
        {
            ThrowIfEnded();
            if (_taken < _capacity)
            {
                _taken++;
                return (true, PopFree());
            }

            node = _waiting.AddLast(new PoolWaiter());
        }

        try
        {
            await node.Value.WaitCore(io, options.Timeout, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            if (TryGiveUp(node))
            {
                throw;
            }
        }

        return Answer(node);
    }

    /// <summary>A free connection for who has a place already, in place of one that was of no use; null to open one.</summary>
    public PoolEntry? TakeAnother()
    {
        lock (_lock)
        {
            return PopFree();
        }
    }

    /// <summary>A free connection with a place of its own, to close it; null when there is none left.</summary>
    public PoolEntry? TakeToClose(Predicate<PoolEntry> which)
    {
        lock (_lock)
        {
            if (_free.FirstOrDefault(e => which(e)) is not { } found)
            {
                return null;
            }

            _free.Remove(found);
            _taken++;
            return found;
        }
    }

    /// <summary>A connection was opened.</summary>
    public PoolEntry Add(Drivers.DriverConnection connection, int generation)
    {
        lock (_lock)
        {
            var entry = new PoolEntry(connection, ++_opened, generation, options.Clock.GetTimestamp());
            _open.Add(entry);
            return entry;
        }
    }

    /// <summary>A connection was closed; its place is still taken.</summary>
    public void Remove(PoolEntry entry)
    {
        lock (_lock)
        {
            _open.Remove(entry);
        }
    }

    /// <summary>A connection is ready for its next user, and its place is free.</summary>
    /// <returns>False when nobody may have it: then it is to be closed, and its place is still taken.</returns>
    public bool TryGiveBack(PoolEntry entry)
    {
        lock (_lock)
        {
            if (_ended || entry.Generation != _generation || (_waiting.Count == 0 && _free.Count >= options.Size))
            {
                return false;
            }

            if (!TryServe(entry))
            {
                _taken--;
                _free.AddLast(entry);
            }

            return true;
        }
    }

    /// <summary>A place without a connection is free.</summary>
    public void Free()
    {
        lock (_lock)
        {
            if (!TryServe(null))
            {
                _taken--;
            }
        }
    }

    /// <summary>No connection opened before now is used again.</summary>
    /// <param name="found">The connection that was found lost: nothing changes when its generation is known to be lost. Null for all.</param>
    public void NextGeneration(PoolEntry? found)
    {
        lock (_lock)
        {
            if (found is null || found.Generation == _generation)
            {
                _generation++;
            }
        }
    }

    /// <summary>Nobody gets a place any more; who waits is told.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            foreach (var waiter in _waiting)
            {
                waiter.Dismiss();
            }

            _waiting.Clear();
        }
    }

    private (bool IsGiven, PoolEntry? Entry) Answer(LinkedListNode<PoolWaiter> node)
    {
        lock (_lock)
        {
            if (node.Value.IsServed)
            {
                return (true, node.Value.Entry);
            }

            ThrowIfEnded();
            _waiting.Remove(node);
            return (false, null);
        }
    }

    // What came at the moment of giving up is taken: it is too late to give it to another.
    private bool TryGiveUp(LinkedListNode<PoolWaiter> node)
    {
        lock (_lock)
        {
            if (node.List is not null)
            {
                _waiting.Remove(node);
            }

            return !node.Value.IsServed;
        }
    }

    private bool TryServe(PoolEntry? entry)
    {
        if (_waiting.First is not { } first)
        {
            return false;
        }

        _waiting.RemoveFirst();
        first.Value.Serve(entry);
        return true;
    }

    private PoolEntry? PopFree()
    {
        var node = options.Order is PoolOrder.LastInFirstOut ? _free.Last : _free.First;
        if (node is not null)
        {
            _free.Remove(node);
        }

        return node?.Value;
    }

    private void ThrowIfEnded() => ObjectDisposedException.ThrowIf(_ended, typeof(Engine));
}
