using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>Has a command cancelled when its token asks or its time is over: for a provider that heeds neither while it waits for the server.</summary>
internal sealed class CommandInterruption : IDisposable
{
    private readonly Lock _gate = new();
    private readonly DbCommand _command;
    private readonly CancellationToken _token;
    private readonly CancellationTokenRegistration _registration;
    private readonly Timer? _timer;
    private readonly TimeSpan _timeout;
    private bool _ended;

    /// <param name="command">The command that is about to be executed.</param>
    /// <param name="timeout">How long it may take; negative for ever.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public CommandInterruption(DbCommand command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        (_command, _timeout, _token) = (command, timeout, cancellationToken);
        // To cancel opens a connection: that is no work for who asked.
        _registration = cancellationToken.UnsafeRegister(static self => ThreadPool.UnsafeQueueUserWorkItem(static s => s.Interrupt(), (CommandInterruption)self!, preferLocal: false), this);
        _timer = timeout >= TimeSpan.Zero ? new Timer(static self => ((CommandInterruption)self!).Interrupt(), this, timeout, System.Threading.Timeout.InfiniteTimeSpan) : null;
    }

    /// <summary>True when the server was asked to end the command.</summary>
    public bool HasInterrupted { get; private set; }

    /// <summary>The error of a command that was interrupted.</summary>
    /// <param name="inner">What the provider made of it, or null.</param>
    public Exception Error(Exception? inner) => _token.IsCancellationRequested
        ? new OperationCanceledException("The statement was interrupted because its token was canceled.", inner, _token)
        : new TimeoutException($"The statement was interrupted after {_timeout.TotalSeconds:0.###} s", inner);

    /// <summary>The command has ended. Waits for an interruption that is on its way: it must not meet the next command.</summary>
    public void Dispose()
    {
        _registration.Unregister();
        _timer?.Dispose();
        lock (_gate)
        {
            _ended = true;
        }
    }

    private void Interrupt()
    {
        lock (_gate)
        {
            if (_ended || HasInterrupted)
            {
                return;
            }

            try
            {
                HasInterrupted = true;
                _command.Cancel();
            }
            catch (Exception unreachable) when (unreachable is DbException or InvalidOperationException or IOException)
            {
                // The server takes no second connection: the command runs to its end, and says itself how that was.
                HasInterrupted = false;
            }
        }
    }
}
