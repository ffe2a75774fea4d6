using Alchemy.Internals;

namespace Alchemy;

public sealed partial class Session
{
    private bool _flushing;
    private bool _saving;

    /// <summary>The open transaction or savepoint; null outside of a transaction.</summary>
    internal TransactionFrame? Frame { get; private set; }

    /// <summary>Counts transactions and savepoints.</summary>
    internal int FrameSerial { get; private set; }

    /// <summary>What a flush would write now. Nothing is written or changed.</summary>
    /// <exception cref="OrphanException">An object has lost its parent and cannot be without.</exception>
    public FlushPlan PlanFlush()
    {
        ThrowIfDisposed();
        return new FlushPlanner(States).Plan();
    }

    /// <summary>Writes every change to the database, inside the open transaction or one that begins now. If it fails, nothing is written, the objects are as before, and the changes stay pending.</summary>
    /// <exception cref="DatabaseException">The database refused a row.</exception>
    /// <exception cref="StaleDataException">A row is not there any more.</exception>
    public void Flush() => FlushCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="Flush"/>
    public Task FlushAsync(CancellationToken cancellationToken = default) => FlushCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Flushes, then commits the open transaction. If the commit fails: without a transaction before, the changes are pending again; otherwise the transaction is still open, to be rolled back.</summary>
    public void Commit() => CommitCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="Commit"/>
    public Task CommitAsync(CancellationToken cancellationToken = default) => CommitCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    /// <summary>Rolls back the open transaction, and every object with it: to the moment of <see cref="Begin"/>, or of the last commit when the session began the transaction by itself.</summary>
    /// <param name="keepEdits">True to keep edits that no flush has seen; false (the default) discards them too.</param>
    public void Rollback(bool keepEdits = false) => RollbackCore(IOBehavior.Synchronous, keepEdits, CancellationToken.None).Completed();

    /// <inheritdoc cref="Rollback"/>
    public Task RollbackAsync(bool keepEdits = false, CancellationToken cancellationToken = default) => RollbackCore(IOBehavior.Asynchronous, keepEdits, cancellationToken).AsTask();

    /// <summary>Opens a transaction and notes what is pending: a rollback brings objects back to this moment. Disposing it without a commit rolls it back.</summary>
    /// <param name="options">How the transactions of the databases begin, each at its first use; null for <see cref="ExecutionOptions.Transaction"/> of the engine.</param>
    /// <exception cref="SessionStateException">A transaction is open.</exception>
    public SessionTransaction Begin(TransactionOptions? options = null)
    {
        ThrowIfDisposed();
        if (Frame is not null)
        {
            throw new SessionStateException("A transaction is open: commit it or roll it back first, or make a Savepoint().");
        }

        Frame = OpenFrame(0);
        foreach (var state in States.All.Where(s => s.Status is EntityState.Pending || s.IsMarkedDeleted || s.Mapper.Binding.IsChanged(s)).ToList())
        {
            Frame.NotePending(state);
        }

        Connections.Begin(options);
        return new SessionTransaction(this, Frame);
    }

    /// <summary>Flushes, then marks a place to roll back to; a transaction begins if none is open. Disposing it without a release rolls back to it.</summary>
    public SessionTransaction Savepoint() => SavepointCore(IOBehavior.Synchronous, CancellationToken.None).Completed();

    /// <inheritdoc cref="Savepoint"/>
    public Task<SessionTransaction> SavepointAsync(CancellationToken cancellationToken = default) => SavepointCore(IOBehavior.Asynchronous, cancellationToken).AsTask();

    internal async ValueTask FlushCore(IOBehavior io, CancellationToken cancellationToken) => await FlushCore(io, new FlushUndo(), cancellationToken).ConfigureAwait(false);

    /// <summary>Flushes, and commits unless a transaction was open before. If the commit fails, the changes are pending again. Gives the number of rows written.</summary>
    internal async ValueTask<int> SaveCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var undo = new FlushUndo();
        if (Frame is not null)
        {
            return (await FlushCore(io, undo, cancellationToken).ConfigureAwait(false)).Actions.Count;
        }

