using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>An open connection with the statements that are kept prepared on it. One user at a time.</summary>
public abstract class DriverConnection(DbConnection ado) : IDisposable
{
    private int _inUse;

    /// <summary>When its user took it out of the pool; 0 when nobody wants to know.</summary>
    internal long TakenAt { get; set; }

    /// <summary>True when its server was asked over it what it is: the one behind a new connection may be another than before.</summary>
    internal bool IsAsked { get; set; }

    /// <summary>The provider's connection.</summary>
    public DbConnection Ado { get; } = ado;

    /// <summary>Where it leads, for traces and metrics.</summary>
    public DatabaseAddress Address => field ??= ReadAddress();

    /// <summary>The dialect of the server that it is connected to.</summary>
    public abstract Dialect CreateDialect();

    /// <summary>The kept statement for a text, prepared if it is new.</summary>
    public abstract Statement Get(FilledSql sql);

    /// <summary>Prepares a text that is used once.</summary>
    public abstract Statement Prepare(string text);

    /// <summary>A new batch, for one round trip; null (the default) where the provider has none, or none for these statements: then they are executed one by one.</summary>
    /// <param name="statements">The statements that it will be given, each as often as it likes.</param>
    public virtual StatementBatch? CreateBatch(IReadOnlyList<CompiledSql> statements) => null;

    /// <summary>What the error that has just happened did to the open transaction.</summary>
    public abstract TransactionFate FateAfter(ErrorFacts error);

    /// <summary>Makes the connection ready for its next user: nothing active, no transaction open.</summary>
    public abstract ValueTask ReturnCore(IOBehavior io);

    /// <summary>Closes kept statements, then the connection.</summary>
    public abstract void Dispose();

    /// <summary>Reads where the connection leads; asked once, when somebody wants to know.</summary>
    protected virtual DatabaseAddress ReadAddress() => new(Ado.Database, Ado.DataSource);

    /// <summary>Marks the connection as being used.</summary>
    /// <exception cref="ConnectionStateException">It is in use already.</exception>
    public void Enter()
    {
        if (Interlocked.Exchange(ref _inUse, 1) != 0)
        {
            throw new ConnectionStateException("The connection is executing another statement: read or dispose its result first, and give each task a connection of its own.");
        }
    }

    /// <summary>Marks the connection as free.</summary>
    public void Exit() => Volatile.Write(ref _inUse, 0);
}
