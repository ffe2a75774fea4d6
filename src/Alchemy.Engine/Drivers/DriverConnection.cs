using System.Data;
using System.Data.Common;
using Alchemy.Internals;

namespace Alchemy.Drivers;

/// <summary>An open connection with the statements that are kept prepared on it. One user at a time.</summary>
public abstract class DriverConnection(DbConnection ado) : IDisposable
{
    private int _inUse;

    /// <summary>When its user took it out of the pool; 0 when nobody wants to know.</summary>
    internal long TakenAt { get; set; }

    /// <summary>Its entry in the pool.</summary>
    internal PoolEntry Entry { get; set; } = null!;

    /// <summary>The text of the statement begun last by its user; null for none.</summary>
    internal string? LastStatement { get; set; }

    /// <summary>True to keep statements prepared on the server; see <see cref="StatementPreparation"/>.</summary>
    public bool PreparesStatements { get; internal set; } = true;

    internal bool IsOpen => (Ado.State & ConnectionState.Open) != 0;

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

    /// <summary>Makes the session as new, with nothing open on it; see <see cref="PoolReset.Full"/>. False (the default) where the provider has no way: then the pool closes the connection.</summary>
    public virtual ValueTask<bool> ResetCore(IOBehavior io) => new(false);

    /// <summary>Asks the server whether it is still there; by <see cref="PingText"/> unless overridden. The provider's exception says that it is not.</summary>
    public virtual async ValueTask PingCore(IOBehavior io, CancellationToken cancellationToken)
    {
        using var command = Ado.CreateCommand();
        command.CommandText = PingText;
        _ = io is IOBehavior.Synchronous ? command.ExecuteScalar() : await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes kept statements, then the connection.</summary>
    public abstract void Dispose();

    /// <summary>A statement that every server answers at once; <c>SELECT 1</c> by default.</summary>
    protected virtual string PingText => "SELECT 1";

    /// <summary>Reads where the connection leads; asked once, when somebody wants to know.</summary>
    protected virtual DatabaseAddress ReadAddress() => new(Ado.Database, Ado.DataSource);

    /// <summary>Marks the connection as being used.</summary>
    /// <exception cref="ConnectionStateException">It is in use already.</exception>
    public void Enter()
    {
        if (!TryEnter())
        {
            throw new ConnectionStateException("The connection is executing another statement: read or dispose its result first, and give each task a connection of its own.");
        }
    }

    internal bool TryEnter() => Interlocked.Exchange(ref _inUse, 1) == 0;

    /// <summary>Marks the connection as free.</summary>
    public void Exit() => Volatile.Write(ref _inUse, 0);
}