        // Either all of it is committed now, or the flush's own undo brings it back: no frame needs to know.
        _saving = true;
        try
        {
            var plan = await FlushCore(io, undo, cancellationToken).ConfigureAwait(false);
            if (Frame is not null)
            {
                await CommitSavedCore(io, plan, undo, cancellationToken).ConfigureAwait(false);
            }

            return plan.Actions.Count;
        }
        finally
        {
            _saving = false;
        }
    }

    private async ValueTask CommitSavedCore(IOBehavior io, FlushPlan plan, FlushUndo undo, CancellationToken cancellationToken)
    {
        try
        {
            await CommitFramesCore(io, cancellationToken).ConfigureAwait(false);
        }
        catch when (Frame is not null)
        {
            await UndoFlushCore(io, undo, 0, isOwn: true).ConfigureAwait(false);
            throw;
        }
        finally
        {
            foreach (var action in plan.Actions.Where(a => a.State.Status is EntityState.Deleted))
            {
                action.State.Status = EntityState.Detached;
            }
        }
    }

    /// <summary>Notes an object in the open frame before a flush changes it.</summary>
    internal void Note(StateEntry state, FlushUndo undo)
    {
        if (!_saving && Frame is { } frame && frame.Note(state))
        {
            undo.NoteParticipation(state, frame);
        }
    }

    private async ValueTask<FlushPlan> FlushCore(IOBehavior io, FlushUndo undo, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        if (_flushing)
        {
            throw new SessionStateException("The session is flushing already: give each task a session of its own.");
        }

        _flushing = true;
        try
        {
            var plan = new FlushPlanner(States).Plan();
            if (!plan.IsEmpty || plan.Changed.Count > 0)
            {
                await WriteCore(io, plan, undo, cancellationToken).ConfigureAwait(false);
            }

            return plan;
        }
        finally
        {
            _flushing = false;
        }
    }

    internal async ValueTask CommitCore(IOBehavior io, CancellationToken cancellationToken)
    {
        if (Frame is null)
        {
            await SaveCore(io, cancellationToken).ConfigureAwait(false);
            return;
        }

        await FlushCore(io, cancellationToken).ConfigureAwait(false);
        await CommitFramesCore(io, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask CommitFramesCore(IOBehavior io, CancellationToken cancellationToken)
    {
        try
        {
            await Connections.CommitCore(io, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A handler may throw when the database has committed already.
            if (!Connections.InTransaction)
            {
                EndFrames();
            }
        }
    }

    private void EndFrames()
    {
        for (var frame = Frame; frame is not null; frame = frame.Outer)
        {
            foreach (var state in frame.Mementos.Keys.Where(s => s.Status is EntityState.Deleted))
            {
                state.Status = EntityState.Detached;
            }
        }

        Frame = null;
        if (Options.ExpireOnCommit)
        {
            ExpireAll();
        }
    }

    internal async ValueTask RollbackCore(IOBehavior io, bool keepEdits, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        try
        {
            await Connections.RollbackCore(io, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The objects go back even if the database could not be asked: its transaction is lost in any case.
            while (Frame?.Outer is not null)
            {
                Frame.MergeIntoOuter();
                Frame = Frame.Outer;
            }

            var frame = Frame;
            Frame = null;
            new FrameRollback(States, frame, keepEdits).Execute();
        }
    }

    internal async ValueTask ReleaseCore(IOBehavior io, TransactionFrame frame, CancellationToken cancellationToken)
    {
        ThrowIfNotInnermost(frame);
        await FlushCore(io, cancellationToken).ConfigureAwait(false);
        try
        {
            await Connections.ReleaseCore(io, frame.Savepoint, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (Connections.Level < frame.Savepoint)
            {
                frame.MergeIntoOuter();
                Frame = frame.Outer;
            }
        }
    }

    internal async ValueTask RollbackToCore(IOBehavior io, TransactionFrame frame, bool keepEdits, CancellationToken cancellationToken)
    {
        ThrowIfNotInnermost(frame);
        await Connections.RollbackToCore(io, frame.Savepoint, cancellationToken).ConfigureAwait(false);
        Frame = frame.Outer;
        new FrameRollback(States, frame, keepEdits).Execute();
    }

    private async ValueTask<SessionTransaction> SavepointCore(IOBehavior io, CancellationToken cancellationToken)
    {
        await FlushCore(io, cancellationToken).ConfigureAwait(false);
        BeginImplicitly();
        var level = await Connections.SavepointCore(io, cancellationToken).ConfigureAwait(false);
        return new SessionTransaction(this, Frame = OpenFrame(level));
    }

    private async ValueTask WriteCore(IOBehavior io, FlushPlan plan, FlushUndo undo, CancellationToken cancellationToken)
    {
        var isOwn = Frame is null;
        BeginImplicitly();
        var savepoint = 0;
        try
        {
            savepoint = isOwn ? 0 : await Connections.SavepointCore(io, cancellationToken).ConfigureAwait(false);
            await new FlushExecutor(this, undo).ExecuteCore(io, plan, cancellationToken).ConfigureAwait(false);
            if (!isOwn)
            {
                await Connections.ReleaseCore(io, savepoint, cancellationToken).ConfigureAwait(false);
            }
        }
        catch when (isOwn || Connections.Level >= savepoint)
        {
            await UndoFlushCore(io, undo, savepoint, isOwn).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask UndoFlushCore(IOBehavior io, FlushUndo undo, int savepoint, bool isOwn)
    {
        try
        {
            undo.Revert(States);
        }
        finally
        {
            await UndoInDatabaseCore(io, savepoint, isOwn).ConfigureAwait(false);
        }
    }

    // Not cancellable: the caller's token may be what ended the flush.
    private async ValueTask UndoInDatabaseCore(IOBehavior io, int savepoint, bool isOwn)
    {
        if (isOwn)
        {
            Frame = null;
            await Connections.RollbackCore(io, CancellationToken.None).ConfigureAwait(false);
        }
        else if (savepoint > 0)
        {
            await Connections.RollbackToCore(io, savepoint, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void BeginImplicitly()
    {
        if (Frame is null)
        {
            Frame = OpenFrame(0);
            Connections.Begin();
        }
    }

    private TransactionFrame OpenFrame(int savepoint) => new(Frame, ++FrameSerial, savepoint);

    private void ThrowIfNotInnermost(TransactionFrame frame)
    {
        ThrowIfDisposed();
        if (!ReferenceEquals(frame, Frame))
        {
            throw new SessionStateException("The savepoint has ended, or a later one is still open: end those first, in reverse order.");
        }
    }
}
