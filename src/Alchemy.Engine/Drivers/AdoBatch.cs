using System.Data.Common;

namespace Alchemy.Drivers;

/// <summary>A batch over any provider's <see cref="DbBatch"/>.</summary>
/// <param name="batch">The provider's batch, empty.</param>
/// <param name="binder">Sets the provider's parameters.</param>
/// <param name="declare">Adds the parameters of a statement with their names; null (the default) where the binder adds them, because they have none.</param>
/// <param name="cursor">Makes the cursor over a reader; null (the default) for an <see cref="AdoCursor"/>.</param>
public sealed class AdoBatch(DbBatch batch, AdoBinder binder, Action<DbBatchCommand, FilledSql>? declare = null, Func<DbDataReader, ReaderCursor>? cursor = null) : StatementBatch
{
    private readonly List<FilledSql> _statements = [];

    /// <inheritdoc/>
    public override StatementParameters Add(FilledSql sql)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql.Text;
        declare?.Invoke(command, sql);
        batch.BatchCommands.Add(command);
        _statements.Add(sql);
        return new CommandParameters(command.Parameters, binder);
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<int>> RunCore(IOBehavior io, Func<int, Cursor, ValueTask> read, CancellationToken cancellationToken)
    {
        var isSynchronous = io is IOBehavior.Synchronous;
        batch.Timeout = AdoStatement.Seconds(Timeout) ?? batch.Timeout;
        var reader = isSynchronous ? batch.ExecuteReader() : await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The reader stands at the rows of the first statement that has any, and goes from one of these to the next.
            var rows = cursor?.Invoke(reader) ?? new AdoCursor(reader);
            for (var i = 0; i < _statements.Count; i++)
            {
                if (_statements[i].Compiled.ReturnsRows)
                {
                    await read(i, rows).ConfigureAwait(false);
                    _ = isSynchronous ? reader.NextResult() : await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                }
            }

            // An error of a statement without rows is met when the end is.
            while (isSynchronous ? reader.NextResult() : await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
            {
            }
        }
        finally
        {
            if (isSynchronous)
            {
                reader.Dispose();
            }
            else
            {
                await reader.DisposeAsync().ConfigureAwait(false);
            }
        }

        return [.. _statements.Select((s, i) => s.Compiled.ReturnsRows ? -1 : batch.BatchCommands[i].RecordsAffected)];
    }

    /// <inheritdoc/>
    public override void Dispose() => batch.Dispose();

    private sealed class CommandParameters(DbParameterCollection parameters, AdoBinder binder) : StatementParameters
    {
        public override void Set<T>(int ordinal, SqlType type, T value) => binder.Set(parameters, ordinal, type, value);
    }
}
