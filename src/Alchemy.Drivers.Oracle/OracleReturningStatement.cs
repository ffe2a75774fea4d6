using System.Data.Common;
using Alchemy.Drivers;

namespace Alchemy.Internals;

/// <summary>A statement with <c>RETURNING … INTO</c>: its one row is in parameters when it has been executed.</summary>
/// <param name="connection">The connection.</param>
/// <param name="command">The command, with its parameters.</param>
/// <param name="outputs">Those that the statement fills.</param>
/// <param name="binder">Sets the others.</param>
/// <param name="isInsert">True for one that changes one row at most.</param>
internal sealed class OracleReturningStatement(OracleDriverConnection connection, DbCommand command, OracleOutputs outputs, OracleBinder binder, bool isInsert) : Statement
{
    private readonly AdoStatement _statement = new(command, binder, isKept: false, heedsNothing: true);

    public override bool IsActive => false;

    public override TimeSpan? Timeout
    {
        get => _statement.Timeout;
        set => _statement.Timeout = value;
    }

    public override void Set<T>(int ordinal, SqlType type, T value)
    {
        if (!outputs.Contains(ordinal))
        {
            _statement.Set(ordinal, type, value);
        }
    }

    /// <summary>An UPDATE or DELETE that turns out to change several rows has given one of them: it is undone where it would have been committed by itself, and refused.</summary>
    public override async ValueTask<Cursor> OpenCore(IOBehavior io, CancellationToken cancellationToken)
    {
        var isOwn = !isInsert && !connection.HasTransaction;
        if (isOwn)
        {
            await connection.BeginCore(io, System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var row = await RowCore(io, isOwn, cancellationToken).ConfigureAwait(false);
            if (isOwn)
            {
                await connection.CommitCore(io, cancellationToken).ConfigureAwait(false);
            }

            return row;
        }
        catch when (isOwn && connection.HasTransaction)
        {
            await connection.RollbackCore(io).ConfigureAwait(false);
            throw;
        }
    }

    public override ValueTask<int> RunCore(IOBehavior io, CancellationToken cancellationToken) => _statement.RunCore(io, cancellationToken);

    public override bool TryGetInsertedKey(out long key)
    {
        key = 0;
        return false;
    }

    public override void Dispose() => _statement.Dispose();

    private async ValueTask<Cursor> RowCore(IOBehavior io, bool isUndone, CancellationToken cancellationToken) => await _statement.RunCore(io, cancellationToken).ConfigureAwait(false) switch
    {
        0 => outputs.None(),
        1 => outputs.Row(command.Parameters),
        var rows => throw new InvalidStatementException(
            $"The statement has changed {rows} rows, and Oracle's RETURNING INTO gives one: {(isUndone ? "it was undone" : "roll the transaction back")}. Change the rows one by one, or leave RETURNING out. Statement: {command.CommandText}"),
    };
}
