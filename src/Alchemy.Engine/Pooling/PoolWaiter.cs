namespace Alchemy.Internals;

/// <summary>Somebody who waits for a place in a pool.</summary>
internal sealed class PoolWaiter
{
    // Not disposed: who answers may still be at it when who waits has gone on, and it holds nothing of the system's.
    private readonly SemaphoreSlim _answer = new(0, 1);

    /// <summary>What it got: a place, and a free connection or none to open one. Read and written under the lock of the places.</summary>
    public bool IsServed { get; private set; }

    public PoolEntry? Entry { get; private set; }

    public void Serve(PoolEntry? entry)
    {
        (IsServed, Entry) = (true, entry);
        _answer.Release();
    }

    /// <summary>The pool has ended: there is nothing to wait for.</summary>
    public void Dismiss() => _answer.Release();

    public async ValueTask WaitCore(IOBehavior io, TimeSpan timeout, CancellationToken cancellationToken)
        => _ = io is IOBehavior.Synchronous ? _answer.Wait(timeout, cancellationToken) : await _answer.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
}
